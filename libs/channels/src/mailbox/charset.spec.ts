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

  it('is found to be Big5 without a label', () => {
    const text = '我家樓下的餐廳每天晚上排放油煙，噪音也很大，請派人查看。';
    expect(readMail(mail('Subject: x', iconv.encode(text, 'big5'))).text).toBe(text);
  });

  it.each([
    ['ISO-2022-KR', 'iso-2022-kr', '\u001b$)C\u000e>H3g\u000f a', '안녕 a'],
    ['ISO-2022-CN', 'iso-2022-cn', '\u001b$)A\u000eVPND\u000f a', '中文 a'],
    ['ISO-2022-JP', 'iso-2022-jp', '\u001b$BF|K\\\u001b(B a', '日本 a'],
    ['ISO-2022-JP without saying so', 'us-ascii', '\u001b$BF|K\\\u001b(B a', '日本 a'],
    ['UTF-7', 'utf-7', '+Ti1lhw- a', '中文 a'],
    ['EUC-KR', 'euc-kr', iconv.encode('안녕', 'euc-kr'), '안녕'],
    ['windows-1251', 'windows-1251', iconv.encode('шум ночью', 'win1251'), 'шум ночью'],
    ['a page that was UTF-16', 'utf-16', 'plain', 'plain'],
  ])('is read from %s', (_name, label, bytes, text) => {
    const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    expect(readMail(mail(`Content-Type: text/plain; charset=${label}`, content)).text).toBe(text);
  });

  it('that nobody knows is shown as Latin-1, and the remark says so', () => {
    const reading = readMail(
      mail('Content-Type: text/plain; charset=x-nonsense', Buffer.from([0x61, 0x80, 0xff, 0x62, 0xff, 0xfe, 0x63, 0xff])),
    );
    expect(reading.remarks).toContain('认不出正文的编码，显示的可能是乱码，请看原件。');
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

  it.each([
    [
      'one charset under two names',
      () => [
        `=?gb2312?B?${gbk('噪声').subarray(0, 3).toString('base64')}?=`,
        `=?GBK?B?${gbk('噪声').subarray(3).toString('base64')}?=`,
      ],
    ],
    ['Base64 and quoted-printable', () => ['=?utf-8?B?5Zmq5aM=?=', '=?UTF8?Q?=B0?=']],
    ['Base64 that is cut inside a group of four', () => ['=?utf-8?B?5Zmq5a?=', '=?utf-8?B?Ow?=']],
    ['ISO-2022-JP, each with its shifts', () => ['=?ISO-2022-JP?B?GyRCQXsbKEI=?=', '=?ISO-2022-JP?B?GyRCQDwbKEI=?=']],
  ])('of adjacent encoded words in %s is whole', (_name, words) => {
    expect(['噪声', '騒声']).toContain(readMail(mail(`Subject: ${words().join('\r\n ')}`, 'x')).subject);
  });

  it('whose last encoded word was cut off is read as far as it goes', () => {
    expect(readMail(mail('Subject: =?utf-8?B?5Zmq5aOw?= =?utf-8?B?5omw5rCR', 'x')).subject).toBe('噪声扰民');
  });

  it('in raw bytes is read by the charset of the body', () => {
    const title = raw(iconv.encode('噪音擾民', 'big5'));
    expect(readMail(mail(`Subject: ${title}\r\nContent-Type: text/plain; charset=big5`, 'x')).subject).toBe('噪音擾民');
  });

  it('in a charset that nobody knows has a remark', () => {
    expect(readMail(mail(`Subject: ${raw(Uint8Array.of(0x61, 0x80, 0xff, 0x62, 0xff, 0xfe, 0x63, 0xff))}`, 'x')).remarks).toEqual(
      ['认不出标题的编码，显示的可能是乱码，请看原件。'],
    );
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
    [
      'RFC 2231 in pieces, some of them plain',
      `Content-Disposition: attachment; filename*0="${raw(Buffer.from('现'))}"; filename*1*=%E5%9C%BA; filename*2*=%E7%85%A7%E7%89%87; filename*3=".jpg"`,
    ],
    [
      'two encoded words without quotes',
      `Content-Disposition: attachment; filename==?utf-8?B?${Buffer.from('现场').toString('base64')}?=\r\n =?utf-8?B?${Buffer.from('照片.jpg').toString('base64')}?=`,
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
