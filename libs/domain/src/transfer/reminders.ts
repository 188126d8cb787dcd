import { isWorkday, nextWorkday, type WorkCalendar } from '../deadline/calendar';
import { addDays, type Day } from '../deadline/day';

/** Days before and after the day of the answer on which a department is reminded. */
export interface ReminderRules {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Reminder {
  readonly kind: 'before' | 'after';
  readonly day: Day;
}

export interface Reminded {
  readonly sentOn: Day;
  readonly dueOn: Day;
  /** The first day of the plan that has not been dealt with; null once all have. */
  readonly remindOn: Day | null;
}

/** On working days: one before the due day moves to an earlier one, one after it to a later one; no two on one day. */
export function reminderPlan(
  { sentOn, dueOn }: Pick<Reminded, 'sentOn' | 'dueOn'>,
  calendar: WorkCalendar,
  rules: ReminderRules,
): Reminder[] {
  const before = rules.before.map((days) => lastWorkday(addDays(dueOn, -days), calendar)).filter((day) => day > sentOn);
  const after = rules.after.map((days) => nextWorkday(addDays(dueOn, days), calendar)).filter((day) => day > sentOn);
  const days = (kind: Reminder['kind'], all: readonly Day[]) => [...new Set(all)].sort().map((day) => ({ kind, day }));
  return [...days('before', before), ...days('after', after)];
}

/**
 * What to send today and when to look again. A pass that comes late sends one letter and not all that were missed, and
 * says nothing of a due day to come when it is over.
 */
export function remindersDue(
  transfer: Reminded,
  today: Day,
  calendar: WorkCalendar,
  rules: ReminderRules,
): { readonly now: Reminder | null; readonly next: Day | null; readonly last: boolean } {
  const { remindOn } = transfer;
  if (remindOn === null) return { now: null, next: null, last: false };
  const plan = reminderPlan(transfer, calendar, rules);
  const reached = plan.filter(({ day }) => day >= remindOn && day <= today).at(-1) ?? null;
  const next = plan.find(({ day }) => day > today)?.day ?? null;
  const stale = reached?.kind === 'before' && today > transfer.dueOn;
  const now = stale ? null : reached;
  return { now, next, last: now !== null && next === null };
}

function lastWorkday(day: Day, calendar: WorkCalendar): Day {
  let at = day;
  while (!isWorkday(at, calendar)) at = addDays(at, -1);
  return at;
}
