import type { AppealView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { dayWord, timeWord } from '../../../lib/dates';

const tones = { asked: 'waiting', approved: 'good', refused: 'plain' } as const;

/** Who asked for more time, why, and what a leader made of it. */
export function Extensions({ view }: { view: AppealView }) {
  if (!view.extensions.length) return null;
  return (
    <section>
      <h3>延期</h3>
      {view.extensions.map((one) => (
        <div key={one.askedAt} className="transfer">
          <div className="flex between">
            <b className="cut">
              {dayWord(one.oldDueOn)} → {dayWord(one.newDueOn)}
              {one.statutory && '（超过法定办结日）'}
            </b>
            <ToneTag tone={tones[one.state]}>{one.stateName}</ToneTag>
          </div>
          <p className="small">{one.reason}</p>
          <p className="small muted">
            {one.askedBy} {timeWord(one.askedAt)}申请
            {one.decidedAt && ` · ${one.decidedBy} ${timeWord(one.decidedAt)}${one.stateName}`}
            {one.words && `：${one.words}`}
          </p>
        </div>
      ))}
    </section>
  );
}
