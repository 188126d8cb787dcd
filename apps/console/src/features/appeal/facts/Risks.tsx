import type { AppealView } from '@hub/contract';
import { RiskCard } from '../../../components/RiskCard';
import { timeWord } from '../../../lib/dates';

/** The last assessment whole, the older ones by a line each. */
export function Risks({ view }: { view: AppealView }) {
  const [last, ...older] = view.risks;
  if (!last) return null;
  return (
    <section>
      <h3>风险评估</h3>
      <RiskCard risk={last} />
      {older.map((one) => (
        <p key={one.version} className="small muted">
          第 {one.version} 次：{one.levelName} {one.score} 分，{timeWord(one.at)}
        </p>
      ))}
    </section>
  );
}
