import { nextTry } from './next-try';

describe('the next try', () => {
  const now = Date.parse('2026-11-24T00:00:00Z');
  const minutes = (attempts: number, chance = 0) => (Date.parse(nextTry(attempts, now, () => chance)) - now) / 60_000;

  it('comes after one minute, then after twice as long each time, and never later than six hours', () => {
    expect([1, 2, 3, 4, 9, 10, 12].map((attempts) => minutes(attempts))).toEqual([1, 2, 4, 8, 256, 360, 360]);
  });

  it('is spread over a fifth more', () => {
    expect(minutes(1, 0.5)).toBeCloseTo(1.1);
  });
});
