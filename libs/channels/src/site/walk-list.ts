import { LayoutAlarm, PageMissing } from './site-trouble';
import { readList } from './read-list';
import type { ListedPost } from './list-page';
import { DEFAULT_PAGES, type SiteProfile } from './profile';
import type { SeenPost } from './site-memory';
import type { Validators } from './page';
import type { SiteWeb } from './site-web';

export interface WalkOptions {
  readonly source: string;
  readonly profile: SiteProfile;
  readonly web: SiteWeb;
  readonly keyOf: (id: string) => string;
  readonly seen: (keys: readonly string[]) => Promise<ReadonlyMap<string, SeenPost>>;
}

export interface Walk {
  /** Posts that nobody has registered, the newest first. */
  readonly fresh: readonly ListedPost[];
  readonly known: readonly { readonly post: ListedPost; readonly seen: SeenPost }[];
  readonly keys: ReadonlySet<string>;
  /** The list ended by itself, and every page of it was read. */
  readonly toTheEnd: boolean;
  /** Of the first page; null where the list is as it was. */
  readonly validators: Validators | null;
}

const UNCHANGED: Walk = { fresh: [], known: [], keys: new Set(), toTheEnd: false, validators: null };

/**
 * Walks the list to a page on which nothing is new; to its end where it shows every post there is, or where `last` is null:
 * then a pass broke off, and behind known posts there may be some that are not.
 */
export async function walkList(options: WalkOptions, last: Validators | null): Promise<Walk> {
  const { source, profile, web } = options;
  const fresh = new Map<string, ListedPost>();
  const known = new Map<string, Walk['known'][number]>();
  const visited = new Set<string>();
  let validators: Validators | null = null;
  let next: URL | null = new URL(profile.listUrl);
  let counted = false;
  for (let pages = 0; next && pages < (profile.maxPages ?? DEFAULT_PAGES) && !visited.has(next.href); pages++) {
    visited.add(next.href);
    const asked = web.get(next, pages === 0 && !profile.complete ? last : null);
    const page = await (counted ? asked.catch(endOfList) : asked);
    if (page === 'same') return UNCHANGED;
    if (page === 'end') {
      next = null;
      break;
    }
    if (pages === 0) validators = { etag: page.etag, lastModified: page.lastModified };
    const list = readList(page, profile);
    if (list.fault && (pages === 0 || list.rows > 0)) throw new LayoutAlarm(source, page.url, list.fault);
    const seen = await options.seen(list.posts.map(({ id }) => options.keyOf(id)));
    let news = 0;
    let turned = 0;
    for (const post of list.posts) {
      const key = options.keyOf(post.id);
      if (fresh.has(key) || known.has(key)) continue;
      turned++;
      const before = seen.get(key);
      if (before) known.set(key, { post, seen: before });
      else if (++news) fresh.set(key, post);
    }
    counted = !list.next;
    next = turned === 0 ? null : (list.next ?? pageAfter(next, profile.pageParam));
    if (news === 0 && next && last && !profile.complete) break;
  }
  const keys = new Set([...fresh.keys(), ...known.keys()]);
  return { fresh: [...fresh.values()], known: [...known.values()], keys, toTheEnd: next === null, validators };
}

/** Who counts pages up learns of the last one by asking for one too many, and some sites say then that there is none. */
function endOfList(error: unknown): 'end' {
  if (error instanceof PageMissing) return 'end';
  throw error;
}

function pageAfter(url: URL, pageParam: string | undefined): URL | null {
  if (!pageParam) return null;
  const after = new URL(url);
  const shown = url.searchParams.get(pageParam);
  // Some count from 0.
  after.searchParams.set(pageParam, String((shown && /^\d+$/.test(shown) ? Number(shown) : 1) + 1));
  return after;
}
