import type { RatingsView } from '@hub/contract';
import {
  departmentName,
  DIMENSION_WORDS,
  DIMENSIONS,
  readsRatings,
  SATISFACTION_WORDS,
  SCORE_WORDS,
  SOLVED_WORDS,
  unitName,
  withOffset,
  type Office,
  type Staff,
} from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

const DOOR_WORDS = { letter: '邮件里的链接', page: '网上查询页' } as const;
const SCORES_LEFT_OUT = '未填';

/** What the citizen said of each answer; nothing for whoever handles appeals. */
export function ratingsView({ oversight }: AppealFile, office: Office, staff: Staff): RatingsView {
  if (!readsRatings(staff.role)) return { ratings: [] };
  return {
    ratings: oversight.ratings.map((rating) => ({
      at: withOffset(rating.at),
      doorName: DOOR_WORDS[rating.door],
      unit: departmentName(office, rating.departmentId) ?? unitName(office, rating.unitId) ?? '局办公室',
      solved: rating.solved,
      solvedName: SOLVED_WORDS[rating.solved],
      satisfaction: rating.satisfaction,
      satisfactionName: SATISFACTION_WORDS[rating.satisfaction],
      scores: DIMENSIONS.map((dimension) => {
        const score = rating[dimension];
        const scoreName = score === null ? SCORES_LEFT_OUT : SCORE_WORDS[score];
        return { dimension, name: DIMENSION_WORDS[dimension], score, scoreName };
      }),
      words: rating.words,
      reopen: rating.reopen,
    })),
  };
}
