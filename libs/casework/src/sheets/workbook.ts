import { zipStream, type ZipPart } from './zip-stream';

export interface SheetContent {
  readonly name: string;
  readonly headings: readonly string[];
  /** Cells in the order of the headings. */
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Excel takes no more in a cell. */
const CELL = 32_767;

/**
 * 1 is text whatever it begins with: number format "@", and the quote prefix by which Excel keeps `=1+1` a text even when
 * the cell is edited. 2 is the same in bold.
 */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" fontId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** A workbook of text cells, written row by row: nothing in it is ever a formula, a number or a link. */
export function workbook(sheets: readonly SheetContent[]): AsyncGenerator<Buffer> {
  const each = (of: (at: number, name: string) => string) => sheets.map(({ name }, at) => of(at + 1, name)).join('');
  const types = each((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`);
  const listed = each((at, name) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at}" r:id="s${at}"/>`);
  const related = each((at) => `<Relationship Id="s${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`);
  const parts: ZipPart[] = [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="w" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    { name: 'xl/styles.xml', content: [STYLES] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
  ];
  return zipStream(parts);
}

const part = (name: string, xml: string): ZipPart => ({ name, content: [HEAD + xml] });

async function* sheetXml({ headings, rows }: SheetContent): AsyncGenerator<string> {
  const width = (heading: string) => Math.min(Math.max([...heading].length * 2 + 4, 12), 40);
  const widths = headings.map((one, at) => `<col min="${at + 1}" max="${at + 1}" width="${width(one)}" customWidth="1"/>`);
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  yield `<cols>${widths.join('')}</cols><sheetData>${rowXml(1, headings, 2)}`;
  let at = 1;
  for await (const cells of rows) yield rowXml(++at, cells, 1);
  yield '</sheetData></worksheet>';
}

const rowXml = (at: number, cells: readonly string[], style: number): string =>
  `<row r="${at}">${cells
    .map((text, column) =>
      text === ''
        ? ''
        : `<c r="${letters(column)}${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, CELL))}</t></is></c>`,
    )
    .join('')}</row>`;

const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** Signs that XML 1.0 does not know are left out. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the signs that must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

/** Excel's own rule: 31 signs, none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || '表';
