import { isPoint, open311Range, open311Status } from './open311';

const NOW = Date.parse('2026-05-11T02:00:00Z');

describe('GeoReport v2', () => {
  it.each([
    ['', '', '2026-02-10T02:00:00.000Z', '2026-05-11T02:00:00.000Z'],
    ['2026-01-01T00:00:00Z', '', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['', '2026-04-01T00:00:00Z', '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['2026-01-01', '2026-01-31T23:59:59+08:00', '2025-12-31T16:00:00.000Z', '2026-01-31T15:59:59.000Z'],
  ])('asked from %j to %j means %s to %s', (start, end, from, to) => {
    expect(open311Range(start, end, NOW)).toEqual({ from, to });
  });

  it.each([
    ['2026-01-01T00:00:00Z', '2026-04-02T00:00:00Z'],
    ['2026-04-02T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['yesterday', ''],
    ['2026-01-01T00:00:00', ''],
    ['2026-02-30T00:00:00Z', '9999-99-99'],
  ])('refuses from %j to %j', (start, end) => {
    expect(open311Range(start, end, NOW)).toBeNull();
  });

  it.each([
    ['31.25', '121.4', true],
    ['-90', '180', true],
    ['91', '0', false],
    ['0', '180.5', false],
    ['31.25', '', false],
    ['1e1', '0', false],
    ['NaN', '0', false],
  ])('takes %s, %s as a point: %s', (latitude, longitude, taken) => {
    expect(isPoint(latitude, longitude)).toBe(taken);
  });

  it.each([
    ['received', 'open'],
    ['transferred', 'open'],
    ['reopen-requested', 'open'],
    ['answered', 'closed'],
    ['not-accepted', 'closed'],
  ] as const)('shows %s as %s', (status, shown) => {
    expect(open311Status(status)).toBe(shown);
  });
});
