/** CSS selectors within a post's page. */
export interface DetailSelectors {
  readonly subject: string;
  readonly text: string;
  readonly author?: string;
  readonly postedAt?: string;
  readonly phone?: string;
  readonly place?: string;
  readonly kind?: string;
}

/** How a complaint site's pages are read; all of it is the office's settings, since sites change their layout. */
export interface SiteProfile {
  /** The first page of the list, the newest posts first. */
  readonly listUrl: string;
  /** Where the site does not say it, or says it wrong. */
  readonly encoding?: string;
  /** A post in the list: its row or its link. */
  readonly item: string;
  /** The link within the row; not needed where the item is a link. */
  readonly link?: string;
  /** Regular expression on the link whose first group is the post's number; without it the path names the post. */
  readonly id?: string;
  readonly nextPage?: string;
  readonly maxPages?: number;
  readonly detail: DetailSelectors;
  /** `yyyy年M月d日 HH:mm`, for times that cannot be read without it. */
  readonly datePattern?: string;
  readonly pauseMs?: number;
  readonly timeoutMs?: number;
}

export const DEFAULT_PAGES = 5;
export const DEFAULT_PAUSE_MS = 1_000;
export const DEFAULT_TIMEOUT_MS = 15_000;
