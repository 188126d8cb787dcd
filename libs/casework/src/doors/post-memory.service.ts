import { Inject, Injectable } from '@nestjs/common';
import { clip, instant, SYSTEM_NAME, type Instant } from '@hub/domain';
import { UnitOfWork, type PostEntity, type Stores } from '@hub/persistence';
import { tell } from '../notices/tell';
import { CLOCK, type Clock } from '../tokens';

interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Seen {
  readonly key: string;
  readonly hash: string | null;
  readonly version: number;
  readonly goneAt: Instant | null;
}

type Watched = Seen & Validators & { readonly id: string; readonly url: string };

/** What the readers of complaint sites remember, and what they note in the files: that a post is gone, or stands again. */
@Injectable()
export class PostMemoryService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async seen(keys: readonly string[]): Promise<Map<string, Seen>> {
    const found = await this.work.run(({ posts }) => posts.seen(keys));
    return new Map([...found].map(([key, post]) => [key, post ? seenOf(post) : { key, hash: null, version: 1, goneAt: null }]));
  }

  async due(channel: string, since: Instant, before: Instant, limit: number): Promise<Watched[]> {
    return (await this.work.run(({ posts }) => posts.due(channel, since, before, limit))).map(watchedOf);
  }

  async present(channel: string, limit: number): Promise<Watched[]> {
    return (await this.work.run(({ posts }) => posts.present(channel, limit))).map(watchedOf);
  }

  looked(key: string, at: Instant, { hash, etag, lastModified }: Validators & { readonly hash: string | null }): Promise<void> {
    return this.work.run(({ posts }) => posts.looked(key, at, { etag, lastModified, ...(hash === null ? {} : { hash }) }));
  }

  gone(key: string, reason: string): Promise<void> {
    return this.note(key, instant(this.clock()), `来源网站上的帖子不见了：${reason}。本件不受影响，照常办理`);
  }

  back(key: string): Promise<void> {
    return this.note(key, null, '来源网站上的帖子又出现了');
  }

  async listValidators(channel: string, url: string): Promise<Validators | null> {
    const list = await this.work.run(({ posts }) => posts.list(channel));
    return list?.url === url ? list : null;
  }

  keepListValidators(channel: string, url: string, known: Validators | null): Promise<void> {
    const list = known && { url, etag: known.etag, lastModified: known.lastModified };
    return this.work.run(({ posts }) => posts.keepList(channel, list));
  }

  /** Once: whoever finds it so again notes nothing. */
  private note(key: string, goneAt: Instant | null, words: string): Promise<void> {
    const at = instant(this.clock());
    return this.work.run(async (stores) => {
      await stores.posts.lookedAt(key, at);
      if (!(await stores.posts.markGone(key, goneAt))) return;
      const post = await stores.posts.find(key);
      if (post && post.appealId !== null) await noteOn(stores, post.appealId, words, at);
    });
  }
}

async function noteOn(stores: Stores, appealId: number, words: string, at: Instant): Promise<void> {
  const appeal = await stores.appeals.holdById(appealId);
  const { status } = appeal;
  const line = { appealId, act: 'message' as const, way: 'post', fromStatus: status, toStatus: status, byId: null };
  await stores.appeals.addHistory([{ ...line, byName: SYSTEM_NAME, note: clip(words, 290), at }]);
  await tell(stores, appeal, { kind: 'post', duties: ['handler', 'office'], text: clip(`${appeal.number} ${words}。`, 290) }, at);
}

const seenOf = ({ sourceKey, hash, version, goneAt }: PostEntity): Seen => ({ key: sourceKey, hash, version, goneAt });

const watchedOf = (post: PostEntity): Watched => ({
  ...seenOf(post),
  id: post.postId,
  url: post.url,
  etag: post.etag,
  lastModified: post.lastModified,
});
