import { riskGuess } from '@hub/casework';
import type { RiskAssessmentView, RiskView } from '@hub/contract';
import {
  RISK_FACTOR_WORDS,
  RISK_LEVEL_WORDS,
  ROLE_WORDS,
  scoreRisk,
  withOffset,
  type Day,
  type Office,
  type RiskFactors,
} from '@hub/domain';
import type { AppealFile, RiskAssessmentEntity } from '@hub/persistence';

export const guessOf = ({ appeal, messages, oversight, joined }: AppealFile, today: Day): RiskFactors => {
  const unsatisfied = oversight.revisitRecords.filter(({ outcome }) => outcome === 'unsatisfied').length;
  return riskGuess({ appeal, messages, unsatisfied, joined }, today);
};

export const assessmentView = (one: RiskAssessmentEntity, office: Office): RiskAssessmentView => ({
  version: one.version,
  level: one.level,
  levelName: RISK_LEVEL_WORDS[one.level],
  score: one.score,
  factors: one.factors,
  parts: scoreRisk(one.factors, office.risk).parts.map(({ factor, points }) => ({ name: RISK_FACTOR_WORDS[factor], points })),
  measures: one.measures,
  by: one.byName,
  at: withOffset(one.at),
  looker: one.looker,
  lookerName: ROLE_WORDS[one.looker],
  signedBy: one.signedBy,
  signedAt: one.signedAt && withOffset(one.signedAt),
  remark: one.remark,
});

/** Assessments, newest first, and for whoever may make one its first filling. */
export function riskView(file: AppealFile, office: Office, today: Day, mayAssess: boolean): RiskView {
  return {
    risks: [...file.oversight.risks].reverse().map((one) => assessmentView(one, office)),
    riskGuess: mayAssess ? guessOf(file, today) : null,
  };
}
