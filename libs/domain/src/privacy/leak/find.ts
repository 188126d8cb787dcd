import type { Folded } from './folded';
import type { LeakKind } from './kinds';
import type { LeakHit } from './protected';

export type Find = Omit<LeakHit, 'weight' | 'where'>;

/** A find in a folded text, with its place in the original. */
export function findAt(kind: LeakKind, { at }: Folded, start: number, length: number, excerpt: string): Find {
  const from = at[start]!;
  return { kind, at: from, length: at[start + length - 1]! + 1 - from, excerpt };
}
