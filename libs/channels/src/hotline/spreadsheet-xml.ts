import { CELL_LIMIT, COLUMN_LIMIT, type Cell, type Sheet, type SheetRow } from './cell';
import { Spans } from './spans';
import { parseXml, walkXml } from './xml';

const PIECE_BYTES = 1 << 16;

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

const attribute = (attributes: Readonly<Record<string, string>>, name: string): string =>
  attributes[`ss:${name}`] ?? attributes[name] ?? '';

/** The sheets of an "XML Spreadsheet 2003", which many systems export under the name .xls. */
export async function spreadsheetXml(bytes: Uint8Array): Promise<Sheet[]> {
  const names: { name: string; hidden: boolean }[] = [];
  await parseXml(pieces(bytes), {
    open(name, attributes) {
      if (name === 'Worksheet') names.push({ name: attribute(attributes, 'Name'), hidden: false });
    },
  });
  return names.map((one, at) => ({ ...one, rows: () => sheetRows(bytes, at) }));
}

async function* sheetRows(bytes: Uint8Array, wanted: number): AsyncGenerator<readonly SheetRow[]> {
  let sheet = -1;
  let row = { at: 0, hidden: false };
  let column = -1;
  let cells = new Map<number, Cell>();
  let text: string | null = null;
  let down = 0;
  const spans = new Spans();
  let found: SheetRow[] = [];
  const walk = walkXml(pieces(bytes), {
    open(name, attributes) {
      if (name === 'Worksheet') {
        sheet++;
        row = { at: 0, hidden: false };
      } else if (name === 'Row') {
        row = { at: Number(attribute(attributes, 'Index')) || row.at + 1, hidden: attribute(attributes, 'Hidden') === '1' };
        column = -1;
        cells = new Map();
      } else if (name === 'Cell') {
        column = Math.min((Number(attribute(attributes, 'Index')) || column + 2) - 1, COLUMN_LIMIT);
        down = Number(attribute(attributes, 'MergeDown')) || 0;
      } else if (name === 'Data') text = '';
    },
    text(part) {
      if (text !== null && text.length <= CELL_LIMIT) text += part;
    },
    close(name) {
      if (name === 'Data') {
        // A date is written 2011-03-15T09:20:00.000.
        const plain = (text ?? '').replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.000$/, '$1 $2');
        if (plain.trim() !== '') cells.set(column, { text: plain });
        text = null;
      } else if (name === 'Cell' && down > 0 && sheet === wanted) spans.begin(column, row.at + down, cells.get(column));
      else if (name === 'Row' && sheet === wanted && cells.size > 0)
        found.push(spans.fill({ row: row.at, cells, ...(row.hidden ? { hidden: true } : {}) }));
    },
  });
  while (!(await walk.next()).done) {
    if (found.length > 0) yield found;
    found = [];
  }
}
