import { getHeapStatistics } from 'node:v8';
import { heapKeeper } from './heap-keeper';

const inUse = () => getHeapStatistics().used_heap_size;

describe('the heap while a log is gone through', () => {
  it('is cleared of what was left behind once that is much', () => {
    const tidy = heapKeeper();
    const before = inUse();
    const left = { rows: Array.from({ length: 1_000_000 }, (_, at) => ({ at: `row ${at}` })) };
    const grown = inUse();
    expect(grown - before).toBeGreaterThan(40 << 20);
    left.rows = [];
    tidy();
    expect(left.rows).toEqual([]);
    expect(inUse()).toBeLessThan(grown - (30 << 20));
  });

  it('is left alone while it grows little', () => {
    const tidy = heapKeeper();
    const few = Array.from({ length: 1000 }, (_, at) => ({ at }));
    const grown = inUse();
    tidy();
    expect(inUse()).toBeGreaterThanOrEqual(grown);
    expect(few.length).toBe(1000);
  });
});
