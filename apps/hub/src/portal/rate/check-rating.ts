import {
  DIMENSIONS,
  RATING_SCORES,
  RATING_WORDS_MAX,
  SATISFACTIONS,
  SOLVED,
  type RatingForm,
  type RatingScore,
  type RatingScores,
  type Satisfaction,
  type Solved,
} from '@hub/domain';
import type { FieldFault } from '../layout/faults';
import { readField } from '../layout/read-field';

/** As it was typed: what was not chosen is null. */
export interface TypedRating {
  readonly solved: Solved | null;
  readonly satisfaction: Satisfaction | null;
  readonly scores: RatingScores;
  readonly words: string;
  readonly reopen: boolean;
}

const oneOf = <T extends string>(values: readonly T[], given: string): T | null => values.find((one) => one === given) ?? null;
const scoreOf = (given: string): RatingScore | null => RATING_SCORES.find((one) => String(one) === given) ?? null;

export const readRating = (body: unknown): TypedRating => ({
  solved: oneOf(SOLVED, readField(body, 'solved')),
  satisfaction: oneOf(SATISFACTIONS, readField(body, 'satisfaction')),
  scores: Object.fromEntries(DIMENSIONS.map((one) => [one, scoreOf(readField(body, one))])) as unknown as RatingScores,
  words: readField(body, 'words'),
  reopen: readField(body, 'reopen') === 'yes',
});

/** A rating that may be kept, or what is still to be put right. */
export function checkedRating(typed: TypedRating, mayAskAgain: boolean): RatingForm | FieldFault[] {
  const { solved, satisfaction, words } = typed;
  const faults: FieldFault[] = [];
  if (!solved) faults.push({ field: `solved-${SOLVED[0]}`, words: '请选问题解决了没有' });
  if (!satisfaction) faults.push({ field: `satisfaction-${SATISFACTIONS[0]}`, words: '请选您满意不满意' });
  const reopen = typed.reopen && mayAskAgain;
  if ((satisfaction === 'unsatisfied' || reopen) && !words)
    faults.push({ field: 'words', words: '请写一句哪里没做好，我们好去改' });
  if (words.length > RATING_WORDS_MAX)
    faults.push({ field: 'words', words: `写了 ${words.length} 个字，请减到 ${RATING_WORDS_MAX} 个字以内` });
  return faults.length || !solved || !satisfaction ? faults : { ...typed, solved, satisfaction, reopen };
}
