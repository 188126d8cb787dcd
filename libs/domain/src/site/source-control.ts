import type { Kind } from '../appeal/kind';
import { sees, type Seen } from '../appeal/sight';
import type { Staff } from '../appeal/person';
import type { AppealStatus } from '../appeal/status';
import type { DeadlineRules } from '../deadline/milestone';
import { addDays, dayOf, daysBetween, type Day, type Instant } from '../deadline/day';

/** What the office sets in config/deadlines.yaml: which complaint within how many days, and how long to take a measure. */
export type SourceControlRules = Pick<DeadlineRules, 'sourceControlAppeals' | 'sourceControlDays' | 'sourceControlDueDays'>;

export interface SiteAppeal {
  readonly id: number;
  readonly kind: Kind;
  readonly status: AppealStatus;
  readonly receivedAt: Instant;
}

/** Complaints and reports tell of pollution; a question about the place, or rubbish, does not. */
const counts = ({ kind, status }: SiteAppeal): boolean => (kind === 'complaint' || kind === 'report') && status !== 'discarded';

/**
 * 源头治理 (work plan 2011, 二（三）五; "third complaint"): the appeals that open a task now that `linked` belongs to the
 * site, oldest first, or null. An appeal stands in one task only, and a site has one open task at a time.
 */
export function opensSourceControl(
  linked: number,
  ofSite: readonly SiteAppeal[],
  earlier: { readonly open: boolean; readonly counted: ReadonlySet<number> },
  rules: SourceControlRules,
): readonly SiteAppeal[] | null {
  if (earlier.open) return null;
  const rest = ofSite
    .filter((one) => counts(one) && !earlier.counted.has(one.id))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.id - b.id));
  for (let first = 0; first + rules.sourceControlAppeals <= rest.length; first += 1) {
    const some = rest.slice(first, first + rules.sourceControlAppeals);
    const span = daysBetween(dayOf(some[0]!.receivedAt), dayOf(some.at(-1)!.receivedAt));
    if (span <= rules.sourceControlDays && some.some(({ id }) => id === linked)) return some;
  }
  return null;
}

export const sourceControlDue = (openedOn: Day, rules: SourceControlRules): Day => addDays(openedOn, rules.sourceControlDueDays);

/**
 * A task tells that there are several appeals: it is shown to the unit that owns it and to whoever sees one of them, but
 * where any of them is guarded only to those who see that one too.
 */
export const knowsOfTask = (staff: Staff, unitId: string | null, appeals: readonly Seen[]): boolean =>
  appeals.every((one) => one.guard === '' || sees(staff, one)) &&
  ((unitId !== null && unitId === staff.unitId) || appeals.some((one) => sees(staff, one)));
