import type { Values } from './values';

export interface ListedPost {
  readonly id: string;
  readonly url: URL;
  readonly values: Values;
}

export interface ListPage {
  readonly posts: readonly ListedPost[];
  /** Rows of the list, those without a post among them. */
  readonly rows: number;
  readonly next: URL | null;
  /** Why it is no list as the profile says (Chinese); null where it is one. */
  readonly fault: string | null;
}

export const ID_LIMIT = 100;

export const noList = (fault: string): ListPage => ({ posts: [], rows: 0, next: null, fault });

/** A link within the site, without its fragment. */
export function sameSite(href: string | undefined, page: URL): URL | null {
  if (!href || !URL.canParse(href.trim(), page.href)) return null;
  const url = new URL(href.trim(), page.href);
  url.hash = '';
  return url.origin === page.origin ? url : null;
}

/** The post's number in its link; the path and query where no pattern names it. */
export function idIn(url: URL, pattern?: string): string | null {
  const path = `${url.pathname}${url.search}`.slice(0, 1000);
  return pattern ? (new RegExp(pattern).exec(path)?.[1] ?? null) : path;
}

export const postUrl = (template: string, id: string): URL | null => {
  const address = template.replaceAll('{id}', encodeURIComponent(id));
  return URL.canParse(address) ? new URL(address) : null;
};

/** Rows among which too few lead to a post are no list of posts; an advertisement among them is passed over. */
export const linkFault = (posts: number, rows: number, places: string): string | null =>
  rows > 0 && posts * 2 < rows ? `列表里 ${rows} 行只有 ${posts} 行能认出帖子（${places}）` : null;
