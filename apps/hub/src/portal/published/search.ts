import { addDays, TOPICS, type Day, type Office } from '@hub/domain';
import type { PublishedFilter } from '@hub/persistence';

/** What a reader of the list has chosen, as it stands in the address. */
export interface Search {
  readonly q: string;
  readonly topic: string;
  readonly street: string;
  readonly when: string;
  /** The serial before which the page begins; null on the first. */
  readonly before: number | null;
}

const LAST_DAYS: Readonly<Record<string, { readonly days: number; readonly words: string }>> = {
  '30d': { days: 30, words: '最近一个月' },
  '90d': { days: 90, words: '最近三个月' },
};
const YEARS = 5;
const WORDS = 60;

/** The periods that the page offers. */
export const periods = (today: Day): readonly (readonly [value: string, words: string])[] => [
  ...Object.entries(LAST_DAYS).map(([value, { words }]) => [value, words] as const),
  ...Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back)).map(
    (year) => [year, `${year}年`] as const,
  ),
];

/** An address as somebody typed it: what is not offered counts as not chosen. */
export function readSearch(query: Readonly<Record<string, unknown>>, office: Office, today: Day): Search {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const offered = (value: string, values: readonly string[]): string => (values.includes(value) ? value : '');
  const before = /^[1-9]\d{0,8}$/.exec(text('before'));
  return {
    q: [...text('q')].slice(0, WORDS).join(''),
    topic: offered(text('topic'), TOPICS),
    street: offered(text('street'), office.streets),
    when: offered(
      text('when'),
      periods(today).map(([value]) => value),
    ),
    before: before ? Number(before[0]) : null,
  };
}

export function filterOf({ q, topic, street, when }: Search, today: Day): PublishedFilter {
  const last = LAST_DAYS[when];
  const period = last ? { from: addDays(today, -last.days) } : when ? { from: `${when}-01-01`, to: `${when}-12-31` } : {};
  return { ...(q && { words: q }), ...(topic && { topic }), ...(street && { street }), ...period };
}

/** The same search at another address, or further back in the list. */
export function addressOf(path: string, { q, topic, street, when }: Search, before: number | null = null): string {
  const chosen = Object.entries({ q, topic, street, when, before: before === null ? '' : String(before) });
  const query = new URLSearchParams(chosen.filter(([, value]) => value)).toString();
  return query ? `${path}?${query}` : path;
}
