import { addDays, type Day } from '../deadline/day';
import { Fault } from '../errors';

/**
 * Review by the upper authority, asked for by the citizen and recorded here: 复查 within 30 days of the written answer
 * (信访工作条例2022 §35), 复核 within 30 days of that decision (§36); each is decided within 30 days.
 */
export const REVIEW_STAGES = ['first', 'final'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];
export const REVIEW_OUTCOMES = ['upheld', 'changed', 'revoked', 'not-accepted'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];
const REVIEW_DAYS = 30;

export interface ReviewFacts {
  readonly stage: ReviewStage;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly decidedOn: Day | null;
}

/** The next stage that may be asked for on `askedOn`, with the day by which it must be decided; a fault where none may. */
export function nextReview(
  answeredOn: Day | null,
  past: readonly ReviewFacts[],
  askedOn: Day,
): { stage: ReviewStage; dueOn: Day } {
  const last = past.at(-1);
  if (!answeredOn)
    throw new Fault('refused', 'reply-undelivered', '书面答复还没有送达，不能申请复查。', '请先把答复送达反映人。');
  if (last && !last.decidedOn)
    throw new Fault('refused', 'review-pending', '上一次的复查还没有决定。', '请先登记复查机关的决定。');
  if (last?.stage === 'final')
    throw new Fault(
      'refused',
      'review-final',
      '复核意见已经作出，信访程序终结。',
      '同一事实和理由不再受理（信访工作条例第三十六条）。',
    );
  const from = last?.decidedOn ?? answeredOn;
  if (askedOn < from) throw new Fault('invalid', 'asked-on', '申请的日期早于答复的日期。', '请核对日期。');
  if (askedOn > addDays(from, REVIEW_DAYS))
    throw new Fault(
      'refused',
      'review-too-late',
      '已超过 30 日的申请期限。',
      '请告知反映人：逾期不再受理，已有的意见就是终结意见。',
    );
  return { stage: last ? 'final' : 'first', dueOn: addDays(askedOn, REVIEW_DAYS) };
}
