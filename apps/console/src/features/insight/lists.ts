import type { Fact } from '@hub/domain';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The queue's address for the appeals behind a figure. */
export function listOf(fact: Fact, { from, to }: Days, more: Readonly<Record<string, string>> = {}): string {
  return `/queue?${new URLSearchParams({ view: 'all', sort: 'received', fact, from, to, ...more })}`;
}
