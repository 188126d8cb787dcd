import type { Instant } from '../deadline/day';

/** The official papers of an appeal (文书), in the order in which they come up. */
export const DOCUMENT_KINDS = [
  'receipt-notice',
  'non-acceptance-notice',
  'transfer-letter',
  'whereabouts-notice',
  'extension-notice',
  'site-record',
  'opinion',
  'reply-letter',
  'supervision-order',
  'revisit-sheet',
  'risk-sheet',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentState = 'draft' | 'issued' | 'void';

/** One version of a document. A later version takes over the number of the one it replaces. */
export interface Document {
  readonly id: number;
  readonly appealId: number;
  readonly kind: DocumentKind;
  /** 普环信受〔2026〕12号; null until it is issued. */
  readonly number: string | null;
  readonly version: number;
  readonly state: DocumentState;
  /** The version that this one takes the place of once it is issued. */
  readonly supersedes: number | null;
  readonly byName: string;
  readonly at: Instant;
  readonly issuedByName: string | null;
  readonly issuedAt: Instant | null;
  readonly voidReason: string | null;
}

/** Values by the Chinese names that stand in the templates. */
export type DocumentValues = Readonly<Record<string, string | boolean>>;

/** Fills the office's Word templates; the app gives it to casework, since Word files are made on another floor. */
export interface DocumentRenderer {
  /** The office's template as it was when the hub was started. */
  template(kind: DocumentKind): Uint8Array;
  /** A Word file; the same template and values give the same bytes. */
  render(template: Uint8Array, values: DocumentValues): Uint8Array;
}
