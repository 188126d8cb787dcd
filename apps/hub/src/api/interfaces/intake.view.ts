import type { Registered } from '@hub/casework';
import type { HandedInView, IntakeView, RegisteredView } from '@hub/contract';
import { STATUS_WORDS, withOffset } from '@hub/domain';
import type { AppealEntity, MessageEntity } from '@hub/persistence';

const promiseOf = ({ due, contactWaiver, siteWaiver }: Registered): RegisteredView['promise'] => ({
  contactBy: contactWaiver ? null : due.contact,
  siteBy: siteWaiver ? null : due.site,
  replyBy: due.reply,
});

export const intakeView = (registered: Registered, outsideNumber: string | null): IntakeView => ({
  number: registered.number,
  outsideNumber,
  queryCode: registered.queryCode,
  receivedOn: registered.receivedOn,
  promise: promiseOf(registered),
});

export const handedInView = (
  registered: Registered,
  { status, outsideNumber }: AppealEntity,
  replies: readonly Pick<MessageEntity, 'at' | 'text'>[],
): HandedInView => ({
  number: registered.number,
  outsideNumber,
  receivedOn: registered.receivedOn,
  promise: promiseOf(registered),
  status,
  statusName: STATUS_WORDS[status],
  replies: replies.map(({ at, text }) => ({ at: withOffset(at), text })),
});
