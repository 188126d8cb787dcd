import { dayOf, daysBetween, instant, type Instant } from '../deadline/day';
import { Fault } from '../errors';

/** Older ones are entered by staff, who see the paper. */
export const RECEIPT_DAYS = 366;
/** Clocks of two systems never quite agree. */
const SKEW_MS = 5 * 60_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * When another system received a submission, which is day 0 of its promise: a moment, in Shanghai's time where it names no
 * offset, or a day. Refused in the future and where it lies more than a year back.
 */
export function receivedAtOf(said: string, now: Date): Instant {
  const text = said.trim();
  const at = new Date(DAY.test(text) ? `${text}T00:00:00+08:00` : OFFSET.test(text) ? text : `${text}+08:00`);
  if (Number.isNaN(at.getTime()))
    throw new Fault('invalid', 'received-at', '收到的时间看不懂。', '请写成 2026-11-24 或 2026-11-24T09:30:00+08:00。');
  if (at.getTime() > now.getTime() + SKEW_MS)
    throw new Fault('invalid', 'received-at', '收到的时间还没有到。', '请写实际收到的时间，或不填。');
  if (daysBetween(dayOf(at), dayOf(now)) > RECEIPT_DAYS)
    throw new Fault(
      'invalid',
      'received-at',
      `收到的时间早于 ${RECEIPT_DAYS} 天以前。`,
      '请核对年份；确实很早的，请由工作人员登记。',
    );
  return instant(Math.min(at.getTime(), now.getTime()));
}
