import { readAppealNumber } from '../appeal/number';

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

/** Re: and its like, behind whatever lists and filters put before it. */
const ANSWERED =
  /^(?:\s|\[[^\]]{0,40}\]|【[^】]{0,40}】)*(?:re|fwd?|aw|wg|sv|antw|tr|rv|回复|回覆|回信|答复|答覆|转发|轉發|转寄|轉寄)\s*(?:[[(（]\d{1,3}[\])）])?\s*[:：]/i;
const NUMBERS = /[yｙ][xｘ][tｔ]\s{0,3}[-‐-―−－]\s{0,3}[\d０-９]{8}\s{0,3}[-‐-―−－]\s{0,3}[\d０-９]{4,7}/giu;
const QUOTED = 20;

/** Our numbers that a text repeats, in the order they stand there. */
export function quotedNumbers(text: string): string[] {
  const numbers = new Set<string>();
  for (const [typed] of text.matchAll(NUMBERS)) {
    const number = readAppealNumber(typed);
    if (number) numbers.add(number);
    if (numbers.size === QUOTED) break;
  }
  return [...numbers];
}

/** A mail that says it is an answer: by what it answers, by its subject or by a number of ours. */
export const claimsToAnswer = (mail: {
  readonly subject: string;
  readonly answers: readonly string[];
  readonly numbers: readonly string[];
}): boolean => mail.answers.length > 0 || mail.numbers.length > 0 || ANSWERED.test(mail.subject.slice(0, 200));

/** Why a mail that seems to belong to an appeal waits for a person. */
export type HoldReason = 'stranger' | 'several-senders' | 'forged-sender' | 'no-token' | 'own-staff' | 'archived' | 'expired';

export interface ThreadFacts {
  /** Appeals whose token was right, nearest first. */
  readonly proved: readonly number[];
  /** Whether the sender belongs to that appeal. */
  readonly knows: (appealId: number) => boolean;
  /** Why that appeal takes no more letters by itself. */
  readonly ended: (appealId: number) => 'archived' | 'expired' | null;
  /** Why this sender never joins, whatever else is right. */
  readonly doubt: 'several-senders' | 'forged-sender' | 'own-staff' | null;
  readonly claims: boolean;
  /** The sender's appeal that the mail most likely speaks of. */
  readonly suggested: number | null;
}

export type ThreadVerdict = { readonly join: number } | { readonly hold: number | null; readonly because: HoldReason } | 'new';

/**
 * A mark whose token proves right and a sender whom the appeal knows: joins; of several the nearest that he is known to. One
 * without the other is held for a person, and so is what comes after the end.
 */
export function threadVerdict({ proved, knows, ended, doubt, claims, suggested }: ThreadFacts): ThreadVerdict {
  const known = proved.find(knows);
  const nearest = known ?? proved[0] ?? (claims ? suggested : null);
  if (doubt && (nearest !== null || (doubt === 'own-staff' && claims))) return { hold: nearest, because: doubt };
  if (known !== undefined) {
    const end = ended(known);
    return end ? { hold: known, because: end } : { join: known };
  }
  if (proved[0] !== undefined) return { hold: proved[0], because: 'stranger' };
  return nearest === null ? 'new' : { hold: nearest, because: 'no-token' };
}
