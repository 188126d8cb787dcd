import type { AppealView, OrderView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { dayWord, timeWord } from '../../../lib/dates';

const tones = { suggested: 'todo', open: 'alarm', answered: 'waiting', closed: 'good', dismissed: 'plain' } as const;

function Order({ order }: { order: OrderView }) {
  const late = order.state === 'open' && order.level !== 'none' ? ` · ${order.levelName}` : '';
  return (
    <div className="transfer">
      <div className="flex between">
        <b className="cut">{order.number ?? order.groundName}</b>
        <ToneTag tone={tones[order.state]}>{order.stateName}</ToneTag>
      </div>
      {order.issuedAt && (
        <p className="small muted">
          {order.groundName} · {order.issuedBy} {timeWord(order.issuedAt)}发出 · {dayWord(order.dueOn)}前答复{late}
          {order.reminders > 0 && ` · 催办 ${order.reminders} 次`}
        </p>
      )}
      <p className="small">{order.reason}</p>
      {order.number && <p className="small">要求：{order.demand}</p>}
      {order.answer && (
        <p className="words small">
          {order.answeredBy}：{order.answer}
        </p>
      )}
      {order.closingWords && (
        <p className="small muted">
          {order.closedBy}：{order.closingWords}
        </p>
      )}
    </div>
  );
}

export function Orders({ view }: { view: AppealView }) {
  if (!view.orders.length) return null;
  return (
    <section>
      <h3>督办</h3>
      {view.orders.map((order) => (
        <Order key={order.number ?? order.ground + order.state} order={order} />
      ))}
    </section>
  );
}
