import type { RiskAssessmentView } from '@hub/contract';
import { timeWord } from '../lib/dates';
import { ToneTag } from './Tags';

const tones = { low: 'plain', medium: 'todo', high: 'alarm', major: 'alarm' } as const;

/** One assessment: by whom, how high and why, what is done about it, and who has looked. */
export function RiskCard({ risk }: { risk: RiskAssessmentView }) {
  return (
    <>
      <div className="flex between">
        <span className="small">
          第 {risk.version} 次 · {risk.by} {timeWord(risk.at)}
        </span>
        <ToneTag tone={tones[risk.level]}>
          {risk.levelName} {risk.score} 分
        </ToneTag>
      </div>
      <p className="small">{risk.parts.map(({ name, points }) => `${name} ${points} 分`).join('，') || '各项都没有分'}</p>
      {risk.measures && <p className="words small">{risk.measures}</p>}
      <p className="small muted">
        {risk.signedBy && risk.signedAt
          ? `${risk.signedBy} ${timeWord(risk.signedAt)}已阅${risk.remark ? `：${risk.remark}` : ''}`
          : `等${risk.lookerName}审阅`}
      </p>
    </>
  );
}
