import { receivedAtOf } from './receipt';

const NOW = new Date('2026-03-02T00:30:00+08:00');

describe('the receipt date that another system gives', () => {
  it.each([
    ['2026-03-02', '2026-03-01T16:00:00.000Z', 'a day begins in Shanghai, also in its first hour'],
    ['2026-03-01T23:59:00+08:00', '2026-03-01T15:59:00.000Z', 'a moment with its offset'],
    ['2026-03-01T15:59:00Z', '2026-03-01T15:59:00.000Z', 'a moment in UTC'],
    ['2026-03-01T23:59:00', '2026-03-01T15:59:00.000Z', 'a moment without offset is Shanghai’s'],
    ['2026-03-02T00:33:00+08:00', '2026-03-01T16:30:00.000Z', 'a clock that is a little fast gives now'],
    ['2025-03-01', '2025-02-28T16:00:00.000Z', 'a year ago'],
  ])('reads %s as %s: %s', (said, at) => {
    expect(receivedAtOf(said, NOW)).toBe(at);
  });

  it.each(['2026-03-03', '2026-03-02T01:00:00+08:00', '2025-02-28', '1970-01-01', '昨天', '2026-13-01', '0000-00-00'])(
    'refuses %s',
    (said) => {
      expect(() => receivedAtOf(said, NOW)).toThrow(expect.objectContaining({ code: 'received-at' }));
    },
  );
});
