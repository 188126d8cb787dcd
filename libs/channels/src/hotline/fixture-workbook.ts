import { crc32, deflateRawSync } from 'node:zlib';

/** For the tests: a zip as plain as can be, so that a test may also write what no honest program would. */
export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** The size that the directory claims, where it is to be a lie. */
  readonly claims?: number;
}

export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const raw = Buffer.from(content as string);
    const data = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claims ?? raw.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Cells by their reference; `xml` is what stands in `<sheetData>`. */
export interface SheetFixture {
  readonly name?: string;
  readonly state?: string;
  readonly xml: string;
  /** What stands before `<sheetData>`. */
  readonly before?: string;
  /** What stands behind it. */
  readonly after?: string;
}

const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** Text cells are inline strings, numbers are numbers, an object is the cell's own XML attributes and content. */
export type CellFixture = string | number | null | { readonly a: string; readonly x: string };

export const row = (at: number, cells: readonly CellFixture[]): string =>
  `<row r="${at}">${cells
    .map((cell, column) => {
      const r = `${letters(column)}${at}`;
      if (cell === null || cell === '') return '';
      if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
      if (typeof cell === 'object') return `<c r="${r}" ${cell.a}>${cell.x}</c>`;
      return `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
    })
    .join('')}</row>`;

export const rows = (...all: readonly (readonly CellFixture[])[]): string => all.map((cells, at) => row(at + 1, cells)).join('');

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cell styles: 1 is built-in date 14, 2 and 3 are custom (a date, a money format), 4 is built-in 22. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm"/><numFmt numFmtId="177" formatCode="[Red]#,##0.00&quot;元ymd&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="22"/></cellXfs></styleSheet>`;

export interface WorkbookFixture {
  readonly sheets: readonly SheetFixture[];
  readonly strings?: string;
  readonly from1904?: boolean;
  readonly extra?: readonly Part[];
}

export function workbook({ sheets, strings, from1904, extra = [] }: WorkbookFixture): Buffer {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('styles', 'styles', 'styles.xml'),
    ...(strings ? [relation('strings', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
  ].join('');
  const listed = sheets
    .map(
      ({ name = '台账', state }, at) =>
        `<sheet name="${escape(name)}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="s${at}"/>`,
    )
    .join('');
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations}</Relationships>` },
    { name: 'xl/styles.xml', content: STYLES },
    ...(strings ? [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings}</sst>` }] : []),
    ...sheets.map(({ xml, before = '', after = '' }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${xml}</sheetData>${after}</worksheet>`,
    })),
    ...extra,
  ]);
}

/** A workbook of one sheet with these rows. */
export const book = (...all: readonly (readonly CellFixture[])[]): Buffer => workbook({ sheets: [{ xml: rows(...all) }] });
