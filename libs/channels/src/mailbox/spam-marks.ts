import type { SpamMarks } from '@hub/domain';
import { allRaw, type Headers } from './header';

const NUMBER = /^\s*(-?\d{1,4}(?:\.\d{1,4})?)/;
const STATUS_SCORE = /\b(?:score|hits)=(-?\d{1,4}(?:\.\d{1,4})?)/i;

/** What mail servers say of a letter on its way. Of several scores the highest counts: a sender can only write himself down. */
export function spamMarks(headers: Headers): SpamMarks {
  const of = (name: string) => allRaw(headers, name).slice(0, 5);
  const status = of('x-spam-status');
  const scores = [
    ...of('x-spam-score').map((value) => NUMBER.exec(value)?.[1]),
    ...status.map((value) => STATUS_SCORE.exec(value.slice(0, 500))?.[1]),
  ].flatMap((found) => (found === undefined ? [] : [Number(found)]));
  const flagged = [...of('x-spam-flag'), ...status].some((value) => /^\s*yes\b/i.test(value));
  return { score: scores.length ? Math.max(...scores) : null, flagged };
}
