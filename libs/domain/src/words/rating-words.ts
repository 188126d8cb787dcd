import type { RatingScore, Satisfaction } from '../rating/rating';
import type { Dimension } from '../revisit/revisit';

export const SATISFACTION_WORDS: Record<Satisfaction, string> = { satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' };

export const SCORE_WORDS: Record<RatingScore, string> = { 5: '很好', 4: '较好', 3: '一般', 2: '较差', 1: '很差', 0: '不了解' };

/** What each dimension asks, as one would say it at the counter. */
export const DIMENSION_HELP: Record<Dimension, string> = {
  efficiency: '办得快不快',
  openness: '说得清不清楚',
  charges: '有没有乱收费',
  service: '态度好不好',
  integrity: '公不公正',
};
