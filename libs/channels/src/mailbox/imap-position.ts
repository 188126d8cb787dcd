import { instant, type Instant } from '@hub/domain';

/**
 * Where a mailbox stands. Letters up to `uid` are registered, but for those of `back`: what was there when the folder was
 * first read, after the first number and up to the second, which is taken in beside what is new.
 */
export interface Position {
  readonly uidvalidity: string;
  readonly uid: number;
  readonly back?: readonly [number, number];
  /** The moment at which the channel began: letters that came before it are old ones. */
  readonly since?: Instant;
  /** Up to here nobody looks for letters that show up late: what was there was not wanted, or has its items under older numbers. */
  readonly floor?: number;
}

export interface Found {
  readonly uid: number;
  readonly size: number;
  /** INTERNALDATE in milliseconds; NaN where the server gives none. */
  readonly arrived: number;
}

const DAY_MS = 86_400_000;

export function positionOf(text: string | null): Position | null {
  if (!text) return null;
  const given = JSON.parse(text) as Position;
  return { ...given, uidvalidity: String(given.uidvalidity) };
}

/** What is in the folder now is taken in beside what comes. */
export const fromAll = (uidvalidity: string, last: number, since: Instant | undefined, floor: number): Position => ({
  uidvalidity,
  uid: last,
  ...(last > 0 ? { back: [0, last] as const } : {}),
  ...(since ? { since } : {}),
  floor,
});

/** Where the mailbox stands once a new letter is registered. */
export const afterNew = (position: Position, uid: number): Position => ({ ...position, uid });

/** Where the mailbox stands once a letter that was there before is registered. */
export function afterBack({ back, ...rest }: Position, uid: number, last: boolean): Position {
  return back && !last ? { ...rest, back: [uid, back[1]] } : rest;
}

/** A letter of the time before the channel began. Servers tell whole seconds, and the clock of one that sends us a new letter may be slow. */
export const isOld = ({ arrived }: Found, since: Instant | undefined, slackMs: number): boolean =>
  since !== undefined && arrived + slackMs <= Date.parse(since);

/** With `from: now`: a letter that was never wanted, told by its day where the folder was numbered anew. */
export const isUnwanted = ({ arrived }: Found, since: Instant | undefined): boolean =>
  since !== undefined && arrived < Date.parse(since) - DAY_MS;

export const arrivedAt = ({ arrived }: Found): Instant | null => (Number.isNaN(arrived) ? null : instant(arrived));

/** `1:3,7` for 1, 2, 3, 7. */
export function uidSet(uids: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < uids.length;) {
    let end = at;
    while (uids[end + 1] === uids[end]! + 1) end++;
    parts.push(end > at ? `${uids[at]}:${uids[end]}` : String(uids[at]));
    at = end + 1;
  }
  return parts.join(',');
}
