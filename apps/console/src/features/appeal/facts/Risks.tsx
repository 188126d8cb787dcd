import type { AppealView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { timeWord } from '../../../lib/dates';

const tones = { low: 'plain', medium: 'todo', high: 'alarm', major: 'alarm' } as const;

/** The last assessment whole, the older ones by a line each. */
export function Risks({ view }: { view: AppealView }) {
  const [last, ...older] = view.risks;
  if (!last) return null;
  return (
    <section>
      <h3>风险评估</h3>
      <div className="flex between">
        <span className="small">
          第 {last.version} 次 · {last.by} {timeWord(last.at)}
        </span>
        <ToneTag tone={tones[last.level]}>
          {last.levelName} {last.score} 分
        </ToneTag>
      </div>
      <p className="small">{last.parts.map(({ name, points }) => `${name} ${points} 分`).join('，') || '各项都没有分'}</p>
      {last.measures && <p className="words small">{last.measures}</p>}
      <p className="small muted">
        {last.signedBy && last.signedAt
          ? `${last.signedBy} ${timeWord(last.signedAt)}已阅${last.remark ? `：${last.remark}` : ''}`
          : `等${last.lookerName}审阅`}
      </p>
      {older.map((one) => (
        <p key={one.version} className="small muted">
          第 {one.version} 次：{one.levelName} {one.score} 分，{timeWord(one.at)}
        </p>
      ))}
    </section>
  );
}
