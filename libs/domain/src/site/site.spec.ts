import type { Kind } from '../appeal/kind';
import type { Seen } from '../appeal/sight';
import type { AppealStatus } from '../appeal/status';
import { addDays } from '../deadline/day';
import { placeKey, samePlace, siteKey } from './place-key';
import { knowsOfTask, opensSourceControl } from './source-control';

describe('a place as it is compared', () => {
  it.each([
    ['上海市普陀区长寿路100号', '长寿路100号'],
    ['普陀区 长寿路１００号（近胶州路）门口', '长寿路100号'],
    ['长寿路一〇〇号', '长寿路100号'],
    ['长寿路，100号附近', '长寿路100号'],
    ['  ', ''],
    ['附近', ''],
  ])('“%s” is “%s”', (typed, key) => expect(placeKey(typed)).toBe(key));

  it.each([
    ['长寿路100号', '上海市长寿路100号', true],
    ['长寿路100号', '长寿路100号3楼饭店', true],
    ['长寿路100号', '长寿路1001号', false],
    ['长寿路', '长寿路100号', false],
    ['', '', false],
  ])('“%s” and “%s” may be one: %s', (one, other, same) => expect(samePlace(one, other)).toBe(same));

  it('is named by the polluter, or by the address where nobody knows whose it is', () => {
    expect([siteKey('普陀区某某饭店', '长寿路100号'), siteKey('', '长寿路100号')]).toEqual(['某某饭店', '长寿路100号']);
  });
});

describe('control at the source', () => {
  const rules = { sourceControlAppeals: 3, sourceControlDays: 90, sourceControlDueDays: 30 };
  const first = '2026-03-02';
  const on = (id: number, day: number, kind: Kind = 'complaint', status: AppealStatus = 'in-hand') => ({
    id,
    kind,
    status,
    receivedAt: `${addDays(first, day)}T02:00:00.000Z`,
  });
  const opened = (
    appeals: ReturnType<typeof on>[],
    linked: number,
    earlier: { open?: boolean; counted?: number[] } = {},
    own = rules,
  ) =>
    opensSourceControl(linked, appeals, { open: earlier.open ?? false, counted: new Set(earlier.counted) }, own)?.map(
      ({ id }) => id,
    ) ?? null;

  it.each([
    [89, [1, 2, 3]],
    [90, [1, 2, 3]],
    [91, null],
  ])('is asked for by the third complaint %i days after the first: %j', (day, ids) => {
    expect(opened([on(1, 0), on(2, 40), on(3, day)], 3)).toEqual(ids);
  });

  it('is not asked for by the second', () => {
    expect(opened([on(1, 0), on(2, 1)], 2)).toBeNull();
  });

  it('is not asked for again by the fourth while the task is open, nor by the fourth alone when it is done', () => {
    const four = [on(1, 0), on(2, 1), on(3, 2), on(4, 3)];
    expect(opened(four, 4, { open: true, counted: [1, 2, 3] })).toBeNull();
    expect(opened(four, 4, { counted: [1, 2, 3] })).toBeNull();
  });

  it('is asked for again by the third complaint that no task has counted', () => {
    expect(opened([1, 2, 3, 4, 5, 6].map((id) => on(id, id)), 6, { counted: [1, 2, 3] })).toEqual([4, 5, 6]); // prettier-ignore
  });

  it('counts by the day of receipt, whatever the order in which they are linked', () => {
    expect(opened([on(3, 80), on(2, 40), on(1, 0)], 1)).toEqual([1, 2, 3]);
  });

  it('takes the three that lie near, and passes over an older one', () => {
    expect(opened([on(1, 0), on(2, 60), on(3, 100), on(4, 140)], 4)).toEqual([2, 3, 4]);
  });

  it('is not asked for by three that do not hold the one just linked', () => {
    expect(opened([on(1, 0), on(2, 1), on(3, 2), on(4, 300)], 4)).toBeNull();
  });

  it.each<[Kind, AppealStatus, boolean]>([
    ['complaint', 'closed', true],
    ['report', 'received', true],
    ['inquiry', 'in-hand', false],
    ['suggestion', 'in-hand', false],
    ['complaint', 'discarded', false],
    ['complaint', 'withdrawn', true],
  ])('a third one that is %s and %s counts: %s', (kind, status, counts) => {
    expect(opened([on(1, 0), on(2, 1), on(3, 2, kind, status)], 3) !== null).toBe(counts);
  });

  it('counts as the office sets it', () => {
    expect(opened([on(1, 0), on(2, 10)], 2, {}, { ...rules, sourceControlAppeals: 2, sourceControlDays: 10 })).toEqual([1, 2]);
    expect(opened([on(1, 0), on(2, 11)], 2, {}, { ...rules, sourceControlAppeals: 2, sourceControlDays: 10 })).toBeNull();
  });
});

describe('who knows of a source-control task', () => {
  const seen = (unitId: string, guard = ''): Seen => ({
    status: 'in-hand',
    unitId,
    handlerId: null,
    coUnits: '',
    guard,
    named: '',
  });
  const officer = { id: 5, name: '', role: 'handler', unitId: 'supervision' } as const;

  it('the unit that owns it, and whoever sees one of its appeals', () => {
    expect(knowsOfTask(officer, 'supervision', [seen('monitoring')])).toBe(true);
    expect(knowsOfTask(officer, 'monitoring', [seen('supervision'), seen('monitoring')])).toBe(true);
    expect(knowsOfTask(officer, 'monitoring', [seen('monitoring')])).toBe(false);
    expect(knowsOfTask(officer, null, [seen('monitoring')])).toBe(false);
  });

  it('nobody who may not see a guarded one among them', () => {
    expect(knowsOfTask(officer, 'supervision', [seen('supervision'), seen('supervision', 'confidential')])).toBe(false);
  });
});
