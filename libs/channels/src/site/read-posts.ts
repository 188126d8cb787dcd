import { LayoutAlarm, PageMissing, PageRefused } from './site-trouble';
import { layoutFault, SAMPLE } from './layout';
import type { ListedPost } from './list-page';
import type { SiteProfile } from './profile';
import { readDetail } from './read-detail';
import type { Page, Validators } from './page';
import type { SiteWeb } from './site-web';
import type { Values } from './values';

export interface FoundPost {
  readonly post: ListedPost;
  /** Null where the list tells all, or the page was refused. */
  readonly page: Page | null;
  /** What list and page show together; null where the page was refused. */
  readonly values: Values | null;
  /** Why there is no text, for the dispatcher; null where there is. */
  readonly bare: string | null;
}

const NO_TEXT = '这个帖子的网页上没有文字，可能只有图片，或已被网站屏蔽。请打开原网页看一看。';

/** Reads posts and says whether they look as the profile says; nothing is taken from a page that does not. */
export class PostReader {
  /** Values of posts that looked right: what a few odd ones are measured by. */
  private proved: readonly Values[] = [];

  constructor(
    private readonly source: string,
    private readonly profile: SiteProfile,
    private readonly web: SiteWeb,
  ) {}

  /** Throws `PageMissing` where the site says that the post is gone. */
  async read(post: ListedPost, known?: Validators): Promise<FoundPost | 'same'> {
    if (!this.profile.detail) return { post, page: null, values: post.values, bare: post.values.text ? null : NO_TEXT };
    try {
      const page = await this.web.get(post.url, known);
      if (page === 'same') return page;
      const found = readDetail(page, this.profile);
      if ('fault' in found) throw new LayoutAlarm(this.source, page.url, found.fault);
      const values = { ...post.values, ...found.values };
      return { post, page, values, bare: values.text ? null : NO_TEXT };
    } catch (error) {
      if (!(error instanceof PageRefused)) throw error;
      return { post, page: null, values: null, bare: error.message };
    }
  }

  /** Enough posts without a word and none with: more of them would tell nothing. */
  isHopeless(found: readonly FoundPost[]): boolean {
    return this.proved.length === 0 && found.length >= SAMPLE && found.every(({ bare }) => bare);
  }

  /** Throws where most of them are not as the profile says. `others` are posts that were registered before. */
  async judge(found: readonly FoundPost[], others: readonly ListedPost[]): Promise<void> {
    const shown = found.flatMap(({ values }) => values ?? []);
    const allBare = found.length > 0 && found.every(({ bare }) => bare);
    let sample = [...shown, ...this.proved];
    if ((allBare || layoutFault(shown, this.profile, Date.now())) && sample.length < SAMPLE)
      sample = [...sample, ...(await this.controls(others.slice(0, SAMPLE - sample.length)))];
    const fault = layoutFault(sample, this.profile, Date.now());
    const where = found[0]?.post.url ?? new URL(this.profile.listUrl);
    if (fault && (sample.length >= SAMPLE || !sample.some(({ text }) => text))) throw new LayoutAlarm(this.source, where, fault);
    if (allBare && !sample.some(({ text }) => text)) throw new PageRefused(found[0]!.bare!);
    this.proved = [...shown.filter(({ text }) => text), ...this.proved].slice(0, SAMPLE);
  }

  private async controls(posts: readonly ListedPost[]): Promise<Values[]> {
    const values: Values[] = [];
    for (const post of posts) {
      const found = await this.read(post).catch((error: unknown) => {
        if (error instanceof PageMissing) return null;
        throw error;
      });
      if (found && found !== 'same' && found.values) values.push(found.values);
    }
    return values;
  }
}
