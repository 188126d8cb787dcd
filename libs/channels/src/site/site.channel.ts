import type { InboundMessage } from '@hub/domain';
import { defer, from, type Observable } from 'rxjs';
import type { Channel } from '../channel';
import { checkProfile } from './check-profile';
import { PageFetcher, PageMissing, PageRefused, type Page } from './page-fetcher';
import { DEFAULT_PAGES, type SiteProfile } from './profile';
import { readDetail, type PostFault, type PostRecord } from './read-detail';
import { readList, type ListedPost } from './read-list';

export interface SiteOptions {
  readonly name: string;
  readonly source: string;
  readonly profile: SiteProfile;
  /** Which of these source keys are registered; their pages are not fetched again. */
  readonly known?: (keys: string[]) => Promise<Set<string>>;
}

/** So many pages without text, and none with: the layout has changed, not the posts. */
const BARE_LIMIT = 3;

interface BarePost {
  readonly post: ListedPost;
  readonly page: Page | null;
  /** What the administrator is told where no post can be read, and the dispatcher where only this one cannot. */
  readonly trouble: string;
  readonly reason: string;
}

/**
 * The complaint centre of a news site, read by the office's profile. A pass walks the list until a page whose posts are all
 * known, then offers the posts from the oldest on: after a crash, what is registered is never newer than what is not.
 */
export class SiteChannel implements Channel {
  readonly channel = 'site';
  readonly name: string;
  readonly source: string;
  private readonly fetcher: PageFetcher;
  private readonly listUrl: URL;
  /** Posts that the list still shows though their pages are gone; in memory only. */
  private readonly gone = new Set<string>();

  constructor(private readonly options: SiteOptions) {
    this.name = options.name;
    this.source = options.source;
    checkProfile(options.profile, options.source);
    this.listUrl = new URL(options.profile.listUrl);
    this.fetcher = new PageFetcher(options.source, options.profile);
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.pass()));
  }

  private async *pass(): AsyncGenerator<InboundMessage> {
    let bare: BarePost[] = [];
    let read = 0;
    for (const post of (await this.unknownPosts()).reverse()) {
      const found = await this.fetchPost(post);
      if (!found) continue;
      if ('reason' in found) {
        bare.push(found);
        if (read === 0 && bare.length === BARE_LIMIT) break;
        continue;
      }
      read++;
      for (const one of bare) yield this.bareMessage(one);
      bare = [];
      yield this.message(post, found.page, found.record);
    }
    // Where no post of the pass could be read, the fault is not the posts'.
    if (bare.length > 0 && read === 0) throw new Error(bare[0]!.trouble);
    for (const one of bare) yield this.bareMessage(one);
  }

  private async unknownPosts(): Promise<ListedPost[]> {
    const { profile, known } = this.options;
    const posts = new Map<string, ListedPost>();
    const visited = new Set<string>();
    let next: URL | null = this.listUrl;
    while (next && visited.size < (profile.maxPages ?? DEFAULT_PAGES) && !visited.has(next.href)) {
      visited.add(next.href);
      const page = readList(await this.fetcher.get(next), profile, this.source);
      const keys = page.posts.map((post) => this.keyOf(post));
      const registered = known ? await known(keys) : new Set<string>();
      const news = page.posts.filter((_, at) => !registered.has(keys[at]!) && !this.gone.has(keys[at]!));
      for (const post of news) if (!posts.has(post.id)) posts.set(post.id, post);
      next = news.length > 0 ? page.next : null;
    }
    return [...posts.values()];
  }

  /** The post as read, or why it cannot be; null where it is gone: the site's moderators take posts away. */
  private async fetchPost(post: ListedPost): Promise<{ page: Page; record: PostRecord } | BarePost | null> {
    const { profile } = this.options;
    let page: Page | null = null;
    try {
      page = await this.fetcher.get(post.url);
      const record = readDetail(post.id, page, profile, Date.now());
      if (record) return { page, record };
      const trouble = `“${this.source}”的帖子 ${post.id} 里没有找到 ${profile.detail.text}，版面可能改了。请照新网页改渠道设置里的 detail（${post.url.href}）。`;
      return { post, page, trouble, reason: '这个帖子的网页上没有文字，可能只有图片，或已被网站屏蔽。请打开原网页看一看。' };
    } catch (error) {
      if (error instanceof PageRefused) return { post, page, trouble: error.message, reason: error.message };
      if (!(error instanceof PageMissing)) throw error;
      this.gone.add(this.keyOf(post));
      return null;
    }
  }

  private readonly keyOf = (post: ListedPost): string => `${this.listUrl.hostname}:${post.id}`;

  /** Where other posts of the pass can be read, one that cannot is for a person to look at. */
  private bareMessage({ post, page, reason }: BarePost): InboundMessage {
    const url = post.url;
    const note: Page = page ?? { url, bytes: Buffer.from(`${url.href}\n${reason}\n`), contentType: 'text/plain' };
    return this.message(post, note, { fault: reason, url: url.href });
  }

  private message(post: ListedPost, page: Page, record: PostRecord | PostFault): InboundMessage {
    return {
      channel: this.channel,
      source: this.source,
      sourceKey: this.keyOf(post),
      format: 'post',
      original: { name: `${fileName(post.id)}.html`, mediaType: 'text/html', load: () => Promise.resolve(page.bytes) },
      record: JSON.stringify(record),
      arrivedAt: 'postedAt' in record ? (record.postedAt ?? null) : null,
    };
  }
}

const fileName = (id: string): string => id.replace(/[^\w.-]+/g, '_').replace(/^_|_$/g, '') || 'post';
