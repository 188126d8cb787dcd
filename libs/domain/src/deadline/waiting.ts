import { addDays, daysBetween, type Day, type Instant } from './day';

/** What the pause looks at. */
export interface PausedFacts {
  readonly contactDueOn: Day;
  readonly siteDueOn: Day;
  readonly replyDueOn: Day;
  readonly contactDoneAt: Instant | null;
  readonly siteDoneAt: Instant | null;
  readonly replyDoneAt: Instant | null;
  readonly finishDueOn: Day;
  readonly waitSince: Day | null;
}

type Paused = 'contact' | 'site' | 'reply';

/**
 * The due day of a step while the promise stands still: later by the days waited, never beyond the day to finish by law,
 * and not moved at all where the step was done or already late when the waiting began.
 */
export function dueOnWhileWaiting(facts: PausedFacts, name: Paused, today: Day): Day {
  const dueOn = facts[`${name}DueOn`];
  const { waitSince, finishDueOn } = facts;
  if (!waitSince || facts[`${name}DoneAt`] || dueOn < waitSince || dueOn >= finishDueOn || today <= waitSince) return dueOn;
  const moved = addDays(dueOn, daysBetween(waitSince, today));
  return moved < finishDueOn ? moved : finishDueOn;
}

/** The columns of the promise once it goes on again. */
export const resumed = (facts: PausedFacts, today: Day) => ({
  contactDueOn: dueOnWhileWaiting(facts, 'contact', today),
  siteDueOn: dueOnWhileWaiting(facts, 'site', today),
  replyDueOn: dueOnWhileWaiting(facts, 'reply', today),
  waitSince: null,
});
