import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LINES = [
  '楼下饭店的风机每天晚上响到一点多，老人和孩子都睡不好，窗户关紧了也没有用。',
  '邻居们也向物业反映过，物业说要请环保部门来看一看才能处理。',
  '希望贵局派人到现场测一测，最好在晚上来，白天来是看不出问题的。',
  '我们不反对人家做生意，只希望按照规定装好设备，不要影响居民。',
  '以前也打过电话，说会有人来联系，到今天还没有等到回音，只好写这封信。',
];

/** Plain UTF-8 mails of about 1.6 KB in a folder, each with a sender and a Message-ID of its own; the same in every run. */
export function writeMails(folder: string, count: number, first = 0): Uint8Array[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const mail = Buffer.from(mailOf(first + at));
    writeFileSync(join(folder, `${String(at).padStart(7, '0')}.eml`), mail);
    return mail;
  });
}

/** What one citizen writes; its sentences come back in many letters. */
export function textOf(at: number): string {
  const text = [`第 ${at} 封：长寿路${(at % 300) + 1}弄${(at % 40) + 1}号的居民反映噪声。`];
  while (Buffer.byteLength(text.join('\r\n')) < 1250) text.push(LINES[(at + text.length) % LINES.length]!);
  return text.join('\r\n');
}

export function mailOf(at: number): string {
  return [
    `From: =?utf-8?B?${Buffer.from(`居民${at}`).toString('base64')}?= <citizen${at}@example.com>`,
    'To: line@example.org',
    `Subject: =?utf-8?B?${Buffer.from(`反映长寿路风机噪声 ${at}`).toString('base64')}?=`,
    `Date: ${new Date(Date.UTC(2026, 9, 1) + at * 60_000).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <bench-${at}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    textOf(at),
    '',
  ].join('\r\n');
}
