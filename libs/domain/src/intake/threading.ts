/**
 * Joins a mail to its appeal by a secret. Every letter we send carries `y.<appeal id>.<token>` as the local part of its
 * Message-ID and of the plus address in Reply-To; the token is an HMAC of the appeal's id, 130 bits in base32. A number in
 * the subject alone never joins.
 */
export const THREAD_MARK = /(?:^|[<+.\s])y\.(\d{1,10})\.([a-z2-7]{26})(?=[.@>\s]|$)/;

export interface ThreadMark {
  readonly appealId: number;
  readonly token: string;
}

/** Every mark in the ids that a mail answers and the addresses it was sent to, nearest first. */
export function threadMarks(answers: readonly string[], recipients: readonly string[]): ThreadMark[] {
  const marks: ThreadMark[] = [];
  for (const one of [...answers, ...recipients]) {
    const found = THREAD_MARK.exec(one.toLowerCase());
    if (found) marks.push({ appealId: Number(found[1]), token: found[2]! });
  }
  return marks;
}

export const threadLocalPart = (mark: ThreadMark): string => `y.${mark.appealId}.${mark.token}`;

export type ThreadVerdict = { join: number } | { hold: number } | 'new';

/**
 * A mark whose token proves right and a sender whom the appeal knows: joins. One without the other is held for a person.
 * `proved` are the appeals whose token was right; `knownSender` tells whether the sender belongs to that appeal.
 */
export function threadVerdict(proved: readonly number[], knownSender: (appealId: number) => boolean): ThreadVerdict {
  const joined = proved.find(knownSender);
  if (joined !== undefined) return { join: joined };
  return proved[0] !== undefined ? { hold: proved[0] } : 'new';
}
