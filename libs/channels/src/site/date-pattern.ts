import { instant, type Instant } from '@hub/domain';
import { findWhen, readWhen } from '../hotline/when';

const PARTS: readonly (readonly [token: string, pattern: string, name: string])[] = [
  ['yyyy', String.raw`(?<year>\d{4})`, 'year'],
  ['MM', String.raw`(?<month>\d{1,2})`, 'month'],
  ['M', String.raw`(?<month>\d{1,2})`, 'month'],
  ['dd', String.raw`(?<day>\d{1,2})`, 'day'],
  ['d', String.raw`(?<day>\d{1,2})`, 'day'],
  ['HH', String.raw`(?<hour>\d{1,2})`, 'hour'],
  ['H', String.raw`(?<hour>\d{1,2})`, 'hour'],
  ['mm', String.raw`(?<minute>\d{1,2})`, 'minute'],
  ['m', String.raw`(?<minute>\d{1,2})`, 'minute'],
  ['ss', String.raw`(?<second>\d{1,2})`, 'second'],
  ['s', String.raw`(?<second>\d{1,2})`, 'second'],
];

/** A pattern as people write it ("M/d/yyyy HH:mm") as an expression that finds it within a text. */
function expressionOf(pattern: string): RegExp {
  const tokens = /yyyy|MM?|dd?|HH?|mm?|ss?|\s+|[\s\S]/g;
  const source = pattern.replace(tokens, (token) => {
    const part = PARTS.find(([name]) => name === token);
    if (part) return part[1];
    return token.trim() === '' ? String.raw`\s*` : token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(source);
}

const FEED_DATE = /^(?:\w{3},\s*)?\d{1,2}\s+\w{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[+-]\d{4}|GMT|UTC?|Z)$/i;

/** RSS writes moments as mail does (RFC 822). */
function feedDate(text: string): Instant | null {
  const at = FEED_DATE.test(text.trim()) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : instant(at);
}

/** The moment that a page shows, in Shanghai's time: by the pattern where one is given, else as it can be read. */
export function shownAt(text: string, pattern?: string): Instant | null {
  if (!pattern) return readWhen(text) ?? feedDate(text) ?? findWhen(text);
  const found = expressionOf(pattern).exec(text.normalize('NFKC').replaceAll('\u00a0', ' '))?.groups;
  if (!found) return null;
  const { year, month, day, hour = '0', minute = '0', second = '0' } = found;
  const at = readWhen(`${year}-${month}-${day} ${hour}:${minute}:${second}`);
  return at && instant(new Date(at));
}
