import { instant, senderCheck, serverSpoke, type Instant, type MailDoor, type SenderCheck } from '@hub/domain';
import type { KeptMessage } from './kept-message';

const MINUTE_MS = 60_000;
/** A DNS that is away for longer than this is no passing trouble. */
const GIVEN_UP_MS = 3 * 86_400_000;

export interface SenderColumns {
  readonly sender: SenderCheck | null;
  readonly senderBy: 'server' | 'hub' | null;
  readonly senderDueAt: Instant | null;
}

const NO_MAIL: SenderColumns = { sender: null, senderBy: null, senderDueAt: null };
const UNKNOWN: SenderColumns = { ...NO_MAIL, sender: 'unverified' };

/** What is known of a message's sender and by whom; of two senders or none nothing is. */
export function senderOf({ message, reading, checking, checked }: KeptMessage, door: MailDoor, now: Instant): SenderColumns {
  if (!reading || message.format !== 'mail') return NO_MAIL;
  if (!reading.oneSender) return UNKNOWN;
  if (serverSpoke(reading.authentication, door.authServId))
    return byWhom(senderCheck(reading.authentication, reading.party.email, door.authServId), 'server');
  if (checked) return byWhom(checked, 'hub');
  return checking ? { ...UNKNOWN, senderDueAt: instant(Date.parse(now) + MINUTE_MS) } : UNKNOWN;
}

/** Nobody need be named for what nobody found out. */
export const byWhom = (sender: SenderCheck, by: 'server' | 'hub'): SenderColumns => ({
  sender,
  senderBy: sender === 'unverified' ? null : by,
  senderDueAt: null,
});

/** When a letter that arrived then is looked at again: twice as long after each time, until there is no hope; then null. */
export function lookAgainAt(arrived: Instant, now: Instant): Instant | null {
  const age = Date.parse(now) - Date.parse(arrived);
  return age > GIVEN_UP_MS ? null : instant(Date.parse(now) + Math.max(age, MINUTE_MS));
}
