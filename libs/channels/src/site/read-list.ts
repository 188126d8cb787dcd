import type { CheerioAPI } from 'cheerio';
import type { Page } from './page-fetcher';
import { decodePage, parsePage } from './page-text';
import type { SiteProfile } from './profile';

export interface ListedPost {
  readonly id: string;
  readonly url: URL;
}

export interface ListPage {
  readonly posts: readonly ListedPost[];
  readonly next: URL | null;
}

function sameSite(href: string | undefined, page: URL): URL | null {
  if (!href || !URL.canParse(href, page.href)) return null;
  const url = new URL(href, page);
  url.hash = '';
  return url.origin === page.origin ? url : null;
}

const ID_LIMIT = 100;

function idOf(url: URL, pattern?: string): string | null {
  const path = `${url.pathname}${url.search}`.slice(0, 1000);
  return pattern ? (new RegExp(pattern).exec(path)?.[1] ?? null) : path;
}

/** The posts of one list page. An advertisement among them is passed over; a page with no post at all is a changed layout. */
export function readList(page: Page, profile: SiteProfile, source: string): ListPage {
  const $: CheerioAPI = parsePage(decodePage(page, profile.encoding));
  const items = $(profile.item).toArray();
  if (items.length === 0)
    throw new Error(
      `“${source}”列表页上没有找到 ${profile.item}，版面可能改了。请照新网页改渠道设置里的 item（${page.url.href}）。`,
    );
  const posts = items.flatMap((item): ListedPost[] => {
    const link = profile.link ? $(item).find(profile.link).first() : $(item).is('a') ? $(item) : $(item).find('a').first();
    const url = sameSite(link.attr('href'), page.url);
    const id = url && idOf(url, profile.id);
    return url && id && id.length <= ID_LIMIT ? [{ id, url }] : [];
  });
  if (posts.length === 0)
    throw new Error(
      `“${source}”列表页上找到了 ${profile.item}，但里面没有通往帖子的链接。请照新网页改渠道设置里的 link 和 id（${page.url.href}）。`,
    );
  return { posts, next: profile.nextPage ? sameSite($(profile.nextPage).first().attr('href'), page.url) : null };
}
