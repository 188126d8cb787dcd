import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const GROWTH_BYTES = 16 << 20;

/**
 * What a log's rows leave behind is cleared away before it piles up: left to itself V8 lets the heap of a process that has
 * much memory grow to several times of what is in use.
 */
export function heapKeeper(): () => void {
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as () => void;
  const inUse = () => getHeapStatistics().used_heap_size;
  let kept = inUse();
  return () => {
    if (inUse() < kept + GROWTH_BYTES) return;
    clear();
    kept = inUse();
  };
}
