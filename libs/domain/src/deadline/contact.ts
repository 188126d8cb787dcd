import { dayOf, type Instant } from './day';

export const CONTACT_OUTCOMES = ['reached', 'no-answer', 'wrong-number', 'refused'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

export interface ContactTry {
  readonly at: Instant;
  readonly outcome: ContactOutcome;
}

/**
 * When the contact step counts as done: at the first real exchange, or, where the citizen cannot be reached, at the third
 * try if the tries fall on at least two days. Null while neither stands.
 */
export function contactDoneAt(tries: readonly ContactTry[]): Instant | null {
  const sorted = [...tries].sort((a, b) => a.at.localeCompare(b.at));
  for (let count = 1; count <= sorted.length; count++) {
    const last = sorted[count - 1]!;
    if (last.outcome === 'reached') return last.at;
    if (count >= 3 && new Set(sorted.slice(0, count).map((one) => dayOf(one.at))).size >= 2) return last.at;
  }
  return null;
}
