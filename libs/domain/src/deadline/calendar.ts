import { addDays, weekdayOf, type Day } from './day';

/** The days on which the office works: weekdays, less the holidays, plus the weekend days that make up for them (调休). */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly makeUpDays: ReadonlySet<Day>;
}

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day);
}

/** The day that lies `count` working days after `day`; the day itself does not count. */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar): Day {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkday(at, calendar)) left -= 1;
  }
  return at;
}

/** The day itself where the office works, else the next one on which it does. */
export function nextWorkday(day: Day, calendar: WorkCalendar): Day {
  let at = day;
  while (!isWorkday(at, calendar)) at = addDays(at, 1);
  return at;
}
