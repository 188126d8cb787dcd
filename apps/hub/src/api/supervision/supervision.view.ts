import { CLOSABLE } from '@hub/casework';
import type { NoticeView, OpeningToSign, OrderRow, OrderView } from '@hub/contract';
import {
  dayOf,
  GROUND_WORDS,
  longDate,
  mayClose,
  NOTICE_WORDS,
  ORDER_STATE_WORDS,
  STATUS_WORDS,
  unitName,
  WARNING_WORDS,
  warningLevel,
  warningRules,
  withOffset,
  type Day,
  type Office,
  type Staff,
} from '@hub/domain';
import type { BoxOpeningEntity, NoticeEntity, SupervisionOrderEntity, WithAppeal } from '@hub/persistence';

const moment = (at: string | null): string | null => at && withOffset(at);

export function orderView(order: SupervisionOrderEntity, office: Office, staff: Staff, today: Day): OrderView {
  const until = order.answeredAt ?? order.closedAt;
  const level = warningLevel(order.dueOn, until ? dayOf(until) : today, warningRules(office.rules));
  // What is answered in time is neither late nor coming due.
  const shown = order.number === null || (until && level === 'soon') ? 'none' : level;
  return {
    number: order.number,
    state: order.state,
    stateName: ORDER_STATE_WORDS[order.state],
    ground: order.ground,
    groundName: GROUND_WORDS[order.ground],
    reason: order.reason,
    demand: order.demand,
    dueOn: order.dueOn,
    level: shown,
    levelName: WARNING_WORDS[shown],
    unitId: order.unitId,
    unit: unitName(office, order.unitId) ?? '局办公室',
    issuedBy: order.issuedBy,
    enteredBy: order.enteredBy,
    issuedAt: moment(order.issuedAt),
    reminders: order.reminders,
    answer: order.answer,
    answeredBy: order.answeredBy,
    answeredAt: moment(order.answeredAt),
    closedBy: order.closedBy,
    closedAt: moment(order.closedAt),
    closingWords: order.closingWords,
    mayClose: CLOSABLE.includes(order.state) && mayClose(order, staff),
  };
}

export const orderRow = (
  { row, appeal }: WithAppeal<SupervisionOrderEntity>,
  office: Office,
  staff: Staff,
  today: Day,
): OrderRow => ({
  ...orderView(row, office, staff, today),
  appeal: appeal.number,
  subject: appeal.subject,
  statusName: STATUS_WORDS[appeal.status],
});

export const noticeView = ({ row, appeal }: WithAppeal<NoticeEntity>): NoticeView => ({
  id: row.id,
  kind: row.kind,
  kindName: NOTICE_WORDS[row.kind],
  appeal: appeal.number,
  text: row.text,
  at: withOffset(row.at),
  readAt: moment(row.readAt),
});

export const toSignView = ({ id, source, place, openedAt, items, firstName }: BoxOpeningEntity): OpeningToSign => ({
  id,
  text: `${source}开箱记录等您签名：${longDate(dayOf(openedAt))}，${place}，${firstName}和您开箱，清点 ${items} 件`,
});
