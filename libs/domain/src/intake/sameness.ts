import type { Instant } from '../deadline/day';

/** What tells one letter of a mailbox from another. */
export interface LetterMarks {
  /** Mailbox, numbering (UIDVALIDITY) and number. */
  readonly sourceKey: string;
  readonly fileHash: string;
  /** Null where the letter has no Message-ID. */
  readonly messageIdHash: string | null;
  readonly arrivedAt: Instant | null;
}

/**
 * How a letter stands to one that came before it, both from one mailbox:
 * - `renumbered`: the very same, met again because the folder was numbered anew or read by another door;
 * - `copy`: the same bytes with a Message-ID a second time in one numbering, so somebody copied or resent it;
 * - `namesake`: another letter under the same Message-ID, which proves nothing about either;
 * - null: they have nothing to do with each other.
 */
export type Sameness = 'renumbered' | 'copy' | 'namesake';

const numberingOf = (sourceKey: string): string => sourceKey.slice(0, Math.max(sourceKey.lastIndexOf(':'), 0));

export function samenessOf(letter: LetterMarks, earlier: LetterMarks): Sameness | null {
  const sameId = letter.messageIdHash !== null && letter.messageIdHash === earlier.messageIdHash;
  if (letter.fileHash !== earlier.fileHash) return sameId ? 'namesake' : null;
  const sameNumbering = numberingOf(letter.sourceKey) === numberingOf(earlier.sourceKey);
  if (sameId) return sameNumbering ? 'copy' : 'renumbered';
  return !sameNumbering && letter.arrivedAt !== null && letter.arrivedAt === earlier.arrivedAt ? 'renumbered' : null;
}

export const NAMESAKE_REMARK = '同一邮件编号（Message-ID）另有一封内容不同的来信，请核对是否有人冒用。';
