import type { AppealView, TransferView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { dayWord, timeWord } from '../../../lib/dates';
import { Attachments } from '../Attachments';

const tones = {
  sent: 'waiting',
  received: 'waiting',
  undelivered: 'alarm',
  replied: 'todo',
  answered: 'good',
  objected: 'plain',
  'taken-back': 'plain',
} as const;

export function Transfers({ view }: { view: AppealView }) {
  if (!view.transfers.length) return null;
  return (
    <section>
      <h3>转交{view.transferBounces > 0 && `（退回 ${view.transferBounces} 次）`}</h3>
      {view.transfers.toReversed().map((one) => (
        <Transfer key={one.id} one={one} />
      ))}
    </section>
  );
}

function Transfer({ one }: { one: TransferView }) {
  const waits = one.state === 'sent' || one.state === 'received' || one.state === 'undelivered';
  return (
    <div className="transfer">
      <div className="flex between">
        <b className="cut">{one.department}</b>
        <ToneTag tone={tones[one.state]}>{one.stateName}</ToneTag>
      </div>
      <p className="small muted">
        {one.number}
        {one.delivery === 'paper' && ' · 纸质'}
        {one.designated && ' · 领导指定'}
      </p>
      <p className="small">{one.reason}</p>
      <p className="small">{stateLine(one)}</p>
      {one.undelivered && waits && <p className="small lacking">邮件发不出：{one.undelivered}。请核对邮箱后重发。</p>}
      {waits && (
        <p className="small muted">
          {!one.designated && `${dayWord(one.objectBy)}前可提异议 · `}
          {dayWord(one.dueOn)}前答复
          {one.linkUntil && ` · 链接${one.linkExpired ? '已到期' : `到 ${dayWord(one.linkUntil)}`}`}
        </p>
      )}
      {one.reminders.length > 0 && <p className="small muted">已提醒 {one.reminders.map(({ at }) => timeWord(at)).join('、')}</p>}
      {one.officer && (
        <p className="small muted">
          对方经办：{one.officer} {one.officerPhone}
        </p>
      )}
      {one.consent && <p className="small muted">姓名、电话已转送：{one.consent}</p>}
      {one.files.length > 0 && <p className="small muted">随函：{one.files.map(({ name }) => name).join('、')}</p>}
      {one.objection && <p className="words small">{one.objection}</p>}
      {(one.answer ?? one.reply) && <p className="words small">{one.answer ?? one.reply}</p>}
      <Attachments files={one.replyFiles} />
    </div>
  );
}

/** 已发出 → 已签收 → 已答复, each with its time. */
const stateLine = ({ sentAt, receivedAt, objectedAt, repliedAt, answeredAt, state }: TransferView): string =>
  [
    `${timeWord(sentAt)} 发出`,
    receivedAt && `${timeWord(receivedAt)} 签收`,
    objectedAt && `${timeWord(objectedAt)} 异议`,
    repliedAt && `${timeWord(repliedAt)} 答复`,
    answeredAt && `${timeWord(answeredAt)} ${state === 'taken-back' ? '收回' : '转告'}`,
  ]
    .filter(Boolean)
    .join(' → ');
