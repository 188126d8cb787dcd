import {
  isFresh,
  serverSpoke,
  type InboundMessage,
  type Instant,
  type MailDoor,
  type Reading,
  type SenderCheck,
  type SenderChecker,
} from '@hub/domain';

/** Begins to look into a letter for its sender, where our own server says nothing and there is something to look at; else null. */
export function ownCheckOf(
  { format, arrivedAt }: Pick<InboundMessage, 'format' | 'arrivedAt'>,
  { authentication, oneSender, party, signed, writtenAt }: Reading,
  bytes: Uint8Array,
  checker: SenderChecker,
  { ownCheck, authServId }: MailDoor,
  now: Instant,
): Promise<SenderCheck | null> | null {
  const at = arrivedAt ?? writtenAt ?? now;
  const mayTell = ownCheck && (signed || ownCheck.receivedBy.length > 0) && isFresh(at, now);
  if (!mayTell || format !== 'mail' || !oneSender || serverSpoke(authentication, authServId)) return null;
  return checker.check(bytes, { from: party.email, at });
}
