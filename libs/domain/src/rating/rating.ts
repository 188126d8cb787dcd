import type { Role } from '../appeal/person';
import { AFTER_ANSWER } from '../appeal/sight';
import type { AppealStatus } from '../appeal/status';
import { addDays, dayOf, type Day, type Instant } from '../deadline/day';
import { Fault } from '../errors';
import { DIMENSIONS, type Dimension, type Solved } from '../revisit/revisit';

/** 满意 / 基本满意 / 不满意: the first two count as satisfied (domain: KPI formulas, 满意率). */
export const SATISFACTIONS = ['satisfied', 'fair', 'unsatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** 1 to 5; 0 for 不了解, which is no mark and no part of a mean. */
export const RATING_SCORES = [5, 4, 3, 2, 1, 0] as const;
export type RatingScore = (typeof RATING_SCORES)[number];

/** Each dimension of the plan; null where the citizen left it out. */
export type RatingScores = Readonly<Record<Dimension, RatingScore | null>>;

/** What a citizen says of one answer, once. */
export interface Rating {
  readonly solved: Solved;
  readonly satisfaction: Satisfaction;
  readonly scores: RatingScores;
  readonly words: string;
}

export interface RatingForm extends Rating {
  /** He asks that it be handled again. */
  readonly reopen: boolean;
}

export const RATING_WORDS_MAX = 1000;

/** States in which a citizen may ask for it to be handled again (domain: states and transitions). */
const REOPENABLE: readonly AppealStatus[] = ['answered', 'revisit', 'closed'];

/** What has been taken up again waits for its next answer. */
export const mayRate = (status: AppealStatus): boolean => AFTER_ANSWER.includes(status);
export const mayAskAgain = (status: AppealStatus): boolean => REOPENABLE.includes(status);

/** The last day on which an answer may be rated. */
export const ratingUntil = (answeredAt: Instant, ratingDays: number): Day => addDays(dayOf(answeredAt), ratingDays);

/** Whoever handled it reads no single rating: a citizen is to speak freely. */
const NOT_TOLD: readonly Role[] = ['handler', 'administrator'];
export const readsRatings = (role: Role): boolean => !NOT_TOLD.includes(role);

/** Refuses a rating that leaves the office without a reason where it must act on one. */
export function checkRating({ satisfaction, words, reopen }: RatingForm, status: AppealStatus): void {
  if (words.length > RATING_WORDS_MAX)
    throw new Fault('invalid', 'words', `写了 ${words.length} 个字。`, `请减到 ${RATING_WORDS_MAX} 个字以内。`);
  if ((satisfaction === 'unsatisfied' || reopen) && !words.trim())
    throw new Fault('invalid', 'words', '还没有写原因。', '请写一句哪里没做好，我们好去改。');
  if (reopen && !mayAskAgain(status))
    throw new Fault('refused', 'reopen', '现在不能申请重办。', '已经申请过的，请等我们的决定。');
}

export const NO_SCORES = Object.fromEntries(DIMENSIONS.map((one) => [one, null])) as unknown as RatingScores;
