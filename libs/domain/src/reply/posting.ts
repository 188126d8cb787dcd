import type { Instant } from '../deadline/day';

/** An answer on its way to a complaint site. */
export interface OwedPosting {
  /** The post's number on the site. */
  readonly postId: string;
  readonly url: string;
  readonly body: string;
  /** See `replyMark`. */
  readonly mark: string;
  /** Since when it may stand there: it was sent, and what the site said to it was not seen. */
  readonly doubtSince: Instant | null;
  /** Otherwise it is only looked for. */
  readonly mayPost: boolean;
}

/**
 * What became of it, in Chinese where it did not come off:
 * - `posted`, `found`: it stands there now, or stood there already;
 * - `later`: it is to be tried again, nobody before `restMs` where it is about the site;
 * - `refused`: trying again would not help.
 */
export type Posting =
  | { readonly outcome: 'posted' }
  | { readonly outcome: 'found' }
  | {
      readonly outcome: 'later';
      readonly message: string;
      readonly restMs: number;
      readonly ofSite: boolean;
      /** The site may have taken it. */
      readonly doubtful: boolean;
    }
  | { readonly outcome: 'refused'; readonly message: string; readonly restMs: number };
