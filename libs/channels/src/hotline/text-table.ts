import { Unreadable } from '@hub/domain';
import { CsvError, parse as parseStream, type Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import type { Cell, Sheet, SheetRow } from './cell';

const DELIMITERS = [',', '\t', ';'] as const;
/** Enough rows to reach a header below its titles, and fewer where these cannot be parsed. */
const HEADS: readonly number[] = [20, 5, 1];
const RECORD_CHARACTERS = 1 << 20;
const HEAD_CHARACTERS = 1 << 21;

const SLICE_CHARACTERS = 1 << 18;
const ROWS_AT_ONCE = 500;

const optionsOf = (delimiter: string): Options => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: RECORD_CHARACTERS,
  bom: true,
});
const records = (text: string, delimiter: string, to: number): string[][] => parse(text, { ...optionsOf(delimiter), to });

/** `="0138"` is how exports keep Excel from eating a leading zero. */
const bare = (text: string): string => (/^="([^"]*)"$/.exec(text)?.[1] ?? text).trim();

function rowOf(fields: readonly string[], row: number): SheetRow {
  const cells = new Map<number, Cell>();
  fields.forEach((field, column) => {
    const text = bare(field);
    if (text) cells.set(column, { text });
  });
  return { row, cells };
}

const rowsOf = (all: readonly string[][]): SheetRow[] =>
  all.map((fields, index) => rowOf(fields, index + 1)).filter(({ cells }) => cells.size > 0);

/** The delimiter under which `score` likes the first rows best; a quote that never ends must not hide the rows above it. */
function delimiterOf(text: string, score: (rows: readonly SheetRow[]) => number): string {
  const head = text.slice(0, HEAD_CHARACTERS);
  const best = (delimiter: string, [to, ...fewer]: readonly number[] = HEADS): number => {
    if (to === undefined) return -1;
    try {
      return score(rowsOf(records(head, delimiter, to)));
    } catch {
      return best(delimiter, fewer);
    }
  };
  const scores = DELIMITERS.map((delimiter) => best(delimiter));
  return DELIMITERS[scores.indexOf(Math.max(...scores))]!;
}

/** The text in pieces, none of which ends within a sign of two halves. */
function* slices(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    const end = at + SLICE_CHARACTERS;
    const piece = text.slice(at, /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end + 1 : end);
    yield piece;
    at += piece.length;
  }
}

/** A comma, tab or semicolon separated text; rows are counted as Excel would show them, not by line ends. */
export function textSheet(text: string, score: (rows: readonly SheetRow[]) => number): Sheet {
  const delimiter = delimiterOf(text, score);
  return { name: '', hidden: false, rows: () => readRows(text, delimiter) };
}

async function* readRows(text: string, delimiter: string): AsyncGenerator<readonly SheetRow[]> {
  let row = 0;
  let found: SheetRow[] = [];
  try {
    const source = Readable.from(slices(text));
    for await (const fields of source.pipe(parseStream(optionsOf(delimiter)))) {
      const next = rowOf(fields as string[], ++row);
      if (next.cells.size > 0) found.push(next);
      if (found.length < ROWS_AT_ONCE) continue;
      yield found;
      found = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = Number((error as { records?: number }).records ?? row) + 1;
    throw new Unreadable(`读不出这个文件：第 ${at} 行附近的引号没有配对，或者一行太长。请改好再试。`);
  }
  if (found.length > 0) yield found;
}
