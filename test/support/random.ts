import { randomInt } from 'node:crypto';

/** Whole numbers below a limit, the same for the same seed; the seed is told, and YXT_TEST_SEED sets it. */
export function randomFrom(title: string): (below: number) => number {
  const seed = Number(process.env.YXT_TEST_SEED ?? randomInt(2 ** 31));
  process.stdout.write(`${title}: YXT_TEST_SEED=${seed}\n`);
  let state = seed >>> 0;
  // mulberry32
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
