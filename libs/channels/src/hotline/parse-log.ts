import type { Instant } from '@hub/domain';
import { ROW_LIMIT, type SheetRow } from './cell';
import { decodeText } from './charset';
import { fileKind } from './file-kind';
import type { ColumnNames } from './fields';
import { headerScore } from './headings';
import { LogTable, noHeader } from './log-table';
import type { GoodRow } from './row-record';
import { readTextTable } from './text-table';
import { openWorkbook } from './workbook';

export interface LogFile {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly columns: ColumnNames;
  readonly now: number;
}

/** Plain values: they cross from the worker thread. `record` is JSON. */
export interface ParsedRow {
  readonly row: number;
  readonly sourceKey: string;
  readonly record: string;
  readonly arrivedAt: Instant | null;
}

export interface ParsedLog {
  readonly rows: number;
  readonly good: readonly ParsedRow[];
  readonly bad: readonly (ParsedRow & { readonly reason: string })[];
}

const NUMBER_LIMIT = 120;

/** Reads a workbook or a text table. Every visible sheet with a header that is understood is read. */
export async function parseLog({ bytes, source, columns, now }: LogFile): Promise<ParsedLog> {
  const tables = fileKind(bytes) === 'workbook' ? await workbookTables(bytes, columns, now) : textTables(bytes, columns, now);
  const understood = tables.filter((table) => table.finish());
  if (understood.length === 0) {
    const found = tables.map((table) => table.likelyHeadings).reduce((best, one) => (one.length > best.length ? one : best), []);
    throw noHeader(found, columns);
  }
  const good = understood.flatMap((table) => table.good);
  const bad = understood.flatMap((table) => table.bad);
  const keys = keysOf(good);
  return {
    rows: good.length + bad.length,
    good: good.map(({ row, arrivedAt, record }, at) => ({
      row,
      arrivedAt,
      sourceKey: `${source}:${keys[at]!}`,
      record: JSON.stringify(record),
    })),
    bad: bad.map(({ row, hash, record }) => ({
      row,
      arrivedAt: null,
      sourceKey: `${source}:#${hash}`,
      record: JSON.stringify(record),
      reason: record.fault,
    })),
  };
}

async function workbookTables(bytes: Uint8Array, columns: ColumnNames, now: number): Promise<LogTable[]> {
  const sheets = await openWorkbook(bytes);
  const tables: LogTable[] = [];
  for (const sheet of sheets) {
    const table = new LogTable(columns, now, sheets.length > 1 ? sheet.name : '');
    await sheet.rows(table.take);
    tables.push(table);
  }
  return tables;
}

function textTables(bytes: Uint8Array, columns: ColumnNames, now: number): LogTable[] {
  const score = (rows: readonly SheetRow[]) =>
    Math.max(...rows.map((row) => headerScore(row.cells, columns) * 1000 + Math.min(row.cells.size, 999)));
  const table = new LogTable(columns, now, '');
  readTextTable(decodeText(bytes), ROW_LIMIT + 1, score).forEach(table.take);
  return [table];
}

/**
 * A row is known by its order number, else by what it says. Where one number stands at rows that say different things, the
 * earliest keeps the plain number and each other is told apart by its own hash, so that none vanishes behind the first.
 */
function keysOf(rows: readonly GoodRow[]): string[] {
  const first = new Map<string, GoodRow>();
  for (const row of rows) {
    const before = row.number && first.get(row.number);
    if (row.number && (!before || (row.arrivedAt ?? '') < (before.arrivedAt ?? ''))) first.set(row.number, row);
  }
  return rows.map((row) => {
    if (!row.number || row.number.length > NUMBER_LIMIT) return `#${row.hash}`;
    return first.get(row.number)!.hash === row.hash ? row.number : `${row.number}#${row.hash.slice(0, 16)}`;
  });
}
