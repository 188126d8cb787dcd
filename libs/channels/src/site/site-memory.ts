import type { Instant } from '@hub/domain';
import type { Validators } from './page';

/** What is remembered of a registered post. */
export interface SeenPost {
  readonly key: string;
  /** Of its newest version; null where it was registered before versions were kept. */
  readonly hash: string | null;
  readonly version: number;
  readonly goneAt: Instant | null;
}

export interface WatchedPost extends SeenPost, Validators {
  readonly id: string;
  readonly url: string;
}

/** What a site's reader remembers between its passes; `channel` is its name in the settings. */
export interface SiteMemory {
  /** Of these keys, those that are registered. */
  seen(keys: readonly string[]): Promise<ReadonlyMap<string, SeenPost>>;
  /** Posts, gone ones among them, registered since `since` and not looked at after `before`, the longest unseen first. */
  due(channel: string, since: Instant, before: Instant, limit: number): Promise<readonly WatchedPost[]>;
  /** Posts of the channel that nobody has missed, the newest first. */
  present(channel: string, limit: number): Promise<readonly WatchedPost[]>;
  /** A post was looked at and is as it was. */
  looked(key: string, at: Instant, found: Validators & { readonly hash: string | null }): Promise<void>;
  /** A post is gone, for this reason; it is told once. */
  gone(key: string, reason: string): Promise<void>;
  /** A post that was gone stands there again. */
  back(key: string): Promise<void>;
  /** The list as it was when all that it showed was registered; null where something of it may not be. */
  listValidators(channel: string, url: string): Promise<Validators | null>;
  keepListValidators(channel: string, url: string, validators: Validators | null): Promise<void>;
}
