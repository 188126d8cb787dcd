import type { Kind } from '../appeal/kind';
import { TRACK_RULES, usualTrack, type Track } from '../appeal/track';
import { Fault } from '../errors';
import { addDays, longDate, type Day } from './day';
import type { DeadlineRules } from './milestone';

export const EXTENSION_STATES = ['asked', 'approved', 'refused'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** What an extension is measured against. */
export interface ExtensionFacts {
  readonly replyDueOn: Day;
  readonly replyMissedOn: Day | null;
  readonly finishDueOn: Day;
  readonly kind: Kind;
  /** Null where the office has not decided: then the usual one of the kind. */
  readonly track: Track | null;
}
type Moved = Pick<ExtensionFacts, 'replyDueOn' | 'replyMissedOn' | 'finishDueOn'>;

/** The longer time that the law gives is for petitions only; what is handled under another law has none (§34 with §31(6)). */
const byLaw = ({ kind, track }: ExtensionFacts): boolean => TRACK_RULES[track ?? usualTrack(kind)].finishByLaw;

/**
 * The last day an extension may name: the day to finish by law, or for a petition once, where the head of the bureau
 * approves it, at most `extensionDays` later (信访工作条例2022 §34: 60 days and at most 30 more).
 */
export const lastExtensionDay = (
  facts: ExtensionFacts,
  finishExtended: boolean,
  { extensionDays }: Pick<DeadlineRules, 'extensionDays'>,
): Day => (finishExtended || !byLaw(facts) ? facts.finishDueOn : addDays(facts.finishDueOn, extensionDays));

/** Whether the new day lies beyond the day to finish by law, which only the head of the bureau may move. */
export const movesFinish = ({ finishDueOn }: Pick<ExtensionFacts, 'finishDueOn'>, newDueOn: Day): boolean =>
  newDueOn > finishDueOn;

/** Refuses a new day that would shorten the promise, has passed, or lies beyond what the law gives. */
export function checkExtension(
  facts: ExtensionFacts,
  newDueOn: Day,
  finishExtended: boolean,
  rules: Pick<DeadlineRules, 'extensionDays'>,
  today: Day,
): void {
  const last = lastExtensionDay(facts, finishExtended, rules);
  const within = `请写${longDate(facts.replyDueOn)}以后、不晚于${longDate(last)}的日期。`;
  const why = finishExtended ? '已延过一次，' : byLaw(facts) ? '' : '只有信访类可以延到办结日以后，';
  const past = `办理期限最晚到${longDate(last)}，${why}不能再延。`;
  if (last <= facts.replyDueOn || last < today) throw new Fault('refused', 'extension-exhausted', past, '请抓紧办理，尽快答复。');
  if (newDueOn <= facts.replyDueOn) throw new Fault('invalid', 'due-on', '新的期限不能早于现在的答复期限。', within);
  if (newDueOn < today) throw new Fault('invalid', 'due-on', '新的期限已经过去。', within);
  if (newDueOn > last) throw new Fault('invalid', 'due-on', `新的期限超过最晚的${longDate(last)}。`, `${why}${within}`);
}

/** The columns that an approved extension moves: the reply day, and the day to finish only where it must follow. */
export const extended = (facts: Moved, newDueOn: Day, today: Day): Moved => ({
  replyDueOn: newDueOn,
  finishDueOn: movesFinish(facts, newDueOn) ? newDueOn : facts.finishDueOn,
  replyMissedOn: facts.replyMissedOn ?? (facts.replyDueOn < today ? facts.replyDueOn : null),
});
