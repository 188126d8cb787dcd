import { addDays } from '../deadline/day';
import { appealNumber } from '../appeal/number';
import { isRested, isSampled, isUnreachable, percentFor, revisitReason, type RevisitRules } from './revisit';

const rules: RevisitRules = {
  percent: 10,
  samples: [
    { kinds: ['complaint'], channels: ['hotline'], percent: 30 },
    { kinds: ['complaint', 'report'], percent: 20 },
  ],
  restDays: 90,
  tries: 3,
  tryDays: 2,
  greeting: '',
  questions: [],
  closing: '',
};
const today = '2026-11-24';
const numbers = Array.from({ length: 10_000 }, (_, at) =>
  appealNumber(addDays('2026-01-01', at % 300), Math.floor(at / 300) + 1),
);
const inquiry = { kind: 'inquiry' as const, channel: 'web' as const };

describe('the sample', () => {
  it.each([0, 1, 10, 30, 75, 100])('of %i percent draws about that many of ten thousand numbers', (percent) => {
    const drawn = numbers.filter((number) => isSampled({ number, ...inquiry }, { ...rules, percent, samples: [] })).length;
    expect(Math.abs(drawn / 100 - percent)).toBeLessThanOrEqual(percent % 100 ? 1.5 : 0);
  });

  it('draws as evenly from the numbers of a single day', () => {
    const ofDay = Array.from({ length: 2000 }, (_, at) => appealNumber('2026-05-04', at + 1));
    const drawn = ofDay.filter((number) => isSampled({ number, ...inquiry }, { ...rules, percent: 20, samples: [] })).length;
    expect(Math.abs(drawn / 20 - 20)).toBeLessThan(3);
  });

  it('goes by the first rule of kind and channel that holds, else by the common share', () => {
    const share = (kind: 'complaint' | 'report' | 'inquiry', channel: 'hotline' | 'web') => percentFor({ kind, channel }, rules);
    expect([share('complaint', 'hotline'), share('complaint', 'web'), share('report', 'hotline'), share('inquiry', 'web')]).toEqual([30, 20, 20, 10]); // prettier-ignore
  });
});

describe('a revisit', () => {
  const all = { ...rules, percent: 100, samples: [] };
  const candidate = {
    number: 'YXT-20261101-0001',
    ...inquiry,
    supervised: false,
    unsatisfied: false,
    reachable: true,
    lastRevisitAt: null,
  };
  const yesterday = `${addDays(today, -1)}T02:00:00.000Z`;

  it.each([
    ['sampled', {}, 'sample'],
    ['supervised', { supervised: true }, 'supervised'],
    ['unsatisfied', { unsatisfied: true }, 'unsatisfied'],
    ['called yesterday', { lastRevisitAt: yesterday }, null],
    ['called yesterday, but supervised', { lastRevisitAt: yesterday, supervised: true }, 'supervised'],
    ['called yesterday, but unsatisfied', { lastRevisitAt: yesterday, unsatisfied: true }, 'unsatisfied'],
    ['without any way to reach him', { reachable: false, supervised: true }, null],
  ] as const)('is owed to a citizen %s or not', (_, about, reason) => {
    expect(revisitReason({ ...candidate, ...about }, all, today)).toBe(reason);
  });

  it('leaves a telephone in peace for exactly the days of rest, counted in Shanghai', () => {
    const at = `${addDays(today, -90)}T15:59:00.000Z`;
    expect([isRested(at, today, 90), isRested(at, addDays(today, -1), 90), isRested(null, today, 90)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['two calls', ['2026-11-20T02:00:00.000Z', '2026-11-21T02:00:00.000Z'], false],
    ['three calls on one day', ['2026-11-20T01:00:00.000Z', '2026-11-20T04:00:00.000Z', '2026-11-20T08:00:00.000Z'], false],
    ['three calls on two days', ['2026-11-20T01:00:00.000Z', '2026-11-20T04:00:00.000Z', '2026-11-21T01:00:00.000Z'], true],
    [
      'a day that begins at Shanghai’s midnight',
      ['2026-11-20T15:00:00.000Z', '2026-11-20T15:30:00.000Z', '2026-11-20T16:30:00.000Z'],
      true,
    ],
  ])('is given up after three calls on at least two days: %s', (_, tries, over) => {
    expect(isUnreachable(tries, rules)).toBe(over);
  });
});
