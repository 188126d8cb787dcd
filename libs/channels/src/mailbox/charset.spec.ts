import iconv from 'iconv-lite';
import { readMail } from './read-mail';

const gbk = (text: string) => iconv.encode(text, 'gbk');
const TEXT = '长寿路的餐馆夜里排油烟，请派人查看。';
const mail = (headers: string, body: Uint8Array | string) =>
  Buffer.concat([Buffer.from(`From: li@example.com\r\n${headers}\r\n\r\n`, 'latin1'), Buffer.from(body as Uint8Array)]);
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('the charset of a mail', () => {
  it.each(['gb2312', 'GBK', '"gb18030"', 'x-gbk'])('is read as GB 18030 where it says %s', (label) => {
    expect(readMail(mail(`Content-Type: text/plain; charset=${label}`, gbk(TEXT)))).toMatchObject({ text: TEXT, remarks: [] });
  });

  it('gives characters that only GB 18030 has although the label says gb2312', () => {
    const rare = '㐀村与𠮷屋';
    expect(readMail(mail('Content-Type: text/plain; charset=gb2312', iconv.encode(rare, 'gb18030'))).text).toBe(rare);
  });

  it('is GBK although it is labelled UTF-8, and the remark says so', () => {
    const reading = readMail(mail('Content-Type: text/plain; charset=utf-8', gbk(TEXT)));
    expect(reading.text).toBe(TEXT);
    expect(reading.remarks).toEqual(['正文标明的编码是 utf-8，实际是 gb18030，已按后者读出。']);
  });

  it('is UTF-8 although it is labelled GBK', () => {
    expect(readMail(mail('Content-Type: text/plain; charset=gbk', 'é 油烟扰民')).text).toBe('é 油烟扰民');
  });

  it.each([
    ['GBK', gbk(TEXT)],
    ['UTF-8', Buffer.from(TEXT)],
  ])('is found to be %s without a label', (_name, bytes) => {
    expect(readMail(mail('Subject: x', bytes)).text).toBe(TEXT);
  });

  it('is found to be GBK under a western label', () => {
    expect(readMail(mail('Content-Type: text/plain; charset=iso-8859-1', gbk(TEXT))).text).toBe(TEXT);
  });

  it('stays western where accents stand inside words', () => {
    expect(
      readMail(mail('Content-Type: text/plain; charset=iso-8859-1', Buffer.from('déjà vu à la crèche', 'latin1'))).text,
    ).toBe('déjà vu à la crèche');
  });

  it('is GBK where the label is not known', () => {
    expect(readMail(mail('Content-Type: text/plain; charset=x-nonsense', gbk(TEXT))).text).toBe(TEXT);
  });

  it('is Big5 where it says so', () => {
    const text = '噪音擾民，請查看';
    expect(readMail(mail('Content-Type: text/plain; charset=big5', iconv.encode(text, 'big5'))).text).toBe(text);
  });

  it('is HZ where it says so', () => {
    expect(readMail(mail('Content-Type: text/plain; charset=hz-gb-2312', 'a ~{VPND~} b ~~')).text).toBe('a 中文 b ~');
  });

  it('stays UTF-8 with one broken sign, which would pass as wrong GBK', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe4, 0xbd])]);
    const reading = readMail(mail('Content-Type: text/plain; charset=utf-8', bytes));
    expect(reading.text).toBe(`${TEXT}\ufffd`);
    expect(reading.remarks).toEqual(['正文有个别字损坏，读不出的字以“�”代替，请对照原件。']);
  });

  it('of an HTML mail is the one of its meta tag where the header has none', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="big5"><p>'), iconv.encode('請查看', 'big5')]);
    expect(readMail(mail('Content-Type: text/html', page)).text).toBe('請查看');
  });
});

describe('a subject', () => {
  it('in raw GBK is read', () => {
    expect(readMail(mail(`Subject: ${raw(gbk('投诉油烟'))}`, 'x')).subject).toBe('投诉油烟');
  });

  it('whose character is cut in two by two encoded words is whole', () => {
    const bytes = Buffer.from('噪声扰民');
    const word = (part: Buffer) => `=?utf-8?B?${part.toString('base64')}?=`;
    expect(readMail(mail(`Subject: ${word(bytes.subarray(0, 4))}\r\n ${word(bytes.subarray(4))}`, 'x')).subject).toBe('噪声扰民');
  });

  it('of two encoded words of two charsets loses the space between them', () => {
    const words = `=?gb2312?B?${gbk('噪声').toString('base64')}?= =?utf-8?Q?=E6=89=B0=E6=B0=91?=`;
    expect(readMail(mail(`Subject: Re: ${words} (2)`, 'x')).subject).toBe('Re: 噪声扰民 (2)');
  });

  it('with a wrong charset label is read by the ladder', () => {
    expect(readMail(mail(`Subject: =?utf-8?B?${gbk('河道发黑').toString('base64')}?=`, 'x')).subject).toBe('河道发黑');
  });
});

describe('the name of a file', () => {
  const withFile = (headers: string) =>
    readMail(mail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${headers}\r\n\r\nabc\r\n--b--`, '')).attachments[0]
      ?.name;

  it.each([
    ['raw GBK', `Content-Type: application/x; name="${raw(gbk('现场照片.jpg'))}"`],
    ['raw UTF-8', `Content-Disposition: attachment; filename="${raw(Buffer.from('现场照片.jpg'))}"`],
    [
      'an encoded word in quotes',
      `Content-Disposition: attachment; filename="=?gbk?B?${gbk('现场照片.jpg').toString('base64')}?="`,
    ],
    [
      'RFC 2231',
      `Content-Disposition: attachment; filename*=gbk''${raw(gbk('现场照片')).replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`)}.jpg`,
    ],
    [
      'RFC 2231 in pieces',
      `Content-Disposition: attachment; filename*0*=utf-8''%E7%8E%B0%E5%9C; filename*1*=%BA%E7%85%A7%E7%89%87; filename*2=.jpg`,
    ],
    ['percent signs', 'Content-Disposition: attachment; filename="%E7%8E%B0%E5%9C%BA%E7%85%A7%E7%89%87.jpg"'],
  ])('is read from %s', (_name, headers) => {
    expect(withFile(`${headers}${headers.startsWith('Content-Type') ? '' : '\r\nContent-Type: application/x'}`)).toBe(
      '现场照片.jpg',
    );
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\照片\\a.jpg', 'a.jpg'],
    ['..', '附件1.bin'],
  ])('%s loses its path', (given, name) => {
    expect(
      withFile(`Content-Type: application/x\r\nContent-Disposition: attachment; filename="${raw(Buffer.from(given))}"`),
    ).toBe(name);
  });

  it('that is very long keeps its extension', () => {
    const name = withFile(`Content-Type: application/x; name="${'a'.repeat(3000)}.pdf"`)!;
    expect(name).toHaveLength(120);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
