import { dayOf, type Day, type Instant } from '../deadline/day';
import type { DocumentKind } from './document';

/** What the office sets in config/documents.yaml. */
export interface DocumentRules {
  /** Between the bureau's prefix and the year: 信受 in 普环信受〔2026〕12号. */
  readonly words: Readonly<Record<DocumentKind, string>>;
  /** Where a citizen asks for a review of the opinion (信访工作条例2022 §35). */
  readonly reviewAuthority: string;
  /** 印发机关 at the foot of a letter. */
  readonly printedBy: string;
}

/** Runs per kind and year; the transfer gives the letter of transfer its number. */
export const documentCounter = (kind: DocumentKind, year: string): string => `document:${kind}:${year}`;

/** 普环信受〔2026〕12号: six-cornered brackets, no leading zeros, no 第 (GB/T 9704-2012, 7.2.5). */
export const documentNumber = (prefix: string, word: string, year: string, running: number | string): string =>
  `${prefix}${word}〔${year}〕${running}号`;

export const yearOf = (at: Instant): string => dayOf(at).slice(0, 4);

/** 2026年3月5日, without leading zeros (GB/T 9704-2012, 7.3.5). */
export function documentDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Left open in a draft, for the day and the number are known only when it is issued. */
export const OPEN_DATE = '　　年　月　日';
export const OPEN_NUMBER = '　';
