import { createHash } from 'node:crypto';
import { instant, type InboundMessage, type PostMark } from '@hub/domain';
import { concatMap, defer, from, type Observable } from 'rxjs';
import type { Channel } from '../channel';
import { ChannelTrouble } from '../channel-trouble';
import { checkProfile } from './check-profile';
import { SAMPLE } from './layout';
import type { ListedPost } from './list-page';
import { hashOf, recordOf, type PostRecord } from './post-record';
import { probeSite } from './probe';
import { DEFAULT_WATCH_DAYS, DEFAULT_WATCH_HOURS, kindOfSite, type SiteProfile } from './profile';
import { PostReader, type FoundPost } from './read-posts';
import type { SiteMemory, WatchedPost } from './site-memory';
import { LayoutAlarm, PageMissing } from './site-trouble';
import type { Page, Validators } from './page';
import { SiteWeb } from './site-web';
import { walkList, type Walk } from './walk-list';

export interface SiteOptions {
  readonly name: string;
  readonly source: string;
  readonly profile: SiteProfile;
  readonly memory: SiteMemory;
}

/** Posts are judged together before any of them is offered. */
const TOGETHER = 20;
/** Registered posts that one pass looks at again. */
const WATCHED = 20;
const PRESENT = 1_000;
const FAILURES = 3;
const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
const MEDIA = { html: 'text/html', json: 'application/json', rss: 'application/xml' };
const ENDING = { html: 'html', json: 'json', rss: 'xml' };
const NO_MARKS = { etag: null, lastModified: null };

/**
 * The complaint centre of a news site, read by the office's profile. A pass offers what the list has new, from the oldest on,
 * then looks again at some posts that are registered. A post whose page fails is left for the next pass, which the list's
 * record remembers: it is kept only when all that the list showed is registered.
 */
export class SiteChannel implements Channel {
  readonly channel = 'site';
  readonly name: string;
  readonly source: string;
  private readonly web: SiteWeb;
  /** Posts that the list still shows though their pages are gone; in memory only. */
  private readonly gone = new Set<string>();

  constructor(private readonly options: SiteOptions) {
    this.name = options.name;
    this.source = options.source;
    checkProfile(options.profile, options.source);
    this.web = new SiteWeb(options.source, options.profile);
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.batches())).pipe(concatMap((batch) => batch));
  }

  probe(): Promise<readonly string[]> {
    return probeSite(this.source, this.options.profile, this.web);
  }

  async *batches(): AsyncGenerator<readonly InboundMessage[]> {
    const { memory, profile } = this.options;
    const last = await memory.listValidators(this.name, profile.listUrl);
    const seen = (keys: readonly string[]) => memory.seen(keys);
    const walk = await walkList({ ...this.options, web: this.web, keyOf: this.keyOf, seen }, last);
    const keep = (validators: Validators | null) => memory.keepListValidators(this.name, profile.listUrl, validators);
    if (walk.validators) await keep(null);
    const done = async () => {
      if (walk.validators) await keep(walk.validators);
    };
    yield* endingWith(this.offered(walk), done);
  }

  private async *offered(walk: Walk): AsyncGenerator<readonly InboundMessage[]> {
    const { memory, profile } = this.options;
    const reader = new PostReader(this.source, profile, this.web);
    yield* this.news(walk, reader);
    for (const { seen } of walk.known) if (seen.goneAt) await memory.back(seen.key);
    yield profile.detail ? await this.changedPages(reader) : await this.changedRows(walk);
    if (profile.complete && walk.toTheEnd && walk.keys.size > 0) await this.missed(walk, reader);
  }

  private async *news(walk: Walk, reader: PostReader): AsyncGenerator<readonly InboundMessage[]> {
    const fresh = walk.fresh.filter(({ id }) => !this.gone.has(this.keyOf(id))).reverse();
    const others = walk.known.map(({ post }) => post);
    const failures: unknown[] = [];
    for (let at = 0; at < fresh.length && !isDown(failures); at += TOGETHER) {
      const found: FoundPost[] = [];
      for (const post of fresh.slice(at, at + TOGETHER)) {
        try {
          found.push((await reader.read(post)) as FoundPost);
        } catch (error) {
          // The site's moderators take posts away.
          if (error instanceof PageMissing) this.gone.add(this.keyOf(post.id));
          else failures.push(error);
        }
        if (isDown(failures) || reader.isHopeless(found)) break;
      }
      await reader.judge(found, others);
      yield found.map((one) => this.message(one, 1));
    }
    if (failures.length > 0) throw failures[0] as Error;
  }

  /** The posts' own pages, some in each pass. */
  private async changedPages(reader: PostReader): Promise<InboundMessage[]> {
    const { memory, profile } = this.options;
    const days = profile.watchDays ?? DEFAULT_WATCH_DAYS;
    if (days === 0) return [];
    const now = Date.now();
    const before = instant(now - (profile.watchHours ?? DEFAULT_WATCH_HOURS) * HOUR_MS);
    const changed: { found: FoundPost; seen: WatchedPost }[] = [];
    for (const seen of await memory.due(this.name, instant(now - days * DAY_MS), before, WATCHED)) {
      const found = await this.again(seen, reader);
      if (found && found !== 'same') changed.push({ found, seen });
      else if (found) await memory.looked(seen.key, instant(now), seen);
    }
    // A few that show no text any more may be posts that the site has blocked.
    if (changed.length >= SAMPLE)
      await reader.judge(
        changed.map(({ found }) => found),
        [],
      );
    const messages: InboundMessage[] = [];
    for (const { found, seen } of changed) {
      if (seen.goneAt) await memory.back(seen.key);
      const marks = found.page ?? NO_MARKS;
      const hash = found.bare ? seen.hash : hashOf(this.recordOf(found));
      if (seen.hash && hash !== seen.hash) messages.push(this.message(found, seen.version + 1, seen.key));
      else await memory.looked(seen.key, instant(now), { hash, etag: marks.etag, lastModified: marks.lastModified });
    }
    return messages;
  }

  /** A registered post as it is now; null where it is gone, which is noted. */
  private async again(seen: WatchedPost, reader: PostReader): Promise<FoundPost | 'same' | null> {
    try {
      return await reader.read({ id: seen.id, url: new URL(seen.url), values: {} }, seen);
    } catch (error) {
      if (!(error instanceof PageMissing)) throw error;
      await this.options.memory.gone(seen.key, `网站回答没有这一页（${error.status}）`);
      return null;
    }
  }

  /** Where the list tells all, it tells changes too. */
  private async changedRows(walk: Walk): Promise<InboundMessage[]> {
    const messages: InboundMessage[] = [];
    for (const { post, seen } of walk.known) {
      if (!post.values.text) continue;
      const found: FoundPost = { post, page: null, values: post.values, bare: null };
      const hash = hashOf(this.recordOf(found));
      if (seen.hash && hash !== seen.hash) messages.push(this.message(found, seen.version + 1, seen.key));
      else if (!seen.hash) await this.options.memory.looked(seen.key, instant(Date.now()), { hash, ...NO_MARKS });
    }
    return messages;
  }

  /** What a complete list no longer shows is gone, unless its own page still stands. */
  private async missed(walk: Walk, reader: PostReader): Promise<void> {
    const { memory, profile } = this.options;
    for (const seen of await memory.present(this.name, PRESENT)) {
      if (walk.keys.has(seen.key)) continue;
      if (profile.detail) await this.again(seen, reader);
      else await memory.gone(seen.key, '网站的列表里已没有这个帖子');
    }
  }

  private readonly keyOf = (id: string): string => {
    const key = `${new URL(this.options.profile.listUrl).hostname}:${id}`;
    // Room for a version behind it.
    return key.length <= 160 ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
  };

  private recordOf({ post, page, values }: FoundPost): PostRecord {
    return recordOf(post.id, page?.url ?? post.url, values ?? {}, this.options.profile.datePattern, Date.now());
  }

  /** Where other posts of the pass can be read, one that cannot is for a person to look at. */
  private message(found: FoundPost, version: number, key = this.keyOf(found.post.id)): InboundMessage {
    const { post, page, bare } = found;
    const record = bare ? { fault: bare, url: post.url.href } : this.recordOf(found);
    const hash = 'text' in record ? hashOf(record) : '';
    const written = 'text' in record ? (record.postedAt ?? null) : null;
    const { etag, lastModified } = page ?? NO_MARKS;
    const mark: PostMark = { channel: this.name, key, id: post.id, url: post.url.href, hash, version, etag, lastModified };
    return {
      channel: this.channel,
      source: this.source,
      sourceKey: version === 1 ? key : `${key}#v${version}-${hash.slice(0, 12)}`,
      format: 'post',
      original: this.original(post, page, JSON.stringify(record)),
      record: JSON.stringify(record),
      arrivedAt: version === 1 ? written : instant(Date.now()),
      post: mark,
    };
  }

  /** The page as it came; what only the list showed is kept as it was read. */
  private original({ id }: ListedPost, page: Page | null, record: string): InboundMessage['original'] {
    const name = id.replace(/[^\w.-]+/g, '_').replace(/^_|_$/g, '') || 'post';
    const kind = kindOfSite(this.options.profile) === 'json' ? 'json' : 'html';
    if (page) return { name: `${name}.${ENDING[kind]}`, mediaType: MEDIA[kind], load: () => Promise.resolve(page.bytes) };
    return { name: `${name}.json`, mediaType: MEDIA.json, load: () => Promise.resolve(Buffer.from(record)) };
  }
}

/** One post that fails may be the post; a site that asks for a rest, or fails again and again, is left alone. */
const isDown = (failures: readonly unknown[]): boolean =>
  failures.length >= FAILURES ||
  failures.some((one) => one instanceof LayoutAlarm || (one instanceof ChannelTrouble && one.holdMs > 0));

/** Runs `done` once the last of the messages is registered. */
async function* endingWith(
  batches: AsyncIterable<readonly InboundMessage[]>,
  done: () => Promise<void>,
): AsyncGenerator<readonly InboundMessage[]> {
  let held: readonly InboundMessage[] = [];
  try {
    for await (const batch of batches) {
      if (batch.length === 0) continue;
      if (held.length) yield held;
      held = batch;
    }
  } catch (error) {
    if (held.length) yield held;
    throw error;
  }
  if (held.length) yield [...held.slice(0, -1), { ...held.at(-1)!, settle: done }];
  else await done();
}
