import { TRANSITIONS } from '../appeal/transitions';
import type { AppealStatus } from '../appeal/status';
import { dayOf, type Instant } from '../deadline/day';

const TAKING: ReadonlySet<AppealStatus> = new Set(
  TRANSITIONS.filter(({ act }) => act === 'site-records').flatMap(({ from }) => from),
);

/** Whether an on-site record may be entered on an appeal in this state. */
export const takesSiteRecord = (status: AppealStatus): boolean => TAKING.has(status);

/** What an on-site record of the same matter is to one of its appeals. */
export type SharedSite =
  { readonly counts: true; readonly doneAt: Instant } | { readonly counts: false; readonly why: 'state' | 'earlier' };

/**
 * Appeals of one matter share the on-site step, never contact or reply (domain: 1-2-4 as software). A record made on the
 * appeal's day of receipt or later proves its own inspection, on the day it was made. An earlier one tells of a time that
 * the citizen did not write about: it counts only where the section says why it still holds, and then from the moment it
 * says so, so that no step is done before the appeal was there.
 */
export function sharedSite(
  recordAt: Instant,
  appeal: { readonly status: AppealStatus; readonly receivedAt: Instant },
  now: Instant,
  reason: string | null,
): SharedSite {
  if (!takesSiteRecord(appeal.status)) return { counts: false, why: 'state' };
  if (dayOf(recordAt) >= dayOf(appeal.receivedAt)) return { counts: true, doneAt: recordAt };
  return reason?.trim() ? { counts: true, doneAt: now } : { counts: false, why: 'earlier' };
}
