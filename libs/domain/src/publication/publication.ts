import type { Kind } from '../appeal/kind';
import type { Topic } from '../appeal/topic';
import type { Day } from '../deadline/day';

/**
 * A publication (公开件) is a redacted copy of its own, never a view on the case. The office prepares it, the section head
 * agrees, the deputy in charge approves, the office publishes; `withheld` says that an appeal is not published, and why.
 */
export const PUBLICATION_STATES = ['draft', 'agreed', 'approved', 'published', 'withdrawn', 'withheld'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];
export const PUBLICATION_STATE_WORDS: Record<PublicationState, string> = {
  draft: '待科室同意',
  agreed: '待领导批准',
  approved: '待公开',
  published: '已公开',
  withdrawn: '已撤下',
  withheld: '不公开',
};

/** Whether what was said turned out to be so (是否属实). */
export const VERDICTS = ['true', 'partly', 'untrue', 'none'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Record<Verdict, string> = {
  true: '属实',
  partly: '部分属实',
  untrue: '不属实',
  none: '不适用',
};

/** Why an answered appeal is not published. */
export const WITHHELD_REASONS = ['secret', 'private', 'refused', 'repeated', 'other'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];
export const WITHHELD_WORDS: Record<WithheldReason, string> = {
  secret: '涉密',
  private: '涉隐私',
  refused: '当事人不同意',
  repeated: '重复',
  other: '其他',
};

/** What the page of a publication says: the columns of the publication sheet (公开表). */
export interface PublicationContent {
  readonly title: string;
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly street: string | null;
  readonly receivedOn: Day;
  readonly answeredOn: Day | null;
  readonly verdict: Verdict;
  /** 基本情况 */
  readonly facts: string;
  /** 调查核实 */
  readonly findings: string;
  /** 处理和整改 */
  readonly measures: string;
}

/** 公开〔2026〕118号 */
export const publicationNumber = (year: string, count: number): string => `公开〔${year}〕${count}号`;
