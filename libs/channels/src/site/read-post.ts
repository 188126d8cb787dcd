import { EMPTY_READING, streetIn, Unreadable, type Reading } from '@hub/domain';
import { kindOf } from '../form/kind-word';
import { nameOf } from '../form/secrecy-word';
import type { PostFault, PostRecord } from './post-record';

/** Reads a post that was kept. Throws `Unreadable` with its reason where its page held no text. */
export function readPost(record: string | null): Reading {
  const post = parse(record);
  if ('fault' in post) throw new Unreadable(post.fault);
  const author = nameOf(post.author ?? '');
  const place = post.place ?? '';
  return {
    ...EMPTY_READING,
    subject: post.subject ?? '',
    text: post.text,
    party: { ...EMPTY_READING.party, name: author.name, phone: post.phone ?? '' },
    writtenAt: post.postedAt ?? null,
    kind: kindOf(post.kind ?? ''),
    secrecy: author.secrecy,
    place,
    street: streetIn(place) ?? streetIn(`${post.subject ?? ''} ${post.text}`),
    outsideNumber: post.id,
    remarks: [...(post.remarks ?? [])],
  };
}

function parse(record: string | null): PostRecord | PostFault {
  try {
    const post: unknown = JSON.parse(record ?? '');
    if (post && typeof post === 'object' && ('fault' in post || 'text' in post)) return post as PostRecord | PostFault;
  } catch {
    // Falls through: the reason is the same.
  }
  throw new Unreadable('这个帖子没有完整保存下来。请按原网页人工登记。');
}
