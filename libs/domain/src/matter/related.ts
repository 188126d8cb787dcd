import { guardOf, type GuardFacts } from '../appeal/sight';
import { addDays, dayOf, daysBetween, type Day, type Instant } from '../deadline/day';
import { placeKey, samePlace } from '../site/place-key';
import { ALIKE, ALIKE_SUBJECT, subjectLikeness } from './likeness';

/** Appeals this many days apart may be about one thing. */
export const RELATED_DAYS = 90;
/** The same words, or the same telephone, may come back for so many days (重复件, 12 months). */
export const REPEATED_DAYS = 365;
/** More than these nobody looks through. */
export const RELATED_SHOWN = 5;

export interface Relatable {
  readonly id: number;
  readonly siteId: number | null;
  readonly street: string | null;
  readonly topic: string | null;
  readonly place: string;
  readonly receivedAt: Instant;
  readonly subject: string;
}

/** What is known of another appeal beyond its own row. */
export interface Tie {
  /** How much of the text is the same, from 0 to 1. */
  readonly likeness: number;
  readonly contact: 'phone' | 'email' | null;
}

/** Whether it may be said that this appeal is from the same person as another: nobody's secret is told by it. */
export const tellsWho = (appeal: GuardFacts): boolean => appeal.secrecy === 'named' && guardOf(appeal) === '';

const NO_TIE: Tie = { likeness: 0, contact: null };
const CONTACTS = { phone: '同一电话', email: '同一邮箱' } as const;
const TENTHS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The days between which appeals are looked for, both included. */
export const relatedDays = (receivedAt: Instant): { readonly from: Day; readonly to: Day } => ({
  from: addDays(dayOf(receivedAt), -RELATED_DAYS),
  to: addDays(dayOf(receivedAt), RELATED_DAYS),
});

/** Every two signs of a place, so that no word list is needed. */
function pairs(text: string): Set<string> {
  const signs = [...placeKey(text)];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

function sharedWords(one: string, other: string, street: string): number {
  const common = pairs(street);
  const [a, b] = [pairs(one), pairs(other)];
  return [...a].filter((pair) => b.has(pair) && !common.has(pair)).length;
}

interface Reason {
  /** The smaller, the surer. */
  readonly rank: number;
  readonly words: string;
}

function bySameText(likeness: number): Reason | null {
  if (likeness === 1) return { rank: 0, words: '文字相同' };
  return likeness >= ALIKE ? { rank: 1, words: `文字有${TENTHS[Math.floor(likeness * 10)]}成相同` } : null;
}

function byPlace(one: Relatable, other: Relatable): Reason | null {
  if (one.siteId !== null && one.siteId === other.siteId) return { rank: 2, words: '同一点位' };
  if (samePlace(one.place, other.place)) return { rank: 3, words: '同一地点' };
  if (!one.street || one.street !== other.street) return null;
  const words = sharedWords(one.place, other.place, one.street);
  const topic = one.topic !== null && one.topic === other.topic;
  // Two shared pairs are at least three signs in a row, or two words.
  if (topic && words >= 2) return { rank: 4, words: '同街镇、同主题，地点相近' };
  if (words >= 3) return { rank: 5, words: '同街镇，地点相近' };
  return topic ? { rank: 7, words: '同街镇、同主题' } : null;
}

/** Why two appeals may be about one thing, the strongest reason first; none where nothing points to it. */
function reasonsOf(one: Relatable, other: Relatable, { likeness, contact }: Tie): Reason[] {
  const apart = Math.abs(daysBetween(dayOf(one.receivedAt), dayOf(other.receivedAt)));
  if (one.id === other.id || apart > REPEATED_DAYS) return [];
  const text = bySameText(likeness);
  const near = apart <= RELATED_DAYS;
  const place = near ? byPlace(one, other) : null;
  const subject =
    near && !text && subjectLikeness(one.subject, other.subject) >= ALIKE_SUBJECT ? { rank: 6, words: '标题相近' } : null;
  // Whoever writes again may write about something else: alone this is the weakest reason, beside another one a strong one.
  const person = contact && { rank: text || place || subject ? 2 : 8, words: CONTACTS[contact] };
  return [text, place, subject, person].filter((reason) => reason !== null).sort((a, b) => a.rank - b.rank);
}

/**
 * The likeliest of the candidates, at most five, those with more reasons and then the nearest in time first among equals.
 * `ties` holds, by id, what is known of candidates beyond their rows.
 */
export function relatedOf<T extends Relatable>(
  appeal: Relatable,
  candidates: readonly T[],
  ties: ReadonlyMap<number, Tie> = new Map(),
): { of: T; reason: string }[] {
  const apart = (one: T) => Math.abs(Date.parse(one.receivedAt) - Date.parse(appeal.receivedAt));
  return candidates
    .map((of) => ({ of, reasons: reasonsOf(appeal, of, ties.get(of.id) ?? NO_TIE) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        a.reasons[0]!.rank - b.reasons[0]!.rank ||
        b.reasons.length - a.reasons.length ||
        apart(a.of) - apart(b.of) ||
        a.of.id - b.of.id,
    )
    .slice(0, RELATED_SHOWN)
    .map(({ of, reasons }) => ({ of, reason: reasons.map(({ words }) => words).join('，') }));
}
