import type { WebSubmission } from '@hub/domain';

/** An appeal that a draft became. */
export interface HandedIn {
  readonly number: string;
  readonly sourceKey: string;
}

/** What a draft's row holds, sealed: what is being written, or what it became. */
export interface DraftContent {
  readonly submission: WebSubmission;
  /** Set once it is handed in; the words are gone from here then. */
  readonly became: readonly HandedIn[] | null;
  /** The question that waits for an answer before it is handed in. */
  readonly asked: number | null;
  /** The query codes have been on a page. */
  readonly codesShown: boolean;
}

export interface OpenDraft extends DraftContent {
  readonly key: string;
  readonly startedAt: string;
}
