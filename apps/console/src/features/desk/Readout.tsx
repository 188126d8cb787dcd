import type { RegisteredView } from '@hub/contract';
import { Link } from 'react-router';
import { dayWord } from '../../lib/dates';

/** What is read out to the citizen: number, query code (shown this once) and the promised days. */
export function Readout({ registered }: { registered: RegisteredView | null }) {
  if (!registered) {
    return (
      <aside className="panel readout" aria-label="念给反映人听">
        <span className="muted">保存后，这里显示编号、查询码和承诺的日期，念给反映人听。</span>
      </aside>
    );
  }
  const [, day, running] = registered.number.split('-');
  const { contactBy, siteBy, replyBy } = registered.promise;
  const promise = [
    ['联系您', contactBy],
    ['到现场', siteBy],
    ['答复您', replyBy],
  ] as const;
  return (
    <aside className="panel readout" aria-label="念给反映人听" aria-live="polite">
      <span className="muted">念给反映人听</span>
      <span className="big">
        {day?.slice(4)} – {running}
      </span>
      <Link className="mono" to={`/queue/${registered.number}`}>
        {registered.number}
      </Link>
      <span className="muted code-label">查询码（只显示这一次）</span>
      <span className="query-code mono">{registered.queryCode}</span>
      <dl className="kv promise">
        {promise.map(
          ([what, by]) =>
            by && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{dayWord(by)}前</dd>
              </div>
            ),
        )}
      </dl>
    </aside>
  );
}
