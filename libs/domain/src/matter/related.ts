import { addDays, dayOf, type Day, type Instant } from '../deadline/day';
import { placeKey, samePlace } from '../site/place-key';

/** Appeals this many days apart may be about one thing. */
export const RELATED_DAYS = 90;
/** More than these nobody looks through. */
export const RELATED_SHOWN = 5;

export interface Relatable {
  readonly id: number;
  readonly siteId: number | null;
  readonly street: string | null;
  readonly topic: string | null;
  readonly place: string;
  readonly receivedAt: Instant;
}

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

/** Why two appeals may be about one thing, the strongest reason first; null where nothing points to it. */
function reasonOf(one: Relatable, other: Relatable): { readonly rank: number; readonly words: string } | null {
  const { from, to } = relatedDays(one.receivedAt);
  const on = dayOf(other.receivedAt);
  if (one.id === other.id || on < from || on > to) return null;
  if (one.siteId !== null && one.siteId === other.siteId) return { rank: 0, words: '同一点位' };
  if (samePlace(one.place, other.place)) return { rank: 1, words: '同一地点' };
  if (!one.street || one.street !== other.street) return null;
  const words = sharedWords(one.place, other.place, one.street);
  const topic = one.topic !== null && one.topic === other.topic;
  // Two shared pairs are at least three signs in a row, or two words.
  if (topic && words >= 2) return { rank: 2, words: '同街镇、同主题，地点相近' };
  if (words >= 3) return { rank: 3, words: '同街镇，地点相近' };
  return topic ? { rank: 4, words: '同街镇、同主题' } : null;
}

/** The likeliest of the candidates, at most five, the nearest in time first among equals. */
export function relatedOf<T extends Relatable>(appeal: Relatable, candidates: readonly T[]): { of: T; reason: string }[] {
  const apart = (one: T) => Math.abs(Date.parse(one.receivedAt) - Date.parse(appeal.receivedAt));
  return candidates
    .flatMap((of) => {
      const reason = reasonOf(appeal, of);
      return reason ? [{ of, reason }] : [];
    })
    .sort((a, b) => a.reason.rank - b.reason.rank || apart(a.of) - apart(b.of) || a.of.id - b.of.id)
    .slice(0, RELATED_SHOWN)
    .map(({ of, reason }) => ({ of, reason: reason.words }));
}
