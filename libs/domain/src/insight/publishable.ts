import type { Tally } from './facts';
import { hiddenCells } from './suppression';

/** Null where nothing is told, for all of it together is too little or gives away what is. */
export type PublishedTable = {
  readonly rows: readonly { readonly value: string; readonly count: number }[];
  /** What is told of together: small counts, and whatever would give them away. */
  readonly rest: number;
  readonly total: number;
} | null;

interface PartsAndWhole<T> {
  readonly parts: readonly T[];
  readonly whole: T;
}

/** Counts of several parts and their whole as far as they may be told, side by side; null for the others. */
export function publishableTotals(parts: readonly number[]): PartsAndWhole<number | null> {
  const columns = [...parts, parts.reduce((sum, count) => sum + count, 0)];
  const [hidden] = hiddenCells([columns]);
  const told = columns.map((count, at) => (hidden![at] ? null : count));
  return { parts: told.slice(0, -1), whole: told.at(-1)! };
}

/**
 * The same for counts by value. A reader may hold the tables of all parts and of their whole side by side, so they are hidden
 * together. Values of `unnamed` belong to the rest from the start.
 */
export function publishable(parts: readonly Tally[], unnamed: readonly string[] = []): PartsAndWhole<PublishedTable> {
  const values = [...new Set(parts.flatMap((part) => Object.keys(part)))].filter((value) => !unnamed.includes(value)).sort();
  const columns = withSum(parts.map((part) => values.map((value) => part[value] ?? 0)));
  const sums = publishableTotals(parts.map((part) => Object.values(part).reduce((sum, count) => sum + count, 0)));
  const totals = [...sums.parts, sums.whole];
  const hidden = hiddenCells(
    values.map((_, at) => columns.map((column) => column[at]!)),
    totals.map((total) => total !== null),
  );
  const tables = totals.map((total, at): PublishedTable => {
    if (total === null) return null;
    const rows = values
      .map((value, row) => ({ value, count: hidden[row]![at] ? 0 : columns[at]![row]! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return { rows, rest: total - rows.reduce((sum, { count }) => sum + count, 0), total };
  });
  return { parts: tables.slice(0, -1), whole: tables.at(-1)! };
}

const withSum = (columns: readonly number[][]): number[][] => [
  ...columns,
  (columns[0] ?? []).map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0)),
];
