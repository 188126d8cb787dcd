import type { SecureContextOptions } from 'node:tls';

/** How a provider behaves where a real server here cannot be made to. */
export interface ImapProfile {
  readonly capabilities?: readonly string[];
  /** SELECT, EXAMINE and STATUS are refused until the client has said its name (RFC 2971), announced or not. */
  readonly wantsId?: boolean;
  /** Refuses even then. */
  readonly neverTrusts?: boolean;
  /** SEARCH and FETCH answer with everything, whatever was asked for. */
  readonly ignoresRanges?: boolean;
  /** Only so many of the newest letters are shown. */
  readonly newest?: number;
  /** Hangs up after so long without a command other than NOOP. */
  readonly quietMs?: number;
  /** More connections at a time are told off. */
  readonly connections?: number;
  /** What it says to every login, instead of looking at it: `NO [AUTHENTICATIONFAILED] …`, `BAD Request is throttled. …`. */
  readonly login?: string;
  /** What it says, by the first word of the command: `{ SELECT: 'NO [UNAVAILABLE] …' }`. */
  readonly says?: Readonly<Record<string, string>>;
  /** The OAuth2 token that it takes. */
  readonly token?: string;
  /** TLS from the first byte, or offered by STARTTLS where `starttls` says so. */
  readonly tls?: SecureContextOptions;
  readonly starttls?: boolean;
}

const NETEASE = ['IMAP4rev1', 'XLIST', 'SPECIAL-USE', 'LITERAL+', 'UIDPLUS', 'XAPPLEPUSHSERVICE'];

/** 163, 126, yeah, 188: no IDLE, no folder before ID, NOOP does not keep the line. */
export const netease = (announces = true): ImapProfile => ({
  capabilities: announces ? [...NETEASE, 'ID'] : NETEASE,
  wantsId: true,
});

/** QQ and 腾讯企业邮: ranges are not looked at. */
export const qq = (): ImapProfile => ({
  capabilities: ['IMAP4', 'IMAP4rev1', 'ID', 'AUTH=LOGIN', 'NAMESPACE'],
  ignoresRanges: true,
});

/** Gmail with a folder limit, which hides what is older. */
export const gmailLike = (newest = 1000): ImapProfile => ({
  capabilities: ['IMAP4rev1', 'ID', 'IDLE', 'UIDPLUS', 'MOVE', 'NAMESPACE', 'AUTH=PLAIN', 'SASL-IR'],
  newest,
  connections: 15,
});

/** Microsoft 365 when somebody asks too often. */
export const throttled = (backoffMs = 92_415): ImapProfile => ({
  capabilities: ['IMAP4', 'IMAP4rev1', 'AUTH=PLAIN', 'AUTH=XOAUTH2', 'SASL-IR', 'UIDPLUS', 'ID', 'IDLE', 'NAMESPACE', 'LITERAL+'],
  login: `BAD Request is throttled. Suggested Backoff Time: ${backoffMs} milliseconds`,
});

export const refusing = (): ImapProfile => ({ login: 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)' });

/** Exchange Online: tokens only. */
export const exchange = (token: string): ImapProfile => ({
  capabilities: [
    'IMAP4',
    'IMAP4rev1',
    'AUTH=XOAUTH2',
    'SASL-IR',
    'UIDPLUS',
    'MOVE',
    'ID',
    'UNSELECT',
    'IDLE',
    'NAMESPACE',
    'LITERAL+',
  ],
  token,
});
