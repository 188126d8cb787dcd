import { addDays, type Day } from '../deadline/day';
import { Fault } from '../errors';

/** A month or a year of Shanghai's calendar. */
export interface Period {
  /** `2026-11` or `2026`, as addresses name it. */
  readonly name: string;
  /** 2026年11月, 2026年 */
  readonly words: string;
  readonly from: Day;
  readonly to: Day;
}

const lastDay = (month: string): Day => {
  const [year, at] = month.split('-').map(Number) as [number, number];
  return addDays(at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`, -1);
};

export function monthPeriod(month: string): Period {
  const [year, at] = month.split('-') as [string, string];
  return { name: month, words: `${year}年${Number(at)}月`, from: `${month}-01`, to: lastDay(month) };
}

export const yearPeriod = (year: string): Period => ({
  name: year,
  words: `${year}年`,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** Reads `2026-11` or `2026`; nothing that begins after today. */
export function readPeriod(name: string, today: Day): Period {
  const wanted = '请写成 2026-11（一个月）或 2026（一年）。';
  if (!/^[12]\d{3}(-(0[1-9]|1[0-2]))?$/.test(name)) throw new Fault('invalid', 'period', '统计时段看不懂。', wanted);
  const period = name.length === 4 ? yearPeriod(name) : monthPeriod(name);
  if (period.from > today) throw new Fault('invalid', 'period', `${period.words}还没有开始。`, '请选已经开始的月份或年份。');
  return period;
}

export const monthsOfYear = (year: string): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** The month of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7);

export function monthBefore(month: string): string {
  return monthOf(addDays(`${month}-01`, -1));
}
