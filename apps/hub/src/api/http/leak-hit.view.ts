import type { LeakHitView } from '@hub/contract';
import { LEAK_WORDS, type LeakHit } from '@hub/domain';

export const leakHitView = ({ kind, weight, where, at, length, excerpt }: LeakHit): LeakHitView => ({
  kind,
  kindName: LEAK_WORDS[kind],
  weight,
  where,
  at,
  length,
  excerpt,
});
