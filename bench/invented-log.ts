import PizZip from 'pizzip';

const PLACES = ['兰溪路', '真北路', '曹杨路', '宜川路', '武宁路', '长寿路'];
const MATTERS = ['夜间施工噪声', '餐饮油烟扰民', '排气有刺鼻气味', '河水发黑发臭', '装修噪声不断', '渣土车扬尘'];
const HEADINGS = ['工单编号', '来电时间', '标题', '诉求内容', '来电人', '联系电话', '发生地点'];

function* inventedRows(rows: number): Generator<readonly string[]> {
  for (let at = 0; at < rows; at++) {
    const [place, matter] = [PLACES[at % 6]!, MATTERS[(at * 7 + (at >> 3)) % 6]!];
    const day = `2026-0${(at % 9) + 1}-1${at % 10} 09:${String(at % 60).padStart(2, '0')}`;
    const text = `市民反映${place}${at % 900}弄${at}号附近${matter}，已经持续${at % 30}天，希望尽快到现场处理并电话告知结果。`;
    const number = `PT${String(at).padStart(8, '0')}`;
    yield [number, day, `${place}${matter}`, text, `王${at % 500}`, String(13_800_000_000 + at), `${place}${at % 900}弄`];
  }
}

/** An invented log of so many rows. */
export const inventedLog = (rows: number): Buffer =>
  Buffer.from([HEADINGS, ...inventedRows(rows)].map((cells) => cells.join(',')).join('\n'));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The same log as Excel saves it: each different text once in the shared strings, the cells naming it by its place. */
export function inventedWorkbook(rows: number): Buffer {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => places.get(text) ?? (places.set(text, places.size), places.size - 1);
  const sheet = [HEADINGS, ...inventedRows(rows)].map((cells, at) => {
    const written = cells.map((text, column) => `<c r="${'ABCDEFG'[column]!}${at + 1}" t="s"><v>${placeOf(text)}</v></c>`);
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const strings = [...places.keys()].map((text) => `<si><t>${text}</t></si>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const zip = new PizZip();
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="s1"/></sheets></workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relation('s1', 'worksheet', 'worksheets/sheet1.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  );
  zip.file('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.join('')}</sst>`);
  zip.file('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData>${sheet.join('')}</sheetData></worksheet>`);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
