import type { AppealView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { dayWord, timeWord } from '../../../lib/dates';

const tones = { sent: 'waiting', answered: 'good', 'taken-back': 'plain' } as const;

export function Transfers({ view }: { view: AppealView }) {
  if (!view.transfers.length) return null;
  return (
    <section>
      <h3>转交</h3>
      {view.transfers.map((one) => (
        <div key={one.number} className="transfer">
          <div className="flex between">
            <b className="cut">{one.department}</b>
            <ToneTag tone={tones[one.state]}>{one.stateName}</ToneTag>
          </div>
          <p className="small muted">
            {one.number} · {timeWord(one.sentAt)}发出{one.state === 'sent' && ` · ${dayWord(one.dueOn)}前答复`}
          </p>
          <p className="small">{one.reason}</p>
          {one.answer && <p className="words small">{one.answer}</p>}
        </div>
      ))}
    </section>
  );
}
