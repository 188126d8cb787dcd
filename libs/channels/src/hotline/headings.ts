import type { Cell } from './cell';
import { COUNTER_HEADINGS, LAST_RESORT, LOG_FIELDS, USUAL_HEADINGS, type ColumnNames, type LogField } from './fields';

/** A header row, understood. Columns of a field stand in the order in which they are asked. */
export interface Columns {
  readonly of: ReadonlyMap<LogField, readonly number[]>;
  readonly headings: ReadonlyMap<number, string>;
  readonly counters: ReadonlySet<number>;
  /** The text is taken from a column that is not meant for it. */
  readonly makeshift: boolean;
}

/** Headings are the same whatever their width, case, spaces, punctuation and brackets. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `来电时间（必填）` is also asked for as `来电时间`. */
const withoutBrackets = (heading: string): string =>
  plainHeading(heading.normalize('NFKC').replace(/[([【〔<《].*?[)\]】〕>》]/g, ''));

export function matchHeadings(cells: ReadonlyMap<number, Cell>, own: ColumnNames = {}): Columns {
  const headings = new Map([...cells].map(([at, cell]) => [at, cell.text.replace(/\s+/g, '').slice(0, 60)]));
  const free = new Set(headings.keys());
  const of = new Map<LogField, number[]>();

  const claim = (field: LogField, wanted: readonly string[]) => {
    for (const form of [plainHeading, withoutBrackets])
      for (const want of wanted)
        for (const at of [...free].sort((a, b) => a - b)) {
          if (form(headings.get(at)!) !== plainHeading(want)) continue;
          free.delete(at);
          of.set(field, [...(of.get(field) ?? []), at]);
        }
  };
  // The office's own words take their columns before the usual ones may.
  for (const field of LOG_FIELDS) claim(field, own[field] ?? []);
  const settled = new Set(of.keys());
  for (const field of LOG_FIELDS) if (!settled.has(field)) claim(field, USUAL_HEADINGS[field]);

  const makeshift = !of.has('text') && [...headings.values()].some((heading) => LAST_RESORT.includes(plainHeading(heading)));
  if (makeshift)
    of.set(
      'text',
      [...headings].filter(([, heading]) => LAST_RESORT.includes(plainHeading(heading))).map(([at]) => at),
    );
  const counters = [...headings].filter(([, heading]) =>
    COUNTER_HEADINGS.some((one) => plainHeading(one) === withoutBrackets(heading)),
  );
  return { of, headings, counters: new Set(counters.map(([at]) => at)), makeshift };
}

/** How much of a header a row is: fields understood, none without a text. */
export function headerScore(cells: ReadonlyMap<number, Cell>, own?: ColumnNames): number {
  const columns = matchHeadings(cells, own);
  return columns.of.has('text') ? columns.of.size : 0;
}
