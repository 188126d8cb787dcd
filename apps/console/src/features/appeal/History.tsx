import type { AppealView } from '@hub/contract';
import { STATUS_WORDS } from '@hub/domain';
import { timeWord } from '../../lib/dates';

/** Every line of the appeal's history, oldest first. */
export function History({ view }: { view: AppealView }) {
  return (
    <ol className="history">
      {view.history.map((line, index) => (
        <li key={`${line.at}-${index}`}>
          <time className="num muted" dateTime={line.at}>
            {timeWord(line.at)}
          </time>
          <div>
            <b>{line.title}</b> <span className="muted">{line.by}</span>
            {line.from !== line.to && (
              <span className="muted small">
                {' '}
                {line.from ? `${STATUS_WORDS[line.from]} → ` : ''}
                {line.toName}
              </span>
            )}
            {line.note && <p className="words">{line.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
