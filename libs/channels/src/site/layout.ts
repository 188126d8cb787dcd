import { oneLine } from '@hub/domain';
import { postedAt } from './post-record';
import { placeOf, type PostField, type SiteProfile } from './profile';
import type { Values } from './values';

/** What every post of a site shows, and so what tells of a changed layout; place, telephone and kind stand in some only. */
const EXPECTED: readonly PostField[] = ['subject', 'text', 'author', 'postedAt'];
/** Words that must not be empty either. */
const FILLED: readonly PostField[] = ['subject', 'text'];
/** Fewer posts than this prove nothing. */
export const SAMPLE = 3;

export interface FieldCount {
  readonly field: PostField;
  readonly place: string;
  readonly missing: number;
  /** Of those that are there, how many are no date. */
  readonly undated: number;
  readonly of: number;
}

/** For each field that every post should show: in how many of the posts it is missing. */
export function countFields(posts: readonly Values[], profile: SiteProfile, now: number): FieldCount[] {
  return EXPECTED.flatMap((field) => {
    const place = placeOf(profile, field);
    if (!place) return [];
    const missing = posts.filter((values) => values[field] === undefined || (FILLED.includes(field) && !values[field]));
    const dates = field === 'postedAt' ? posts.filter((values) => values.postedAt) : [];
    const undated = dates.filter((values) => !postedAt(values, profile.datePattern, now)).length;
    return [{ field, place, missing: missing.length, undated, of: posts.length }];
  });
}

/** What no longer matches in most of the posts, as one Chinese clause; null where the layout is as the profile says. */
export function layoutFault(posts: readonly Values[], profile: SiteProfile, now: number): string | null {
  const faults = countFields(posts, profile, now).flatMap(({ field, place, missing, undated, of }) => {
    if (missing * 2 > of) return [`${field}（${place}）${of} 个帖子里 ${missing} 个没有找到`];
    if (undated * 2 <= of) return [];
    const shown = oneLine(posts.find((values) => values.postedAt)?.postedAt ?? '').slice(0, 30);
    return [`${field}（${place}）${of} 个帖子里 ${undated} 个不是日期，如“${shown}”`];
  });
  return faults.length ? faults.join('；') : null;
}
