/**
 * One cell as people see it. Numeric cells of a workbook also carry `serial`, their number in Excel's day count from 1900,
 * and `dated` where the number format shows it as a date.
 */
export interface Cell {
  readonly text: string;
  readonly serial?: number;
  readonly dated?: boolean;
}

/** A row that has something in it. `row` counts from 1 as in the sheet, columns from 0. */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
  /** Hidden from whoever looks at the sheet. */
  readonly hidden?: boolean;
}

/** A sheet of a file, whatever its kind. */
export interface Sheet {
  /** Empty where the kind of file names none. */
  readonly name: string;
  /** The whole sheet is hidden. */
  readonly hidden: boolean;
  /** Its rows from the top, some at a time; may be asked for again. */
  rows(): AsyncIterable<readonly SheetRow[]>;
}

const ROWS_AT_ONCE = 200;

/** Rows that can be had one by one, some at a time. */
export async function* inPieces(rows: Iterable<SheetRow>): AsyncGenerator<readonly SheetRow[]> {
  let found: SheetRow[] = [];
  for (const row of rows) {
    found.push(row);
    if (found.length < ROWS_AT_ONCE) continue;
    yield found;
    found = [];
  }
  if (found.length > 0) yield found;
}

export const ROW_LIMIT = 200_000;
/** A long shared string that every row repeats takes no room in the file, but in the database. */
export const CHARACTER_LIMIT = 128 << 20;

/** Excel allows this many columns and this many characters in a cell; what claims more was not made by a person. */
export const COLUMN_LIMIT = 16_384;
export const CELL_LIMIT = 32_767;

const DAY_MS = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** A day count as civil time in milliseconds, as if Shanghai were UTC. */
export const civilMs = (serial: number): number => Math.round((serial - UNIX_EPOCH_SERIAL) * 86_400) * 1000;

/** `2019-01-16 20:20:02`; the clock is left out at midnight, the day where the number holds a clock only. */
export function serialText(serial: number): string {
  const at = new Date(civilMs(serial));
  if (Number.isNaN(at.getTime())) return String(serial);
  const [day, clock] = at.toISOString().slice(0, 19).split('T') as [string, string];
  if (serial < 1) return clock;
  return Math.abs(at.getTime() % DAY_MS) === 0 ? day : `${day} ${clock}`;
}

/** A stored number as its digits: `1.3812341234E10` is 13812341234, an 18-digit number keeps every digit that is there. */
export function plainNumber(stored: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(stored.trim());
  if (!found) return stored.trim();
  const [, sign = '', whole = '', part = '', power = '0'] = found;
  const shift = Number(power) - part.length;
  const digits = whole + part;
  if (Math.abs(shift) > 40) return stored.trim();
  if (shift >= 0) return sign + (digits + '0'.repeat(shift)).replace(/^0+(?=\d)/, '');
  // A fraction goes through the double, so that 0.1 does not come out as 0.10000000000000001.
  const value = Number(stored);
  return Number.isInteger(value) ? plainNumber(String(value)) : String(value);
}

const DAYS_FROM_1900_TO_1904 = 1_462;

/** A number as its cell shows it; `written` are the digits as the file has them. */
export function numberCell(value: number, written: string, dated: boolean, from1904: boolean): Cell {
  const serial = from1904 ? value + DAYS_FROM_1900_TO_1904 : value;
  return dated ? { text: serialText(serial), serial, dated } : { text: plainNumber(written), serial };
}
