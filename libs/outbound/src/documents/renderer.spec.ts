import { DOCUMENT_KINDS, DOCUMENT_RULES, DOCUMENT_FIELDS, SYSTEM_VARIABLES, type DocumentKind } from '@hub/domain';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { createDocumentRenderer } from './renderer';

const templates = Object.fromEntries(
  DOCUMENT_KINDS.map((kind) => [kind, readFileSync(`config/documents/${kind}.docx`)]),
) as unknown as Record<DocumentKind, Uint8Array>;
const renderer = createDocumentRenderer(templates);
const part = (bytes: Uint8Array, name: string): string => new PizZip(bytes).file(name)!.asText();
const xmlOf = (bytes: Uint8Array): string => part(bytes, 'word/document.xml');
const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([one]) => one.replace(/<[^>]*>/g, ''));
const valuesOf = (kind: DocumentKind) =>
  Object.fromEntries(
    [...SYSTEM_VARIABLES, ...DOCUMENT_FIELDS[kind].map(({ name }) => name)].map((name) => [name, `〈${name}〉`]),
  );

const worded = async (...children: Paragraph[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children }] }));

describe('a filled document', () => {
  it.each(DOCUMENT_KINDS)('of the kind %s holds each of its columns and no mark that was not filled', (kind) => {
    const text = xmlOf(renderer.render(templates[kind], valuesOf(kind))).replace(/<[^>]*>/g, '');
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    for (const { name } of DOCUMENT_FIELDS[kind]) expect(text).toContain(`〈${name}〉`);
    expect(text).toContain('〈文号〉');
  });

  it.each(DOCUMENT_KINDS)('of the kind %s is a whole one without what may be left out', (kind) => {
    const optional = new Set(DOCUMENT_FIELDS[kind].filter(({ required }) => !required).map(({ name }) => name));
    const values = Object.fromEntries(Object.entries(valuesOf(kind)).filter(([name]) => !optional.has(name)));
    const text = xmlOf(renderer.render(templates[kind], { ...values, 复查权利: false })).replace(/<[^>]*>/g, '');
    expect(text).not.toMatch(/[{}]|undefined|null|抄送：|复查的权利|附件：/);
  });

  it('makes a paragraph of the template’s own form of each line', async () => {
    const template = await worded(
      new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun({ text: '{答复内容}', bold: true })] }),
    );
    const xml = xmlOf(renderer.render(template, { 答复内容: '　　第一段\r\n\n第二段\n第三段' }));
    expect(paragraphs(xml)).toEqual(['第一段', '第二段', '第三段']);
    expect(xml.match(/w:firstLine="640"/g)).toHaveLength(3);
    expect(xml.match(/<w:b\/>/g)).toHaveLength(3);
  });

  it('never reads what a citizen wrote as a mark or as XML', async () => {
    const template = await worded(new Paragraph('{诉求}|{来件编号}'));
    const xml = xmlOf(renderer.render(template, { 诉求: '{来件编号}</w:t>{#诉求}&<b>\u0007\ud800', 来件编号: 'YXT-1' }));
    expect(xml).toContain('{来件编号}&lt;/w:t&gt;{#诉求}&amp;&lt;b&gt;|YXT-1');
  });

  it('fills a mark that WPS has broken into several runs', async () => {
    const runs = ['{', '来件', '编号', '}'].map((text) => new TextRun(text));
    const xml = xmlOf(renderer.render(await worded(new Paragraph({ children: runs })), { 来件编号: 'YXT-20261124-0007' }));
    expect(paragraphs(xml)).toEqual(['YXT-20261124-0007']);
  });

  it('is the same bytes for the same values', () => {
    const made = () => Buffer.from(renderer.render(templates.opinion, valuesOf('opinion'))).toString('base64');
    expect(made()).toBe(made());
  });
});

const mm = (length: number) => Math.round((length / 25.4) * 1440);
const number = (xml: string, name: string): number => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(xml)![1]);

describe('a letter by GB/T 9704-2012', () => {
  const letters = DOCUMENT_KINDS.filter((kind) => DOCUMENT_RULES[kind].to !== 'file');

  it.each(letters)('%s stands on A4 with a text block of 156 × 225 mm, 37 mm from the top and 28 mm from the left', (kind) => {
    const xml = xmlOf(templates[kind]);
    const [page, margin] = [/<w:pgSz[^>]*>/.exec(xml)![0], /<w:pgMar[^>]*>/.exec(xml)![0]];
    const [w, h] = [number(page, 'w'), number(page, 'h')];
    expect([w, h]).toEqual([mm(210), mm(297)]);
    expect([number(margin, 'top'), number(margin, 'left')]).toEqual([mm(37), mm(28)]);
    expect(Math.abs(w - number(margin, 'left') - number(margin, 'right') - mm(156))).toBeLessThan(3);
    expect(Math.abs(h - number(margin, 'top') - number(margin, 'bottom') - mm(225))).toBeLessThan(3);
  });

  it.each(letters)('%s has 22 lines to a page and 28 characters of size 3 to a line', (kind) => {
    const body = /<w:p>(?:(?!<\/w:p>).)*w:firstLine=(?:(?!<\/w:p>).)*<\/w:p>/s.exec(xmlOf(templates[kind]))![0];
    expect(Math.floor(mm(225) / number(/<w:spacing[^>]*w:line=[^>]*>/.exec(body)![0], 'line'))).toBe(22);
    expect(body).toContain('w:lineRule="exact"');
    expect(body).toContain('w:eastAsia="仿宋_GB2312"');
    const size = number(/<w:sz [^>]*>/.exec(body)![0], 'val') / 2;
    const pitch = size * 20 + number(/<w:spacing w:val[^>]*>/.exec(body)![0], 'val');
    expect([size, Math.floor(mm(156) / pitch)]).toEqual([16, 28]);
  });

  it.each(letters)('%s has its parts in order: mark, number, red rule, title, addressee, date, imprint', (kind) => {
    const xml = xmlOf(templates[kind]);
    const addressee = DOCUMENT_RULES[kind].to === 'department' ? '{主送单位}：' : '{收件人}：';
    const parts = ['{发文机关}', '{文号}', addressee, '{成文日期}', '{印发机关}', '{印发日期}印发'].map((mark) =>
      xml.indexOf(mark),
    );
    expect(parts.every((place, at) => place > (parts[at - 1] ?? 0))).toBe(true);
    const title = /<w:sz w:val="44"\/>/.exec(xml)!.index;
    expect(title).toBeGreaterThan(parts[1]!);
    expect(title).toBeLessThan(parts[2]!);
    const red = xml.slice(0, parts[1]);
    expect(red).toMatch(
      /w:before="1984".*<w:color w:val="FF0000"\/>.*方正小标宋简体|方正小标宋简体.*<w:color w:val="FF0000"\/>/s,
    );
    expect(red).toMatch(/<w:bottom [^>]*w:color="FF0000"/);
    expect(xml).toMatch(/<w:tblpPr[^>]*w:tblpYSpec="bottom"/);
  });

  it('has its page number between dashes, outside on odd and on even pages', () => {
    const zip = new PizZip(templates['receipt-notice']);
    const feet = Object.keys(zip.files)
      .filter((name) => /footer\d\.xml$/.test(name))
      .map((name) => zip.file(name)!.asText());
    expect(feet.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)![1]).sort()).toEqual(['left', 'right']);
    for (const xml of feet) expect(xml.replace(/<[^>]*>/g, '')).toMatch(/^— PAGE —$/);
    expect(zip.file('word/settings.xml')!.asText()).toContain('evenAndOddHeaders');
    expect(zip.file('word/fontTable.xml')!.asText()).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
  });
});
