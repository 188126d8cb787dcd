import type { Appeal } from '../appeal/appeal';
import type { AppealStatus } from '../appeal/status';
import type { Instant } from '../deadline/day';
import { withOffset } from '../deadline/day';

/** What other systems are told of. */
export const WEBHOOK_EVENTS = ['registered', 'assigned', 'transferred', 'answered', 'closed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const WEBHOOK_EVENT_WORDS: Record<WebhookEvent, string> = {
  registered: '登记',
  assigned: '派单',
  transferred: '转交',
  answered: '答复',
  closed: '办结',
};

type Standing = Pick<Appeal, 'status' | 'unitId' | 'departmentId'>;

/** Nothing more is done about it; `closed` tells by the status which end it was. */
const ENDS: readonly AppealStatus[] = ['closed', 'archived', 'not-accepted', 'withdrawn', 'discarded'];

/** What there is to tell of an appeal that is new, or stands otherwise than before. */
export function eventsOf(before: Standing | null, after: Standing): WebhookEvent[] {
  const came = (status: AppealStatus) => after.status === status && before?.status !== status;
  const passedOn = after.status === 'assigned' && before?.unitId !== after.unitId;
  const handedOver = after.status === 'transferred' && before?.departmentId !== after.departmentId;
  return WEBHOOK_EVENTS.filter(
    (event) =>
      ({
        registered: before === null,
        assigned: came('assigned') || passedOn,
        transferred: came('transferred') || handedOver,
        answered: came('answered'),
        closed: ENDS.includes(after.status) && !(before && ENDS.includes(before.status)),
      })[event],
  );
}

export interface Told {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly number: string;
  readonly outsideNumber: string | null;
  readonly status: AppealStatus;
  readonly at: Instant;
}

/** The body as it is signed and sent: names and states, and nothing of what was written or by whom. */
export const webhookBody = ({ id, event, number, outsideNumber, status, at }: Told): string =>
  JSON.stringify({ id, type: `appeal.${event}`, timestamp: withOffset(at), data: { number, outsideNumber, status } });

export const DELIVERY_STATES = ['pending', 'sent', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export const DELIVERY_STATE_WORDS: Record<DeliveryState, string> = { pending: '待送', sent: '已送', dead: '送不到' };
