import { addDays, weekdayOf, type Day, type WorkCalendar } from '@hub/domain';
import { getDayDetail } from 'chinese-days';
import type { CalendarShape } from './shapes/office.shapes';

const FIRST = 2010;

/** The State Council's arrangements as the package knows them; a year it does not know has plain weeks. */
let known: { holidays: Day[]; makeUpDays: Day[] } | null = null;
function arrangements(): { holidays: Day[]; makeUpDays: Day[] } {
  if (known) return known;
  known = { holidays: [], makeUpDays: [] };
  // Arrangements are published each November for the next year; nothing lies beyond.
  const end = `${new Date().getFullYear() + 2}-01-01`;
  for (let day = `${FIRST}-01-01`; day < end; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(weekdayOf(day));
    const { work } = getDayDetail(day);
    if (work && weekend) known.makeUpDays.push(day);
    if (!work && !weekend) known.holidays.push(day);
  }
  return known;
}

/** What the office writes itself comes before what the package knows. */
export function workCalendar(own: CalendarShape): WorkCalendar {
  const { holidays, makeUpDays } = arrangements();
  const off = new Set(own.holidays ?? []);
  const on = new Set(own.makeUpDays ?? []);
  return {
    holidays: new Set([...holidays.filter((day) => !on.has(day)), ...off]),
    makeUpDays: new Set([...makeUpDays.filter((day) => !off.has(day)), ...on]),
  };
}

/** Years near today of which neither the package nor the office knows the arrangement: they count as plain weeks. */
export const unknownYears = ({ holidays }: WorkCalendar, year: number): number[] =>
  [year, year + 1].filter((one) => ![...holidays].some((day) => day.startsWith(`${one}-`)));
