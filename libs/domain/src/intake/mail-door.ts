import type { Reading } from './inbound-message';

/** How the hub itself checks senders. */
export interface OwnCheck {
  /** Names of our receiving servers, and addresses from which they hand letters on among themselves; lower case. */
  readonly receivedBy: readonly string[];
  /** DNS servers to ask; none where the machine's own will do. */
  readonly nameServers: readonly string[];
}

/** What the office says of the mail that comes to it. */
export interface MailDoor {
  /** Addresses that we write from and are answered at, lower case. */
  readonly ownAddresses: readonly string[];
  /** Domains whose addresses belong to the bureau's people, lower case. */
  readonly ownDomains: readonly string[];
  /** The name under which our own mail server says what it found out about senders (RFC 8601); null where it says nothing. */
  readonly authServId: string | null;
  /** What our server does not tell of a sender we look for in the letter itself; null where we do not ask DNS. */
  readonly ownCheck: OwnCheck | null;
  /** How many days after the closing the secret in our letters still joins. */
  readonly answerDays: number;
}

/** `a+tag@x` is `a@x`. */
const bare = (email: string): string => email.toLowerCase().replace(/\+[^@]*(?=@)/, '');

/** The hub itself sent this, and an alias or a rule of some mailbox brought it back. */
export const isOwnMail = (mail: Pick<Reading, 'party' | 'loops'>, door: MailDoor): boolean =>
  [mail.party.email, ...mail.loops].some((one) => one !== '' && door.ownAddresses.includes(bare(one)));

/** The sender works in the bureau, or writes under its name. */
export function isOfBureau(door: MailDoor, email: string): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return email.includes('@') && door.ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
