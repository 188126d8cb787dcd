import { instant, type Instant } from '@hub/domain';

export const MAX_ATTEMPTS = 12;
const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** With the fifth that is left to chance. */
export const LONGEST_WAIT_MS = LONGEST_MS * 1.2;

/** One minute after the first attempt, then twice as long each time, up to six hours; a fifth is left to chance, so that a server that comes back is not met by all letters at once. */
export function nextTry(attempts: number, now: number, chance: () => number = Math.random): Instant {
  const wait = Math.min(FIRST_MS * 2 ** Math.max(attempts - 1, 0), LONGEST_MS);
  return instant(now + wait * (1 + chance() / 5));
}
