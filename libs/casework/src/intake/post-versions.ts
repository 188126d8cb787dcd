import { SYSTEM_NAME, type Instant } from '@hub/domain';
import type { Stores } from '@hub/persistence';
import { tell } from '../notices/tell';
import type { KeptMessage } from './kept-message';
import type { RowLists } from './rows';

export const isVersion = ({ message }: KeptMessage): boolean => (message.post?.version ?? 1) > 1;

/** The appeals to which later versions of posts belong, by the posts' keys. */
export const appealsOfVersions = (stores: Stores, kept: readonly KeptMessage[]): Promise<Map<string, number>> =>
  stores.posts.appealsOf(kept.flatMap((one) => (isVersion(one) ? one.message.post!.key : [])));

/**
 * Lays a later version of a post to its appeal, beside the earlier ones. It moves nothing: whether the citizen has said
 * something new is for the people who are told of it.
 */
export async function addVersion(
  stores: Stores,
  appealId: number,
  version: number,
  rows: Pick<RowLists, 'messages' | 'history'>,
  message: RowLists['messages'][number],
  at: Instant,
): Promise<string> {
  const appeal = await stores.appeals.holdById(appealId);
  const { number, status } = appeal;
  const words = `反映人改了网站上的帖子，这是第 ${version} 版；以前的文字还在上面`;
  rows.messages.push({ ...message, remarks: [words, ...(message.remarks ?? [])] });
  const line = { appealId, act: 'message' as const, way: 'post', fromStatus: status, toStatus: status, byId: null, at };
  rows.history.push({ ...line, byName: SYSTEM_NAME, note: `网站上的帖子改过（第 ${version} 版）` });
  await tell(
    stores,
    appeal,
    { kind: 'post', duties: ['handler', 'office'], text: `${number} 网站上的帖子改过（第 ${version} 版），请看改了什么。` },
    at,
  );
  return number;
}

/** Remembers the posts of the batch with what became of them. */
export async function keepPosts(
  stores: Stores,
  kept: readonly KeptMessage[],
  rows: Pick<RowLists, 'items'>,
  now: Instant,
): Promise<void> {
  const appeals = new Map(rows.items.map(({ sourceKey, appealId }) => [sourceKey, appealId]));
  const marks = kept.flatMap(({ message }) =>
    message.post ? [{ ...message.post, appealId: appeals.get(message.sourceKey) ?? null }] : [],
  );
  if (marks.length) await stores.posts.keep(marks, now);
}
