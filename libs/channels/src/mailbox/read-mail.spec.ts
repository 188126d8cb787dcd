import { Unreadable } from '@hub/domain';
import { randomBytes } from 'node:crypto';
import { headerOnly } from './header-only';
import { readMail } from './read-mail';

const read = (text: string) => readMail(Buffer.from(text.replaceAll('\n', '\r\n')));
const HEAD = 'From: 李女士 <li@example.com>\nTo: <JZ+y@example.gov.cn>\nSubject: 油烟\n';
const reason = (bytes: Uint8Array): string => {
  try {
    readMail(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  return 'readable';
};

describe('a plain mail', () => {
  it('gives who, what, when and where', () => {
    const reading = read(
      `${HEAD}Cc: a@example.com, 组: b@example.com, c@example.com;\nDelivered-To: JZ@example.gov.cn\nDate: Tue, 24 Nov 2026 09:00:00 +0800 (CST)\nMessage-ID: <1@example.com>\nIn-Reply-To: <0@x>\nReferences: <r1@x> <r2@x> <0@x>\n\n长寿路某餐馆。\n\n> 引用的话\n`,
    );
    expect(reading).toMatchObject({
      subject: '油烟',
      text: '长寿路某餐馆。\n\n> 引用的话',
      party: { name: '李女士', email: 'li@example.com' },
      writtenAt: '2026-11-24T01:00:00.000Z',
      street: '长寿路街道',
      kind: null,
      messageId: '1@example.com',
      answers: ['0@x', 'r2@x', 'r1@x'],
      recipients: ['jz+y@example.gov.cn', 'a@example.com', 'b@example.com', 'c@example.com', 'jz@example.gov.cn'],
      automation: null,
      replyTo: 'li@example.com',
      remarks: [],
    });
  });

  it('may be quoted-printable with soft breaks', () => {
    expect(
      read(
        `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=E6=B2=B9=\n=E7=83=9F =3D`,
      ).text,
    ).toBe('油烟 =');
  });

  it('of flowed lines is joined again', () => {
    expect(read(`${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\n\n夜里 \n太吵\n第二段`).text).toBe(
      '夜里太吵\n第二段',
    );
  });

  it('loses NUL bytes and direction overrides', () => {
    expect(read(`${HEAD}\na\0b\u202ec`).text).toBe('abc');
  });

  it('may end its lines with CR alone', () => {
    expect(readMail(Buffer.from(`${HEAD}\n第一行\n第二行`.replaceAll('\n', '\r'))).text).toBe('第一行\n第二行');
  });
});

describe('a date', () => {
  it.each([['Fri, 99 Foo'], ['Thu, 1 Jan 1970 00:00:00 +0000'], ['Fri, 1 Jan 9999 00:00:00 +0000'], ['']])(
    '%s is none',
    (date) => {
      expect(read(`${HEAD}Date: ${date}\n\nx`).writtenAt).toBeNull();
    },
  );

  it('without a zone is Shanghai’s', () => {
    expect(read(`${HEAD}Date: 2011-03-05 10:20:30\n\nx`).writtenAt).toBe('2011-03-05T02:20:30.000Z');
  });
});

describe('a sender', () => {
  it.each([
    ['no From', ''],
    ['an empty From', 'From: <>\n'],
    ['two From headers', 'From: a@example.com\nFrom: b@example.com\n'],
    ['two addresses in From', 'From: a@example.com, b@example.com\n'],
    ['an address that is none', 'From: 张三 <zhangsan>\n'],
    ['a machine', 'From: no-reply@example.com\n'],
  ])('with %s gets no acknowledgement', (_name, headers) => {
    expect(read(`${headers}Subject: x\n\n正文`)).toMatchObject({ replyTo: '', text: '正文' });
  });

  it('is answered at his Reply-To', () => {
    expect(read(`${HEAD}Reply-To: other@example.com\n\nx`).replyTo).toBe('other@example.com');
  });

  it('with two addresses in Reply-To gets no acknowledgement', () => {
    expect(read(`${HEAD}Reply-To: a@example.com, b@example.com\n\nx`).replyTo).toBe('');
  });

  it('keeps the comma inside his encoded name', () => {
    expect(read('From: =?utf-8?Q?Li=2C_Ming?= <li@example.com>\n\nx').party).toMatchObject({
      name: 'Li, Ming',
      email: 'li@example.com',
    });
  });

  it('cannot put an address into his name', () => {
    expect(read('From: =?utf-8?Q?chief=40example.gov.cn?= <li@example.com>\n\nx').party.email).toBe('li@example.com');
  });
});

describe('the parts of a mail', () => {
  const multi = (kind: string, ...parts: string[]) =>
    read(
      `${HEAD}Content-Type: multipart/${kind}; boundary="=_b"\n\n${parts.map((part) => `--=_b\n${part}\n`).join('')}--=_b--\n`,
    );

  it('are read as plain text rather than HTML', () => {
    const reading = multi(
      'alternative',
      'Content-Type: text/html\n\n<b>富文本</b>',
      'Content-Type: text/plain; charset=utf-8\n\n纯文本',
    );
    expect(reading.text).toBe('纯文本');
  });

  it('are read as HTML where the plain text is empty', () => {
    const reading = multi(
      'alternative',
      'Content-Type: text/plain\n\n ',
      'Content-Type: text/html; charset=utf-8\n\n<p>富文本</p>',
    );
    expect(reading.text).toBe('富文本');
  });

  it('give attachments whose type is what their bytes say', () => {
    const png = Buffer.from('89504e470d0a1a0a00000000', 'hex').toString('base64');
    const reading = multi(
      'mixed',
      'Content-Type: text/plain\n\ntext',
      `Content-Type: application/octet-stream; name=a.txt\nContent-Transfer-Encoding: base64\n\n${png}`,
    );
    expect(reading.attachments).toEqual([
      { name: 'a.txt', mediaType: 'image/png', content: expect.any(Uint8Array) as Uint8Array },
    ]);
    expect(Buffer.from(reading.attachments[0]!.content).toString('hex')).toBe('89504e470d0a1a0a00000000');
  });

  it('keep the bytes of an attachment to its last line break', () => {
    const reading = multi('mixed', 'Content-Type: text/plain\n\ntext', 'Content-Type: text/csv; name=a.csv\n\n1,2\n3,4\n');
    expect(Buffer.from(reading.attachments[0]!.content).toString()).toBe('1,2\r\n3,4\r\n');
  });

  it('give the text of a forwarded mail where there is no other, and the mail as a file', () => {
    const reading = multi('mixed', 'Content-Type: message/rfc822\n\nFrom: a@example.com\nSubject: 原信\n\n原信的话');
    expect(reading.text).toBe('原信的话');
    expect(reading.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([['原信.eml', 'message/rfc822']]);
  });

  it('give a file that stands uuencoded in the text', () => {
    const reading = read(`${HEAD}\n前文\nbegin 644 a.txt\n#86)C\n\`\nend\n后文`);
    expect(reading.text).toBe('前文\n后文');
    expect(Buffer.from(reading.attachments[0]!.content).toString()).toBe('abc');
  });

  it('are read without a declared boundary', () => {
    expect(
      read(`${HEAD}Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain; charset=utf-8\n\n正文\n--xyz--`).text,
    ).toBe('正文');
  });

  it('are read without a closing boundary, and the remark says so', () => {
    const reading = read(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n正文`,
    );
    expect(reading.text).toBe('正文');
    expect(reading.remarks).toEqual(['邮件没有正常结束，可能不完整，请对照原件。']);
  });

  it('that are closed by an outer boundary do not swallow what follows', () => {
    const inner = 'Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\ninside';
    expect(multi('mixed', inner, 'Content-Type: text/plain\n\noutside').text).toBe('inside\n\noutside');
  });
});

describe('a hostile mail', () => {
  const soon = (bytes: Buffer, ms = 2_000) => {
    const start = performance.now();
    const reading = readMail(bytes);
    expect(performance.now() - start).toBeLessThan(ms);
    return reading;
  };

  it('nested five thousand deep is read in time', () => {
    const levels = Array.from(
      { length: 5_000 },
      (_one, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
    );
    const reading = soon(Buffer.from(`${HEAD}${levels.join('')}Content-Type: text/plain\n\ndeep`));
    expect(reading.remarks).toContain('邮件的部分太多，只读了前面的一千个，其余请看原件。');
  });

  it('of mails inside mails is read in time', () => {
    expect(soon(Buffer.from(`${HEAD}${'Content-Type: message/rfc822\n\n'.repeat(50_000)}x`)).attachments).toHaveLength(1);
  });

  it('of a hundred thousand parts is read in time', () => {
    const reading = soon(Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}--b--`));
    expect(reading.subject).toBe('油烟');
  });

  it('with 20 MB of header is read in time', () => {
    const reading = soon(Buffer.concat([Buffer.from(HEAD), Buffer.alloc(20 << 20, 'X-A: b\n'), Buffer.from('\ntext')]));
    expect(reading.subject).toBe('油烟');
    expect(reading.remarks).toContain('邮件头过长，后面的部分没有读。');
  });

  it.each([
    ['encoded words', `Subject: ${'=?utf-8?Q?=E6?= '.repeat(60_000)}`],
    ['an open encoded word', `Subject: ${'=?utf-8?Q?'.repeat(100_000)}`],
    ['addresses', `To: ${'a@example.com, '.repeat(60_000)}`],
    ['brackets in From', `From: ${'<'.repeat(500_000)}`],
    ['groups', `Cc: ${'a:'.repeat(200_000)}`],
    ['parameters', `Content-Type: text/plain${'; a=b'.repeat(100_000)}`],
    ['semicolons', `Content-Type: text/plain${';'.repeat(500_000)}`],
    ['references', `References: ${'<a@b> '.repeat(100_000)}`],
    ['spaces in the subject', `Subject: a${' '.repeat(900_000)}b`],
  ])('with a megabyte of %s is read in time', (_name, header) => {
    expect(soon(Buffer.from(`${header}\nX-End: 1\n\ntext`)).text).toContain('text');
  });

  it('with the names of object members leaves objects as they are', () => {
    const reading = read(`${HEAD}__proto__: x\nconstructor: y\nContent-Type: text/plain; __proto__=z; charset=__proto__\n\n正文`);
    expect(reading.text).toBe('正文');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('cannot steer us by headers', () => {
    const plain = read(`${HEAD}\n正文`);
    expect(read(`${HEAD}X-Hub-Unit: a\nX-Zammad-Ticket-State: closed\nX-Priority: 1\n\n正文`)).toEqual(plain);
  });

  it('cannot claim that its body was left in the mailbox', () => {
    expect(read(`Received: x\nX-Header-Only: 40000000; limit=1\n${HEAD}\n正文`).remarks).toEqual([]);
  });
});

describe('bytes that nobody can read', () => {
  it.each([
    ['nothing', Buffer.alloc(0), '文件是空的，没有内容。'],
    ['NUL bytes', Buffer.alloc(5_000), '文件是空的，没有内容。'],
    ['noise', Buffer.concat([Buffer.from([0xff, 0x00, 0x81]), randomBytes(200_000)]), '内容不是邮件，也不是可读的文字。'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), '这不是邮件，是其他文件（image/png）。'],
    [
      'an Outlook file',
      Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
      '这是 Outlook 的 .msg 文件，请在 Outlook 里另存为 .eml 再导入。',
    ],
  ])('such as %s are refused with the reason', (_name, bytes, why) => {
    expect(reason(bytes)).toBe(why);
  });

  it('do not include a mail of headers alone', () => {
    expect(read('From: a@example.com\nSubject: 只有标题\n')).toMatchObject({
      subject: '只有标题',
      text: '',
      remarks: ['没有读到正文，请下载原件查看。'],
    });
  });

  it('do not include words without a header', () => {
    expect(read('路灯不亮，请来修。')).toMatchObject({
      text: '路灯不亮，请来修。',
      remarks: ['内容没有邮件头，按普通文字读出。'],
    });
  });
});

it('a mail over the limit shows its header and says where the rest is', () => {
  const reading = readMail(
    headerOnly(Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n`), 40 << 20, 25 << 20),
  );
  expect(reading).toMatchObject({ subject: '油烟', text: '', attachments: [], oversize: true });
  expect(reading.remarks).toEqual(['邮件有 40.0 MB，超过 25.0 MB 的上限，只取了邮件头；正文和附件请到邮箱里看原件。']);
});

describe('a Message-ID', () => {
  it.each([
    ['missing', '', null],
    ['empty', 'Message-ID: <>\n', null],
    ['given twice', 'Message-ID: <a@x>\nMessage-ID: <b@x>\n', 'a@x'],
    ['5 KB long', `Message-ID: <${'a'.repeat(5_000)}@x>\n`, null],
    ['of Chinese', 'Message-ID: <编号@x>\n', expect.any(String) as string],
  ])('%s leaves a mail readable', (_name, header, id) => {
    expect(read(`${header}${HEAD}\n正文`)).toMatchObject({ messageId: id, text: '正文' });
  });
});
