import { decodeEntities } from '../mailbox/entities';
import { Tags } from '../mailbox/html-tags';
import { CELL_LIMIT, COLUMN_LIMIT, inPieces, type Cell, type Sheet, type SheetRow } from './cell';
import { Spans } from './spans';

const SPAN_LIMIT = 1_000;
/** What stands in these is no text of a cell. */
const SKIPPED = new Set(['script', 'style', 'head', 'xml', 'title']);
const HIDDEN = /display\s{0,3}:\s{0,3}none/i;

/** A page with a table, as many systems export it under the name of a workbook: all its rows are one sheet. */
export const htmlSheet = (html: string): Sheet => ({ name: '', hidden: false, rows: () => inPieces(rowsIn(html)) });

const span = (tag: string, name: 'rowspan' | 'colspan'): number => {
  const found = new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}["']?(\\d{1,5})`, 'i').exec(tag);
  return found ? Math.min(Math.max(Number(found[1]), 1), SPAN_LIMIT) : 1;
};

/** Gathers the cells of a row, beside those from above that reach down into it. */
class RowUnderWay {
  private cells = new Map<number, Cell>();
  private readonly spans = new Spans();
  private next = 0;

  constructor(private row: number) {}

  add(text: string, tag: string): void {
    while (this.spans.covers(this.next, this.row)) this.next++;
    if (this.next >= COLUMN_LIMIT) return;
    const plain = text.replace(/[ \t\r\f\u00a0]+/g, ' ').replace(/ ?\n ?/g, '\n').trim().slice(0, CELL_LIMIT); // prettier-ignore
    const cell = plain ? { text: plain } : undefined;
    if (cell) this.cells.set(this.next, cell);
    const [rows, columns] = [span(tag, 'rowspan'), span(tag, 'colspan')];
    for (let at = 0; at < columns && rows > 1; at++)
      this.spans.begin(this.next + at, this.row + rows - 1, at === 0 ? cell : undefined);
    this.next += columns;
  }

  /** The row, and on to the next. */
  take(hidden: boolean): SheetRow | null {
    const { cells, row } = this;
    this.cells = new Map();
    this.next = 0;
    this.row++;
    return cells.size > 0 ? this.spans.fill({ row, cells, ...(hidden ? { hidden } : {}) }) : null;
  }

  get at(): number {
    return this.row;
  }
}

/** The rows of every table, in the order in which they end; a table within a cell gives rows of its own. */
export function* rowsIn(html: string): Generator<SheetRow> {
  const tags = new Tags(html);
  let under = new RowUnderWay(1);
  let cell: { tag: string; text: string } | null = null;
  let hidden = false;
  let open = false;
  const closeCell = () => {
    if (cell) under.add(decodeEntities(cell.text), cell.tag);
    cell = null;
  };
  function* closeRow(): Generator<SheetRow> {
    closeCell();
    if (!open) return;
    open = false;
    const row = under.take(hidden);
    if (row) yield row;
  }
  for (let at = 0; at < html.length;) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    if (cell) (cell as { text: string }).text += html.slice(at, start);
    const end = tags.endOf(start);
    if (end < 0) {
      if (cell) (cell as { text: string }).text += '<';
      at = start + 1;
      continue;
    }
    const tag = html.slice(start, Math.min(end, start + 4_000));
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(tag)?.[1]!.toLowerCase() ?? '';
    at = end;
    if (SKIPPED.has(name)) at = tags.afterElement(name, end);
    else if (name === 'tr') {
      yield* closeRow();
      open = true;
      hidden = HIDDEN.test(tag);
    } else if (name === 'td' || name === 'th') {
      closeCell();
      open = true;
      cell = { tag, text: '' };
    } else if (name === '/td' || name === '/th') closeCell();
    else if (name === '/tr') yield* closeRow();
    else if (name === 'table') under = new RowUnderWay(under.at);
    else if (name === '/table') yield* closeRow();
    else if (cell && /^(?:br|\/p|\/div|\/li)$/.test(name)) (cell as { text: string }).text += '\n';
  }
  yield* closeRow();
}
