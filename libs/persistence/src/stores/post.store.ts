import type { Instant, PostMark } from '@hub/domain';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import { PostEntity, PostListEntity } from '../entities/post.entity';
import { insertRows } from '../insert-rows';

type Validators = Pick<PostListEntity, 'etag' | 'lastModified'>;

/** What is remembered of the posts of complaint sites. */
export class PostStore {
  constructor(private readonly manager: EntityManager) {}

  /** Of these keys, those that are registered, with what is remembered of each. */
  async seen(keys: readonly string[]): Promise<Map<string, PostEntity | null>> {
    if (!keys.length) return new Map();
    const where = { sourceKey: In([...keys]) };
    const items = await this.manager.find(IntakeItemEntity, {
      select: { sourceKey: true },
      where: { channel: 'site', ...where },
    });
    const posts = new Map((await this.manager.find(PostEntity, { where })).map((post) => [post.sourceKey, post]));
    return new Map(items.map(({ sourceKey }) => [sourceKey, posts.get(sourceKey) ?? null]));
  }

  due(channel: string, since: Instant, before: Instant, limit: number): Promise<PostEntity[]> {
    const where = { channel, registeredAt: MoreThanOrEqual(since), lookedAt: LessThanOrEqual(before) };
    return this.manager.find(PostEntity, { where, order: { lookedAt: 'ASC' }, take: limit });
  }

  present(channel: string, limit: number): Promise<PostEntity[]> {
    return this.manager.find(PostEntity, { where: { channel, goneAt: IsNull() }, order: { registeredAt: 'DESC' }, take: limit });
  }

  find(sourceKey: string): Promise<PostEntity | null> {
    return this.manager.findOneBy(PostEntity, { sourceKey });
  }

  ofAppeal(appealId: number): Promise<PostEntity[]> {
    return this.manager.find(PostEntity, { where: { appealId }, order: { registeredAt: 'ASC' } });
  }

  /** The appeals of these posts, by their keys. */
  async appealsOf(keys: readonly string[]): Promise<Map<string, number>> {
    if (!keys.length) return new Map();
    const posts = await this.manager.find(PostEntity, {
      select: { sourceKey: true, appealId: true },
      where: { sourceKey: In([...keys]) },
    });
    return new Map(posts.flatMap(({ sourceKey, appealId }) => (appealId === null ? [] : [[sourceKey, appealId]])));
  }

  /** Remembers posts with the message that brought them, in its transaction. */
  async keep(marks: readonly (PostMark & { readonly appealId: number | null })[], now: Instant): Promise<void> {
    const first = marks.filter(({ version }) => version === 1);
    await insertRows(
      this.manager,
      PostEntity,
      first.map(({ key, id, url, ...mark }) => ({
        ...mark,
        sourceKey: key,
        postId: id,
        url: url.slice(0, 2000),
        registeredAt: now,
        lookedAt: now,
        goneAt: null,
      })),
    );
    for (const { key, hash, version, etag, lastModified } of marks)
      if (version > 1)
        await this.manager.update(PostEntity, { sourceKey: key }, { hash, version, etag, lastModified, lookedAt: now });
  }

  async looked(sourceKey: string, lookedAt: Instant, change: Validators & { readonly hash?: string }): Promise<void> {
    await this.manager.update(PostEntity, { sourceKey }, { lookedAt, ...change });
  }

  async lookedAt(sourceKey: string, lookedAt: Instant): Promise<void> {
    await this.manager.update(PostEntity, { sourceKey }, { lookedAt });
  }

  /** False where it was so already. */
  async markGone(sourceKey: string, goneAt: Instant | null): Promise<boolean> {
    const post = await this.find(sourceKey);
    if (!post || (post.goneAt === null) === (goneAt === null)) return false;
    await this.manager.update(PostEntity, { sourceKey }, { goneAt });
    return true;
  }

  /** A person has placed the post. */
  async belongs(sourceKey: string, appealId: number): Promise<void> {
    await this.manager.update(PostEntity, { sourceKey }, { appealId });
  }

  list(channel: string): Promise<PostListEntity | null> {
    return this.manager.findOneBy(PostListEntity, { channel });
  }

  /** How the list was when all of it was registered; null where something of it is not yet. */
  async keepList(channel: string, list: Omit<PostListEntity, 'channel'> | null): Promise<void> {
    await this.manager.delete(PostListEntity, { channel });
    if (list) await this.manager.insert(PostListEntity, { channel, ...list });
  }
}
