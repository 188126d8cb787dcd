import { dayOf, daysBetween, longDate, shortDate, withOffset, type Day } from '@hub/domain';

export const today = (): Day => dayOf(new Date());

/** 11月26日, with the year where it is not this one. */
export const dayWord = (day: Day): string => shortDate(day, today());

/** 09:40 in Shanghai, whatever the computer's own zone. */
export const clockWord = (at: string): string => withOffset(at).slice(11, 16);

/** 11月16日 09:40 */
export const timeWord = (at: string): string => `${dayWord(dayOf(at))} ${clockWord(at)}`;

/** 11月24日（星期二） for the head of the page. */
export const todayWord = (): string => longDate(today()).replace(/^\d+年/, '');

/** Days since receipt; the day of receipt is day 0. */
export const dayCount = (receivedAt: string): number => daysBetween(dayOf(receivedAt), today());
