import {
  LOG_FIELD_NAMES,
  NoTextColumn,
  Unreadable,
  type ColumnNames,
  type Instant,
  type LogField,
  type LogSheet,
  type LogSurvey,
} from '@hub/domain';
import { CHARACTER_LIMIT, ROW_LIMIT, type Sheet, type SheetRow } from './cell';
import { heapKeeper } from './heap-keeper';
import { columnsFound, findTable, HEAD_ROWS, likelyHeader, noText, type LogTable } from './log-table';
import { matchHeadings } from './headings';
import { openSheets } from './open-sheets';
import { RowKeys } from './row-keys';
import type { BadRow, GoodRow } from './row-record';

export interface LogTask {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly columns: ColumnNames;
  readonly now: number;
}

/** Plain values: they cross from the worker thread. `record` is JSON. */
export interface ParsedRow {
  readonly sheet: string;
  readonly row: number;
  readonly sourceKey: string;
  readonly record: string;
  readonly content: string | null;
  readonly arrivedAt: Instant | null;
  readonly fault: string | null;
}

export interface ParsedLog {
  readonly survey: LogSurvey;
  rows(): AsyncGenerator<readonly ParsedRow[]>;
}

const ROWS_AT_ONCE = 100;
const CHARACTERS_AT_ONCE = 1 << 20;
/** What has fewer is no table of which a column could be chosen. */
const COLUMNS_OF_A_LOG = 2;

interface Found {
  readonly sheet: Sheet;
  readonly table: LogTable;
}

/**
 * Reads a log twice: once through, so that its faults, its keys and its number of rows are known before anything is taken,
 * and once more piece by piece. Every visible sheet with a header that is understood is taken.
 */
export async function parseLog({ bytes, source, columns, now }: LogTask): Promise<ParsedLog> {
  const { kind, sheets } = await openSheets(bytes, columns);
  const titled = sheets.length > 1;
  const limits = new Limits();
  const tidy = heapKeeper();
  const keys = new RowKeys();
  const told: LogSheet[] = [];
  const found: Found[] = [];
  let likely: readonly string[] = [];
  for (const sheet of sheets) {
    const { table, head, ...counts } = await survey(sheet, titled ? sheet.name : '', columns, (row, at) => {
      limits.check(row);
      if (row.row % ROWS_AT_ONCE === 0) tidy();
      const read = at?.read(row, now) ?? null;
      if (read && !isBad(read)) keys.note(read);
      return read !== null;
    });
    if (table) found.push({ sheet, table });
    const { headings } = likelyHeader(head);
    if (!table && headings.length > likely.length) likely = headings;
    told.push({ name: sheet.name, ...counts, ...tellSheet(sheet, table, head, columns) });
  }
  const whole: LogSurvey = { kind, rows: told.reduce((sum, one) => sum + one.rows, 0), sheets: told };
  if (found.length === 0) {
    const reason = `读不出这个文件：${noText(likely, columns)}`;
    throw likely.length >= COLUMNS_OF_A_LOG ? new NoTextColumn(reason, whole) : new Unreadable(reason);
  }
  return {
    survey: whole,
    async *rows() {
      /** Keys that more than one row has, once they were given. */
      const given = new Set<string>();
      let piece = new Piece();
      for (const { sheet, table } of found)
        for await (const rows of sheet.rows())
          for (const row of rows) {
            const read = table.read(row, now);
            if (read) piece.add(parsed(read, sheet.name, source, keys, given));
            if (!piece.full) continue;
            tidy();
            yield piece.rows;
            piece = new Piece();
          }
      if (piece.rows.length > 0) yield piece.rows;
    },
  };
}

const isBad = (row: GoodRow | BadRow): row is BadRow => 'fault' in row.record;

/** Of rows with one key the first says what it holds; the others would seem to change it back and forth. */
function parsed(row: GoodRow | BadRow, sheet: string, source: string, keys: RowKeys, given: Set<string>): ParsedRow {
  const common = { sheet, row: row.row, record: JSON.stringify(row.record) };
  if (isBad(row))
    return { ...common, sourceKey: `${source}:#${row.hash}`, content: null, arrivedAt: null, fault: row.record.fault };
  const key = keys.of(row);
  const again = given.has(key);
  if (keys.repeats(row)) given.add(key);
  const content = again ? null : row.content;
  return { ...common, sourceKey: `${source}:${key}`, content, arrivedAt: row.arrivedAt, fault: null };
}

/** Goes through a sheet: the first rows wait until it is known which of them is the header. */
async function survey(
  sheet: Sheet,
  title: string,
  columns: ColumnNames,
  take: (row: SheetRow, table: LogTable | null) => boolean,
): Promise<{ table: LogTable | null; head: readonly SheetRow[]; rows: number; hidden: number; passed: number }> {
  const head: SheetRow[] = [];
  const counts = { rows: 0, hidden: 0, passed: 0 };
  let table: LogTable | null = null;
  let settled = sheet.hidden;
  const count = (row: SheetRow) => {
    const taken = take(row, table);
    if (taken) counts.rows++;
    if (taken && row.hidden) counts.hidden++;
    if (!taken && table && row.row > table.headerRow) counts.passed++;
  };
  const settle = () => {
    settled = true;
    table = findTable(head, columns, title);
    head.forEach(count);
  };
  if (!sheet.hidden)
    for await (const rows of sheet.rows())
      for (const row of rows) {
        if (settled) count(row);
        else head.push(row);
        if (!settled && head.length === HEAD_ROWS) settle();
      }
  if (!settled) settle();
  return { table, head, ...counts };
}

const WANTED: readonly LogField[] = ['number', 'receivedAt', 'name', 'phone'];

function tellSheet(
  sheet: Sheet,
  table: LogTable | null,
  head: readonly SheetRow[],
  own: ColumnNames,
): Pick<LogSheet, 'taken' | 'reason' | 'headerRow' | 'columns'> {
  if (!table) {
    if (sheet.hidden)
      return { taken: false, reason: '这张表是隐藏的，没有读。要读它，请先取消隐藏。', headerRow: null, columns: [] };
    const { row, headings } = likelyHeader(head);
    const columns = row ? columnsFound(matchHeadings(row.cells, own), below(head, row.row)) : [];
    return { taken: false, reason: noText(headings, own), headerRow: row?.row ?? null, columns };
  }
  const missing = WANTED.filter((field) => !table.columns.of.has(field)).map((field) => LOG_FIELD_NAMES[field]);
  const lacks = missing.length > 0 ? `没有找到：${missing.join('、')}。` : '';
  const reason = `第 ${table.headerRow} 行是表头。${lacks}`;
  return { taken: true, reason, headerRow: table.headerRow, columns: columnsFound(table.columns, below(head, table.headerRow)) };
}

const below = (head: readonly SheetRow[], header: number): SheetRow[] => head.filter(({ row }) => row > header);

/** So many rows, or characters, are handed over at once. */
class Piece {
  readonly rows: ParsedRow[] = [];
  private characters = 0;

  get full(): boolean {
    return this.rows.length >= ROWS_AT_ONCE || this.characters >= CHARACTERS_AT_ONCE;
  }

  add(row: ParsedRow): void {
    this.rows.push(row);
    this.characters += row.record.length;
  }
}

/** Over the whole file, however many sheets it has. */
class Limits {
  private rows = 0;
  private characters = 0;

  check(row: SheetRow): void {
    if (++this.rows > ROW_LIMIT)
      throw new Unreadable(`读不出这个文件：超过 ${ROW_LIMIT / 10_000} 万行。请拆成几个小一些的文件再试。`);
    for (const cell of row.cells.values()) this.characters += cell.text.length;
    if (this.characters > CHARACTER_LIMIT) throw new Unreadable('读不出这个文件：里面的文字太多。请拆成几个小一些的文件再试。');
  }
}
