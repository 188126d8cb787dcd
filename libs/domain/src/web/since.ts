import type { Day } from '../deadline/day';

/** A day in three fields; month and day may be left empty. */
export interface TypedDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export const LATELY: TypedDay = { year: '', month: '', day: '' };
const DIGITS = /^\d{1,4}$/;

const plain = (typed: string): string => typed.normalize('NFKC').replace(/[年月日号\s]/g, '');

/** What is wrong with it, in Chinese; null where nothing is. `today` is the day of the form. */
export function sinceFault(typed: TypedDay, today: Day): string | null {
  const [year, month, day] = [typed.year, typed.month, typed.day].map(plain) as [string, string, string];
  if (!year && !month && !day) return null;
  if (!year) return '请写年份，例如 2026';
  if (day && !month) return '写了日，请把月也写上';
  if ([year, month, day].some((part) => part && !DIGITS.test(part)) || year.length !== 4)
    return '年、月、日请用数字写，例如 2026、3、21';
  if (Number(year) < 1980) return '年份好像不对，请再核对一遍';
  if (month && (Number(month) < 1 || Number(month) > 12)) return '月份是 1 到 12';
  if (day && !isDate(Number(year), Number(month), Number(day))) return '没有这一天，请再核对一遍';
  const said = [year, month && month.padStart(2, '0'), day && day.padStart(2, '0')].filter(Boolean).join('-');
  return said > today.slice(0, said.length) ? '开始的日期不能晚于今天' : null;
}

const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** 2026年3月21日, 2026年3月 or 2026年; empty where nothing was typed. */
export const sinceWords = (typed: TypedDay): string =>
  (
    [
      [typed.year, '年'],
      [typed.month, '月'],
      [typed.day, '日'],
    ] as const
  )
    .map(([part, unit]) => (plain(part) ? `${Number(plain(part))}${unit}` : ''))
    .join('');
