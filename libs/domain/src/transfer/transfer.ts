import type { Day } from '../deadline/day';

/** How far a letter of transfer has come; `replied` waits for our office to pass the answer on. */
export const TRANSFER_STATES = ['sent', 'received', 'replied', 'answered', 'objected', 'taken-back'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** By mail with a link, or on paper where the department has no mailbox. */
export type TransferDelivery = 'mail' | 'paper';

/** The department still has to do something. */
export const WITH_DEPARTMENT: readonly TransferState[] = ['sent', 'received'];
/** The appeal stands at 已转交. */
export const TRANSFER_OPEN: readonly TransferState[] = [...WITH_DEPARTMENT, 'replied'];

export interface Objectable {
  readonly state: TransferState;
  readonly objectBy: Day;
  /** A leader has named the department; there is nothing to object to any more. */
  readonly designated: boolean;
}

/** A body that holds itself not competent says so within five working days (信访工作条例2022 §23). */
export const mayObject = ({ state, objectBy, designated }: Objectable, today: Day): boolean =>
  !designated && WITH_DEPARTMENT.includes(state) && today <= objectBy;

/** The second department that gives it back: then a leader names the owner. */
export const BOUNCES_TO_LEADER = 2;

export const TRANSFER_STATE_WORDS: Record<TransferState | 'undelivered', string> = {
  sent: '已发出',
  received: '已签收',
  replied: '已答复，待转告',
  answered: '已转告反映人',
  objected: '有异议，已退回',
  'taken-back': '已收回',
  undelivered: '没有送达',
};
