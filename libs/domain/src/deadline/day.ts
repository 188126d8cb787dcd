/** A calendar day in Shanghai, `2026-11-24`. */
export type Day = string;
/** A moment in UTC, `2026-11-24T01:02:03.456Z`: sorts as text, the same on every database. */
export type Instant = string;

/** China has kept one time zone without summer time since 1991; before that the offset may differ by an hour. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const instant = (at: Date | number): Instant => new Date(at).toISOString();

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;

/** The day on which a moment falls in Shanghai. */
export const dayOf = (at: Instant | Date): Day => new Date(new Date(at).getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** Days from one day to another; negative where the second lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The moment at which a day begins in Shanghai, shifted by hours and minutes. */
export const startOf = (day: Day, hours = 0, minutes = 0): Instant =>
  instant(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS + hours * 3_600_000 + minutes * 60_000);

/** ISO 8601 with Shanghai's offset, as the api shows times. */
export const withOffset = (at: Instant): string =>
  `${new Date(new Date(at).getTime() + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;

/** The last second of a due day, with offset: a day is kept until midnight. */
export const endOfDay = (day: Day): string => `${day}T23:59:59+08:00`;

const WEEKDAYS = '日一二三四五六';
const parts = (day: Day) => day.split('-').map(Number) as [number, number, number];

export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 2026年3月21日（星期六）, as the citizen's pages and letters write a date. */
export function longDate(day: Day): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日（星期${WEEKDAYS[weekdayOf(day)]}）`;
}

/** 11月26日, with the year where it is not this one. */
export function shortDate(day: Day, today: Day): string {
  const [year, month, date] = parts(day);
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${date}日`;
}
