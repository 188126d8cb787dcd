import type { DraftVersionView, LeakHitView, OfferedReview } from './approval';

/** Errors: `application/problem+json` (RFC 9457) with our `code`, `hint` and the faulty fields. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  readonly requestId?: string;
  /** With code `leak-found`: what tells who the citizen is. */
  readonly leaks?: readonly LeakHitView[];
  /** With it: the very text, so that a second person may be asked about it. */
  readonly review?: OfferedReview;
  /** With code `version-conflict` on a draft: the text that a colleague saved meanwhile. */
  readonly theirs?: DraftVersionView;
}
