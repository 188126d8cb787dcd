import type { Tally } from './facts';

/** The median of a tally of days; the mean of the middle two where they are even. Null where there are none. */
export function medianDays(tally: Tally): number | null {
  const days = Object.entries(tally)
    .map(([day, count]) => [Number(day), count] as const)
    .sort(([a], [b]) => a - b);
  const total = days.reduce((sum, [, count]) => sum + count, 0);
  if (!total) return null;
  const at = (place: number): number => {
    let passed = 0;
    for (const [day, count] of days) if ((passed += count) > place) return day;
    return days.at(-1)![0];
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

/** Weeks of the promise, as the citizen's page tells how long answers took. */
export const DAY_SPANS = ['7', '14', '21', '28', 'more'] as const;
export type DaySpan = (typeof DAY_SPANS)[number];
export const DAY_SPAN_WORDS: Record<DaySpan, string> = {
  '7': '7 天以内',
  '14': '8 至 14 天',
  '21': '15 至 21 天',
  '28': '22 至 28 天',
  more: '超过 28 天',
};

export function spansOf(tally: Tally): Record<DaySpan, number> {
  const spans: Record<DaySpan, number> = { '7': 0, '14': 0, '21': 0, '28': 0, more: 0 };
  for (const [days, count] of Object.entries(tally))
    spans[DAY_SPANS.find((span) => Number(days) <= Number(span)) ?? 'more'] += count;
  return spans;
}
