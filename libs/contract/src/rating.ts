import type { Dimension, RatingScore, Satisfaction, Solved } from '@hub/domain';

/** What the citizen said of an answer; nothing of it is given to whoever handled the appeal. */
export interface RatingView {
  readonly at: string;
  /** By the link in the letter, or on the page of the appeal. */
  readonly doorName: string;
  /** Who had answered. */
  readonly unit: string;
  readonly solved: Solved;
  readonly solvedName: string;
  readonly satisfaction: Satisfaction;
  readonly satisfactionName: string;
  /** 1 to 5, 0 for 不了解, null where it was left out. */
  readonly scores: readonly {
    readonly dimension: Dimension;
    readonly name: string;
    readonly score: RatingScore | null;
    readonly scoreName: string;
  }[];
  readonly words: string;
  readonly reopen: boolean;
}

export interface RatingsView {
  readonly ratings: readonly RatingView[];
}
