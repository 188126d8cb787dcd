import { dayOf, type Instant } from './day';

export const CONTACT_OUTCOMES = ['reached', 'no-answer', 'wrong-number', 'refused'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

export interface ContactTry {
  readonly at: Instant;
  readonly outcome: ContactOutcome;
}

export const CONTACT_RESULTS = ['reached', 'unreachable'] as const;
/** How the contact step was done: by a real exchange (接通), or by tries enough to say that nobody can be reached (联系不上). */
export type ContactResult = (typeof CONTACT_RESULTS)[number];

/**
 * The contact step counts as done at the first real exchange, or, where the citizen cannot be reached, at the third try if
 * the tries fall on at least two days. Null while neither stands.
 */
export function contactSettled(tries: readonly ContactTry[]): { readonly at: Instant; readonly result: ContactResult } | null {
  const sorted = [...tries].sort((a, b) => a.at.localeCompare(b.at));
  for (let count = 1; count <= sorted.length; count++) {
    const last = sorted[count - 1]!;
    if (last.outcome === 'reached') return { at: last.at, result: 'reached' };
    if (count >= 3 && new Set(sorted.slice(0, count).map((one) => dayOf(one.at))).size >= 2)
      return { at: last.at, result: 'unreachable' };
  }
  return null;
}

export const contactDoneAt = (tries: readonly ContactTry[]): Instant | null => contactSettled(tries)?.at ?? null;
