import { addDays, daysBetween, type Day } from '../deadline/day';
import { NO_DUE, type DeadlineRules } from '../deadline/milestone';

/** How near or how far past its day something is: 预警, 超期, 中度超期, 严重超期. */
export const WARNING_LEVELS = ['none', 'soon', 'late', 'moderate', 'severe'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** Days before the due day from which it is `soon`, and days past it from which the lateness is graded. */
export interface WarningRules {
  readonly soon: number;
  readonly moderate: number;
  readonly severe: number;
}

export const warningRules = ({ soonDays, warning }: Pick<DeadlineRules, 'soonDays' | 'warning'>): WarningRules => ({
  soon: soonDays,
  ...warning,
});

/** Kept with the appeal as a number, so that an index finds what stands below a level. */
export const levelRank = (level: WarningLevel): number => WARNING_LEVELS.indexOf(level);

export function warningLevel(dueOn: Day, today: Day, rules: WarningRules): WarningLevel {
  if (dueOn === NO_DUE) return 'none';
  const over = daysBetween(dueOn, today);
  if (over >= rules.severe) return 'severe';
  if (over >= rules.moderate) return 'moderate';
  if (over > 0) return 'late';
  return -over <= rules.soon ? 'soon' : 'none';
}

/** The last due day that has reached the level today: what is due by then is at it, or beyond. */
export function dueReaching(level: WarningLevel, today: Day, rules: WarningRules): Day {
  const over = { none: -Infinity, soon: -rules.soon, late: 1, moderate: rules.moderate, severe: rules.severe }[level];
  return level === 'none' ? NO_DUE : addDays(today, -over);
}
