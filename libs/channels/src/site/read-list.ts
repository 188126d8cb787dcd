import { textAt, valueAt } from './json-path';
import { ID_LIMIT, idIn, linkFault, noList, postUrl, sameSite, type ListedPost, type ListPage } from './list-page';
import { decodePage, parsePage, plainWords, wordsOf } from './page-text';
import { kindOfSite, rowPlaces, type SiteKind, type SiteProfile } from './profile';
import type { Page } from './page';
import { htmlValues, jsonValues, parseJson, valuesBy, type Values } from './values';

const FEED_ITEM = 'item, entry';

const READERS: Readonly<Record<SiteKind, (page: Page, profile: SiteProfile) => ListPage>> = {
  html: readHtmlList,
  json: readJsonList,
  rss: readFeed,
};

/** The posts of one page of the list. It reads and judges; what to do about a fault is the caller's. */
export const readList = (page: Page, profile: SiteProfile): ListPage => READERS[kindOfSite(profile)](page, profile);

function readHtmlList(page: Page, profile: SiteProfile): ListPage {
  const $ = parsePage(decodePage(page, profile.encoding).text);
  const item = profile.item ?? 'tr';
  const rows = $(item).toArray();
  if (rows.length === 0) return noList(`列表页上没有找到 item（${item}）`);
  const posts = rows.flatMap((row): ListedPost[] => {
    const within = $(row);
    const link = profile.link ? within.find(profile.link).first() : within.is('a') ? within : within.find('a').first();
    const url = sameSite(link.attr('href'), page.url);
    const values = htmlValues($, rowPlaces(profile), within);
    return listed(url && idIn(url, profile.id), url, values, profile);
  });
  const next = profile.nextPage ? sameSite($(profile.nextPage).first().attr('href'), page.url) : null;
  const places = `link（${profile.link ?? 'a'}）${profile.id ? `、id（${profile.id}）` : ''}`;
  return { posts, rows: rows.length, next, fault: linkFault(posts.length, rows.length, places) };
}

function readJsonList(page: Page, profile: SiteProfile): ListPage {
  const found = parseJson(page, profile.encoding);
  if ('fault' in found) return noList(found.fault);
  const rows = valueAt(found.value, profile.item ?? '');
  if (!Array.isArray(rows)) return noList(`回答里 item（${profile.item || '整个回答'}）的地方不是一列帖子`);
  const idPath = profile.id ?? 'id';
  const posts = rows.flatMap((row: unknown): ListedPost[] => {
    const id = textAt(row, idPath)?.trim() || null;
    const link = profile.link ? sameSite(textAt(row, profile.link), page.url) : null;
    return listed(id, link, jsonValues(row, rowPlaces(profile)), profile, page.url);
  });
  const next = profile.nextPage ? sameSite(textAt(found.value, profile.nextPage), page.url) : null;
  return { posts, rows: rows.length, next, fault: linkFault(posts.length, rows.length, `id（${idPath}）`) };
}

function readFeed(page: Page, profile: SiteProfile): ListPage {
  const $ = parsePage(decodePage(page, profile.encoding).text, true);
  if ($('rss, feed, rdf\\:RDF').length === 0) return noList('回答的不是 RSS 或 Atom');
  const item = profile.item ?? FEED_ITEM;
  const rows = $(item).toArray();
  const posts = rows.flatMap((row): ListedPost[] => {
    const within = $(row);
    const link = within.find(profile.link ?? 'link[rel="alternate"], link').first();
    const url = sameSite(link.attr('href') ?? (link.text() || within.find('guid').first().text()), page.url);
    const guid = within.find('guid, id').first().text().trim();
    const id = profile.id ? url && idIn(url, profile.id) : guid || (url && idIn(url));
    const values = valuesBy(rowPlaces(profile), (places) => {
      const found = firstOf(places, (place) => within.find(place).first());
      return found ? plainWords(found.children('*').length ? wordsOf($, found) : found.text()) : undefined;
    });
    return listed(id, url, values, profile, page.url);
  });
  return { posts, rows: rows.length, next: null, fault: linkFault(posts.length, rows.length, 'link、guid') };
}

/** Feeds hold a short and a long text: the first place of the list that is there counts, not the first in the document. */
function firstOf<T extends { length: number }>(places: string, find: (place: string) => T): T | null {
  for (const place of places.split(/\s*,\s*/)) {
    const found = find(place);
    if (found.length) return found;
  }
  return null;
}

/** A row as a post where it has a number and, if its page is to be read, an address; nothing otherwise. */
function listed(id: string | null, link: URL | null, values: Values, profile: SiteProfile, list?: URL): ListedPost[] {
  if (!id || id.length > ID_LIMIT) return [];
  const url = (profile.postUrl ? postUrl(profile.postUrl, id) : link) ?? (profile.detail ? null : list);
  return url ? [{ id, url, values }] : [];
}
