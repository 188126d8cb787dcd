/** Which thing a page is about, and where it goes on. */
export interface Way {
  /** Counted from 1. */
  readonly thing: number;
  readonly fromCheck: boolean;
}

export function wayOf(query: object): Way {
  const { n, then } = query as Record<string, unknown>;
  const thing = typeof n === 'string' && /^[1-9]$/.test(n) ? Number(n) : 1;
  return { thing, fromCheck: then === 'check' };
}
