import type { InboundMessage } from '@hub/domain';

let count = 0;

/** A plausible letter as a mail, different each time; a test names only what it is about. */
export function aMail(about: Partial<Record<'from' | 'subject' | 'text' | 'date' | 'headers' | 'to', string>> = {}): string {
  count += 1;
  return [
    `From: ${about.from ?? `citizen${count}@example.com`}`,
    `To: ${about.to ?? 'yixiantong@putuo-epb.example'}`,
    `Subject: =?utf-8?B?${Buffer.from(about.subject ?? '投诉楼下饭店风机噪声').toString('base64')}?=`,
    `Date: ${about.date ?? 'Mon, 16 Nov 2026 09:00:00 +0800'}`,
    `Message-ID: <letter-${count}-${Math.random().toString(36).slice(2)}@example.com>`,
    ...(about.headers ? [about.headers] : []),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(about.text ?? `长寿路某饭店的风机每晚响到一点，第 ${count} 次反映。`).toString('base64'),
    '',
  ].join('\r\n');
}

/** The same mail with a photo beside its text. */
export function withPhoto(mail: string, name: string, photo: Buffer): string {
  const at = mail.indexOf('Content-Type:');
  const header = `Content-Type: image/jpeg; name="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`;
  return [
    `${mail.slice(0, at)}MIME-Version: 1.0`,
    'Content-Type: multipart/mixed; boundary=parts',
    '',
    '--parts',
    mail.slice(at),
    '--parts',
    header,
    'Content-Disposition: attachment',
    'Content-Transfer-Encoding: base64',
    '',
    photo.toString('base64'),
    '--parts--',
    '',
  ].join('\r\n');
}

export const mailMessage = (mail: string, sourceKey = `test:${(count += 1)}`): InboundMessage => ({
  channel: 'mailbox',
  source: '局长信箱',
  sourceKey,
  format: 'mail',
  original: { name: 'letter.eml', mediaType: 'message/rfc822', load: async () => Buffer.from(mail) },
  arrivedAt: null,
});
