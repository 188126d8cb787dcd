import PizZip from 'pizzip';
import { authorsIn } from './authors';
import { bareOffice } from './bare-office';

const CORE =
  '<cp:coreProperties><dc:creator>陆文洁</dc:creator><cp:lastModifiedBy>Lu &amp; Co</cp:lastModifiedBy></cp:coreProperties>';
const word = (parts: Record<string, string> = {}): Buffer => {
  const zip = new PizZip();
  const body = '<w:document><w:body><w:t>正文</w:t></w:body></w:document>';
  const all = { '[Content_Types].xml': '<Types/>', 'word/document.xml': body, 'docProps/core.xml': CORE, ...parts };
  for (const [name, text] of Object.entries(all)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
};
const pdf = (...objects: string[]): Buffer => Buffer.from(`%PDF-1.7\n${objects.join('\n')}\n%%EOF`, 'utf8');
const utf16 = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const info = (entry: string) => pdf(`7 0 obj\n<< ${entry} >>\nendobj`, 'trailer << /Root 1 0 R /Info 7 0 R >>');

describe('who made a Word or Excel file', () => {
  it('is read from its properties, and is gone from its copy', async () => {
    expect(await authorsIn(word(), 'docx')).toEqual({ text: '陆文洁\nLu & Co', unread: false });
    const company = '<Properties><Company>洁净清洗店</Company></Properties>';
    const copy = bareOffice(word({ 'docProps/app.xml': company, 'docProps/custom.xml': company, 'a/b.psmdcp': CORE }))!;
    expect(await authorsIn(copy, 'docx')).toEqual({ text: '', unread: false });
    expect(new PizZip(copy).file('word/document.xml')!.asText()).toContain('正文');
  });

  it.each([
    ['a changed line', 'word/document.xml', '<w:ins w:id="1" w:author="陆文洁"><w:t>x</w:t></w:ins>'],
    ['a remark', 'word/comments.xml', '<w:comment w:author="陆文洁"/>'],
    ['a remark in a table', 'xl/comments1.xml', '<authors><author>陆文洁</author></authors>'],
  ])('is read from %s, which stays in the copy', async (_, part, xml) => {
    expect((await authorsIn(bareOffice(word({ [part]: xml }))!, 'docx')).text).toBe('陆文洁');
  });

  it('is not looked for without bounds, nor in what is no such file', async () => {
    expect(await authorsIn(word({ 'word/comments.xml': ' '.repeat(40 * 1024 * 1024) }), 'docx')).toMatchObject({ unread: true });
    expect(await authorsIn(Buffer.from('PK\u0003\u0004broken'), 'docx')).toEqual({ text: '', unread: true });
    expect(bareOffice(Buffer.from('PK\u0003\u0004broken'))).toBeNull();
  });
});

describe('who made a PDF', () => {
  it.each([
    ['in plain letters', '/Author (Lu \\(W\\) Jie)', 'Lu (W) Jie'],
    ['in octal signs', '/Author (\\114u)', 'Lu'],
    ['in UTF-16', `/Title ${utf16('陆文洁的来信')}`, '陆文洁的来信'],
    ['in UTF-8', '/Author (陆文洁)', '陆文洁'],
  ])('is read from its information, %s', (_, entry, text) => {
    expect(authorsIn(info(entry), 'pdf')).toEqual({ text, unread: false });
  });

  it('is read in the code of Chinese programs', () => {
    const gbk = Buffer.from([0xc2, 0xbd, 0xce, 0xc4, 0xbd, 0xe0]);
    const [before, after] = info('/Author (@@)').toString('latin1').split('@@') as [string, string];
    expect(authorsIn(Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]), 'pdf')).toMatchObject({ text: '陆文洁' });
  });

  it('is read from its XMP, as an element or as an attribute', () => {
    const xmp = (inner: string) =>
      pdf(`3 0 obj << /Type /Metadata /Length 9 >> stream\n<x:xmpmeta><rdf:RDF>${inner}</rdf:RDF></x:xmpmeta>\nendstream`);
    const list = '<dc:creator><rdf:Seq><rdf:li>陆文洁</rdf:li></rdf:Seq></dc:creator>';
    expect(authorsIn(xmp(list), 'pdf')).toEqual({ text: '陆文洁', unread: false });
    expect(authorsIn(xmp('<rdf:Description pdf:Author="陆文洁"/>'), 'pdf')).toMatchObject({ text: '陆文洁' });
  });

  it.each([
    ['information in a packed object', pdf('<< /Type /XRef /Info 7 0 R >>')],
    ['information that points elsewhere', info('/Author 9 0 R')],
    ['a packed XMP', pdf('3 0 obj << /Type /Metadata /Filter /FlateDecode >> stream\nxx\nendstream')],
    ['everything behind a password', pdf('trailer << /Encrypt 5 0 R >>')],
  ])('is said to be unread: %s', (_, bytes) => {
    expect(authorsIn(bytes, 'pdf')).toEqual({ text: '', unread: true });
  });

  it('is nobody where it says nothing', () => {
    expect(authorsIn(pdf('trailer << /Root 1 0 R >>'), 'pdf')).toEqual({ text: '', unread: false });
  });
});

it('says of the old formats that they cannot be read', () => {
  expect(authorsIn(Buffer.from('x'), 'doc')).toEqual({ text: '', unread: true });
});
