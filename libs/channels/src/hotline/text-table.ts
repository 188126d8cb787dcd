import { Unreadable } from '@hub/domain';
import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, SheetRow } from './cell';

const DELIMITERS = [',', '\t', ';'] as const;
/** Enough rows to reach a header below its titles, and fewer where these cannot be parsed. */
const HEADS: readonly number[] = [20, 5, 1];
const RECORD_CHARACTERS = 1 << 20;

const records = (text: string, delimiter: string, to: number): string[][] =>
  parse(text, { delimiter, to, relax_column_count: true, relax_quotes: true, max_record_size: RECORD_CHARACTERS, bom: true });

/** `="0138"` is how exports keep Excel from eating a leading zero. */
const bare = (text: string): string => (/^="([^"]*)"$/.exec(text)?.[1] ?? text).trim();

function rowsOf(all: readonly string[][]): SheetRow[] {
  return all.flatMap((fields, index) => {
    const cells = new Map<number, Cell>();
    fields.forEach((field, column) => {
      const text = bare(field);
      if (text) cells.set(column, { text });
    });
    return cells.size > 0 ? [{ row: index + 1, cells }] : [];
  });
}

/** The delimiter under which `score` likes the first rows best; a quote that never ends must not hide the rows above it. */
function delimiterOf(text: string, score: (rows: readonly SheetRow[]) => number): string {
  const best = (delimiter: string, [to, ...fewer]: readonly number[] = HEADS): number => {
    if (to === undefined) return -1;
    try {
      return score(rowsOf(records(text, delimiter, to)));
    } catch {
      return best(delimiter, fewer);
    }
  };
  const scores = DELIMITERS.map((delimiter) => best(delimiter));
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!;
}

/** Rows of a comma, tab or semicolon separated text; rows are counted as Excel would show them, not by line ends. */
export function readTextTable(text: string, limit: number, score: (rows: readonly SheetRow[]) => number): SheetRow[] {
  try {
    return rowsOf(records(text, delimiterOf(text, score), limit));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as { records?: number }).records ?? 0) + 1;
    throw new Unreadable(`读不出这个文件：第 ${row} 行附近的引号没有配对，或者一行太长。请改好再试。`);
  }
}
