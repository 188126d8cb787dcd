import type { Instant } from '../deadline/day';
import type { DocumentKind } from '../document/document';
import { DOCUMENT_WORDS } from '../document/words';

/** What the file of an appeal holds when it is to be archived (归档). */
export interface PackFacts {
  readonly replyDoneAt: Instant | null;
  readonly informedAt: Instant | null;
  readonly contactDoneAt: Instant | null;
  readonly siteDoneAt: Instant | null;
  readonly contactWaiver: string | null;
  readonly siteWaiver: string | null;
  readonly openParts: number;
  /** How the appeal came to its end, in the order of its history. */
  readonly ends: readonly ('answered' | 'answered-outside' | 'not-accepted' | 'withdrawn')[];
  /** Letters about it that have not gone out. */
  readonly unsentLetters: number;
  /** Upper authorities that still owe a decision. */
  readonly openReviews: number;
  /** Supervision orders that nobody has closed, and suggested ones that nobody has decided on. */
  readonly openOrders: number;
  readonly suggestedOrders: number;
  /** The last risk assessment waits for whoever must look at it. */
  readonly riskUnsigned: boolean;
  readonly openRevisits: number;
  /** Papers that are still drafts. */
  readonly draftPapers: readonly DocumentKind[];
}

/** What the pack lacks, in Chinese; empty where it is complete. A withdrawn or refused appeal needs no answer. */
export function lackingInPack(facts: PackFacts): string[] {
  const lacking: string[] = [];
  const answered = facts.ends.includes('answered');
  if ((answered || facts.ends.includes('answered-outside')) && !facts.replyDoneAt) lacking.push('答复的送达记录');
  if (answered && !facts.contactDoneAt && !facts.contactWaiver) lacking.push('联系记录');
  if (answered && !facts.siteDoneAt && !facts.siteWaiver) lacking.push('现场调查记录');
  if (facts.ends.includes('not-accepted') && !facts.informedAt) lacking.push('不予受理的告知');
  if (facts.openParts) lacking.push('协办意见');
  if (facts.unsentLetters) lacking.push(`${facts.unsentLetters} 封没有发出的信`);
  if (facts.openReviews) lacking.push('复查、复核的决定');
  if (facts.openOrders) lacking.push('督办单的办结');
  if (facts.suggestedOrders) lacking.push('督办建议的定夺');
  if (facts.riskUnsigned) lacking.push('风险评估的审阅');
  if (facts.openRevisits) lacking.push('回访的结果');
  for (const kind of new Set(facts.draftPapers)) lacking.push(`${DOCUMENT_WORDS[kind]}的签发（还是草稿）`);
  return lacking;
}
