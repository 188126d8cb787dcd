import { readMail } from './read-mail';
import { signedContent } from './signed-data';

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length < 0x80 ? Buffer.of(content.length) : Buffer.of(0x82, content.length >> 8, content.length & 0xff);
  return Buffer.concat([Buffer.of(tag), length, content]);
};
/** A value whose length is open, as programs write that sign while they read. */
const open = (tag: number, ...parts: Buffer[]): Buffer => Buffer.concat([Buffer.of(tag, 0x80), ...parts, Buffer.of(0, 0)]);
const SIGNED = Buffer.from('06092a864886f70d010702', 'hex');
const DATA = Buffer.from('06092a864886f70d010701', 'hex');
const signed = (content: Buffer, as = der) =>
  as(0x30, SIGNED, as(0xa0, as(0x30, der(2, Buffer.of(1)), der(0x31), as(0x30, DATA, as(0xa0, content)), der(0x31))));
const INNER = Buffer.from(
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n夜里排油烟\r\n--b\r\nContent-Type: text/csv; name=a.csv\r\n\r\n1,2\r\n--b--',
);
const mailWith = (bytes: Buffer) =>
  Buffer.from(
    `From: li@example.com\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`,
  );

describe('a letter inside its signature', () => {
  it.each([
    ['of closed lengths', signed(der(4, INNER))],
    ['of open lengths and in pieces', signed(open(0x24, der(4, INNER.subarray(0, 50)), der(4, INNER.subarray(50))), open)],
  ])('%s is read, with its files, and the signature is kept', (_name, bytes) => {
    const reading = readMail(mailWith(bytes));
    expect(reading.text).toBe('夜里排油烟');
    expect(reading.attachments.map(({ name }) => name)).toEqual(['smime.p7m', 'a.csv']);
    expect(reading.remarks).toEqual(['邮件带数字签名，正文已从签名封装里取出；签名没有核对。']);
  });

  it('that is encrypted is kept, and the remark says so', () => {
    const enveloped = der(0x30, Buffer.from('06092a864886f70d010703', 'hex'), der(0xa0, der(0x30)));
    expect(readMail(mailWith(enveloped)).remarks).toContain('邮件经过加密或签名封装，正文在附件里，要用发件人约定的证书打开。');
  });

  it('cut off anywhere or nested without end gives nothing and stops nothing', () => {
    const whole = signed(der(4, INNER));
    for (let length = 0; length < whole.length; length++) expect(signedContent(whole.subarray(0, length))).toBeNull();
    expect(signedContent(Buffer.alloc(1_000_000, Buffer.of(0x30, 0x80)))).toBeNull();
  });
});
