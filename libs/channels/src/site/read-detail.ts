import { oneLine, type Instant } from '@hub/domain';
import { isPlausible } from '../hotline/when';
import { shownAt } from './date-pattern';
import type { Page } from './page-fetcher';
import { decodePage, parsePage, wordsOf } from './page-text';
import type { DetailSelectors, SiteProfile } from './profile';

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

/** Reads a post's page; null where the page holds no text at the place that the settings name. */
export function readDetail(id: string, page: Page, profile: SiteProfile, now: number): PostRecord | null {
  const $ = parsePage(decodePage(page, profile.encoding));
  const words = (field: keyof DetailSelectors): string => {
    const selector = profile.detail[field];
    return selector ? wordsOf($, $(selector).first()) : '';
  };
  const text = words('text');
  if (!text) return null;
  const shown = oneLine(words('postedAt'));
  const found = shown ? shownAt(shown, profile.datePattern) : null;
  const postedAt = found && isPlausible(found, now) ? found : null;
  const line = (field: keyof DetailSelectors) => oneLine(words(field)) || undefined;
  return {
    id,
    url: page.url.href,
    subject: line('subject'),
    text,
    author: line('author'),
    postedAt: postedAt ?? undefined,
    phone: line('phone'),
    place: line('place'),
    kind: line('kind'),
    remarks: shown && !postedAt ? [`网页上的发帖时间“${shown.slice(0, 40)}”不能当作日期。`] : undefined,
  };
}
