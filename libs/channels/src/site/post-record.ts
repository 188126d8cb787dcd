import { createHash } from 'node:crypto';
import { oneLine, type Instant } from '@hub/domain';
import { isPlausible } from '../hotline/when';
import { shownAt } from './date-pattern';
import type { PostField } from './profile';
import type { Values } from './values';

/** What is kept of a post, as JSON; what is empty is left out. */
export interface PostRecord {
  readonly id: string;
  readonly url: string;
  readonly subject?: string;
  readonly text: string;
  readonly author?: string;
  readonly postedAt?: Instant;
  readonly phone?: string;
  readonly place?: string;
  readonly kind?: string;
  readonly remarks?: readonly string[];
}

/** A post whose page shows no text. */
export interface PostFault {
  readonly fault: string;
  readonly url: string;
}

/** The moment that the page shows, where it can be true. */
export function postedAt(values: Values, datePattern: string | undefined, now: number): Instant | null {
  const shown = oneLine(values.postedAt ?? '');
  const at = shown ? shownAt(shown, datePattern) : null;
  return at && isPlausible(at, now) ? at : null;
}

export function recordOf(id: string, url: URL, values: Values, datePattern: string | undefined, now: number): PostRecord {
  const at = postedAt(values, datePattern, now);
  const shown = oneLine(values.postedAt ?? '');
  const line = (field: PostField) => oneLine(values[field] ?? '') || undefined;
  return {
    id,
    url: url.href,
    subject: line('subject'),
    text: values.text ?? '',
    author: line('author'),
    postedAt: at ?? undefined,
    phone: line('phone'),
    place: line('place'),
    kind: line('kind'),
    remarks: shown && !at ? [`网页上的发帖时间“${shown.slice(0, 40)}”不能当作日期。`] : undefined,
  };
}

/** What makes one version of a post another: its words, not its counters of readers and answers. */
export const hashOf = ({ subject = '', text }: Pick<PostRecord, 'subject' | 'text'>): string =>
  createHash('sha256')
    .update(JSON.stringify([subject, text]))
    .digest('hex');
