import type { SeenPost, SiteMemory, WatchedPost } from '@hub/channels';
import type { InboundMessage, Instant } from '@hub/domain';

interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a site's reader remembers, in memory: for tests of the reader alone. */
export class PostsInMemory implements SiteMemory {
  readonly posts = new Map<string, WatchedPost>();
  readonly told: string[] = [];
  list: Validators | null = null;

  /** As the intake does once a message is registered. */
  async register(messages: readonly InboundMessage[]): Promise<void> {
    for (const { post, settle } of messages) {
      if (post) this.posts.set(post.key, { ...post, goneAt: null });
      await settle?.();
    }
  }

  seen(keys: readonly string[]): Promise<Map<string, SeenPost>> {
    return Promise.resolve(new Map(keys.flatMap((key) => (this.posts.has(key) ? [[key, this.posts.get(key)!]] : []))));
  }
  due(_channel: string, _since: Instant, _before: Instant, limit: number): Promise<WatchedPost[]> {
    return Promise.resolve([...this.posts.values()].slice(0, limit));
  }
  present(_channel: string, limit: number): Promise<WatchedPost[]> {
    return Promise.resolve([...this.posts.values()].filter(({ goneAt }) => !goneAt).slice(0, limit));
  }
  looked(key: string, _at: Instant, found: Validators & { hash: string | null }): Promise<void> {
    this.posts.set(key, { ...this.posts.get(key)!, ...found });
    return Promise.resolve();
  }
  gone(key: string, reason: string): Promise<void> {
    this.told.push(`${key} ${reason}`);
    this.posts.set(key, { ...this.posts.get(key)!, goneAt: new Date().toISOString() });
    return Promise.resolve();
  }
  back(key: string): Promise<void> {
    this.told.push(`${key} back`);
    this.posts.set(key, { ...this.posts.get(key)!, goneAt: null });
    return Promise.resolve();
  }
  listValidators(): Promise<Validators | null> {
    return Promise.resolve(this.list);
  }
  keepListValidators(_channel: string, _url: string, validators: Validators | null): Promise<void> {
    this.list = validators;
    return Promise.resolve();
  }
}
