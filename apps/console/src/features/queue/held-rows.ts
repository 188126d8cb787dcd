/** Rows as they are shown, and how many wait to be let in. */
export interface HeldRows<Row> {
  readonly rows: readonly Row[];
  readonly waiting: number;
}

/**
 * What a refreshed list shows beside what was shown before: rows stay in their places with what they say now, those that no
 * longer belong go, those behind the last are added, and those that are new between them wait, so that nothing moves under
 * the eye.
 */
export function heldRows<Row extends { readonly number: string }>(
  shown: readonly string[],
  fresh: readonly Row[],
): HeldRows<Row> {
  const byNumber = new Map(fresh.map((row) => [row.number, row]));
  const stay = shown.flatMap((number) => byNumber.get(number) ?? []);
  if (!stay.length) return { rows: fresh, waiting: 0 };
  const known = new Set(stay.map(({ number }) => number));
  const end = fresh.findLastIndex(({ number }) => known.has(number));
  const waiting = fresh.slice(0, end).filter(({ number }) => !known.has(number)).length;
  return { rows: [...stay, ...fresh.slice(end + 1)], waiting };
}
