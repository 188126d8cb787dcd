import { Unreadable } from '@hub/domain';
import { CELL_LIMIT, numberCell, type Cell, type SheetRow } from '../cell';
import type { BookGlobals } from './book-globals';
import { RecordCursor } from './record-cursor';
import { RECORD, sheetRecords } from './records';

const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
const HIDDEN_ROW = 0x20;

/** A number in 30 bits: an integer or the upper half of a double, perhaps a hundredth of it ([MS-XLS] 2.5.218). */
export function rkNumber(rk: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((rk & ~3) >>> 0, 4);
  const value = rk & 2 ? rk >> 2 : double.readDoubleLE();
  return rk & 1 ? value / 100 : value;
}

const boolOrError = (value: number, error: boolean): string => (error ? (ERRORS[value] ?? '#N/A') : value ? 'TRUE' : 'FALSE');

/** The rows of the sheet that begins at an offset, in the order of the file. */
export function* sheetRows(stream: Buffer, offset: number, book: BookGlobals): Generator<SheetRow> {
  const hidden = new Set<number>();
  let row = -1;
  let cells = new Map<number, Cell>();
  /** A formula whose text comes with the next record. */
  let awaited: { row: number; column: number } | null = null;
  const found: SheetRow[] = [];
  const put = (at: number, column: number, cell: Cell) => {
    if (at !== row && cells.size > 0) {
      found.push(rowOf(row, cells, hidden));
      cells = new Map();
    }
    row = at;
    if (cell.text.length > CELL_LIMIT) throw new Unreadable(`读不出这个文件：有的单元格超过 ${CELL_LIMIT} 字。`);
    if (cell.text.trim() !== '') cells.set(column, cell);
  };
  const number = (value: number, style: number) => numberCell(value, String(value), book.dated[style] === true, book.from1904);

  for (const record of sheetRecords(stream, offset)) {
    const { type } = record;
    const cursor = new RecordCursor(record);
    const text = (length: number) => (book.unicode ? cursor.text(length) : book.decode(cursor.bytes(length)));
    const place = () => [cursor.short(), cursor.short(), cursor.short()] as const;
    switch (type) {
      case RECORD.row: {
        const at = cursor.short();
        cursor.skip(10);
        if (cursor.short() & HIDDEN_ROW) hidden.add(at);
        break;
      }
      case RECORD.sharedLabel: {
        const [at, column] = place();
        put(at, column, { text: book.strings.at(cursor.long()) });
        break;
      }
      case RECORD.label:
      case RECORD.richString: {
        const [at, column] = place();
        put(at, column, { text: text(cursor.short()) });
        break;
      }
      case RECORD.number: {
        const [at, column, style] = place();
        put(at, column, number(cursor.double(), style));
        break;
      }
      case RECORD.rk: {
        const [at, column, style] = place();
        put(at, column, number(rkNumber(cursor.long() | 0), style));
        break;
      }
      case RECORD.mulRk: {
        const [at, first] = [cursor.short(), cursor.short()];
        const count = Math.floor((record.parts[0]!.length - 6) / 6);
        for (let column = first; column < first + count; column++) {
          const style = cursor.short();
          put(at, column, number(rkNumber(cursor.long() | 0), style));
        }
        break;
      }
      case RECORD.boolOrError: {
        const [at, column] = place();
        put(at, column, { text: boolOrError(cursor.byte(), cursor.byte() === 1) });
        break;
      }
      case RECORD.formula: {
        const [at, column, style] = place();
        const result = cursor.bytes(8);
        awaited = null;
        if (result.readUInt16LE(6) !== 0xffff) put(at, column, number(result.readDoubleLE(), style));
        else if (result[0] === 0) awaited = { row: at, column };
        else if (result[0] !== 3) put(at, column, { text: boolOrError(result[2]!, result[0] === 2) });
        break;
      }
      case RECORD.string:
        if (awaited) put(awaited.row, awaited.column, { text: text(cursor.short()) });
        awaited = null;
    }
    yield* found.splice(0);
  }
  if (cells.size > 0) yield rowOf(row, cells, hidden);
}

const rowOf = (row: number, cells: ReadonlyMap<number, Cell>, hidden: ReadonlySet<number>): SheetRow => ({
  row: row + 1,
  cells,
  ...(hidden.has(row) ? { hidden: true } : {}),
});
