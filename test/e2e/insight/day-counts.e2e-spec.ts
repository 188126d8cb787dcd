import {
  addDays,
  CHANNELS,
  COUNTED_FACTS,
  FACTS,
  isOpen,
  KINDS,
  sees,
  sightOf,
  standing,
  startOf,
  STATUSES,
  type Day,
  type Fact,
  type Instant,
  type Role,
  type Staff,
} from '@hub/domain';
import { DayCounts } from '@hub/insight';
import { InsightQuery, type NewAppeal } from '@hub/persistence';
import { anAppeal } from '../../factories/appeal';
import { countedByHand, daysToAnswer, type Counted } from '../../support/counted-by-hand';
import { describeBothEngines } from '../../support/mariadb';
import { randomFrom } from '../../support/random';
import { openStored } from '../../support/stored';

const TODAY: Day = '2027-02-10';
const NOW: Instant = '2027-02-10T03:00:00.000Z';
const UNITS = [null, 'supervision', 'monitoring', 'office'] as const;
const NOBODY = { byName: '', byId: 1 };

describeBothEngines('the counts of days', (open) => {
  const roll = randomFrom('day counts');
  const one = <T>(of: readonly T[]): T => of[roll(of.length)]!;
  const maybe = <T>(value: T): T | null => (roll(2) ? value : null);
  /** Any moment of some days, often the last or the first of one in Shanghai. */
  const moment = (from: Day, days: number): Instant => {
    const day = addDays(from, roll(days));
    return one([startOf(day), startOf(day, 23, 59), startOf(day, 9), new Date(Date.parse(startOf(day)) - 1).toISOString()]);
  };
  const all: Counted[] = Array.from({ length: 250 }, (_, at) => invented(at + 1));
  let stored: Awaited<ReturnType<typeof openStored>>;
  let insight: InsightQuery;
  let counts: DayCounts;

  function invented(id: number): Counted {
    const receivedOn = addDays('2025-12-15', roll(400));
    const day = (within: number) => addDays(receivedOn, roll(within));
    const status = one([...STATUSES, 'closed', 'in-hand'] as const);
    const appeal: NewAppeal = anAppeal(id, {
      status, receivedAt: moment(receivedOn, 1), kind: one(KINDS), channel: one(CHANNELS), topic: one([null, 'noise', 'air', 'service']),
      street: one([null, '长寿路街道', '桃浦镇']), unitId: one(UNITS), departmentId: one([null, null, 'water']), returns: roll(3),
      contactDueOn: day(20), siteDueOn: day(30), replyDueOn: day(40), finishDueOn: addDays(receivedOn, 41 + roll(30)),
      replyMissedOn: one([null, null, day(40)]), contactDoneAt: maybe(moment(receivedOn, 40)), siteDoneAt: maybe(moment(receivedOn, 40)),
      replyDoneAt: maybe(moment(addDays(receivedOn, 1), 60)), contactWaiver: one([null, null, '匿名']), siteWaiver: one([null, null, '无需现场']),
      waitSince: status === 'awaiting-citizen' ? maybe(day(40)) : null, matterId: one([null, null, 1, 2, 3]), supervised: roll(5) === 0,
      secrecy: one(['named', 'confidential']), targetUnitId: one([null, null, null, 'monitoring', 'office']), aboutConduct: roll(8) === 0,
      coUnits: one(['', '', '|monitoring|']), named: one(['', '', '|2|', '|3|']),
    }); // prettier-ignore
    const times = <T>(most: number, make: (turn: number) => T): T[] =>
      Array.from({ length: roll(most) }, (_, turn) => make(turn));
    return {
      appeal,
      endedAt: isOpen(status) || status === 'answered' ? null : moment(receivedOn, 90),
      opinions: times(4, (turn) => {
        const by = one(['revisit', 'rating'] as const);
        const satisfied = one(by === 'revisit' ? ['satisfied', 'unsatisfied'] : ['satisfied', 'fair', 'unsatisfied']);
        const solved = one(by === 'revisit' ? [null, 'yes', 'partly', 'no'] : ['yes', 'partly', 'no']);
        return { by, at: startOf(day(90), roll(24), turn), satisfied, solved };
      }),
      orders: times(3, () => ({
        state: one(['suggested', 'open', 'answered', 'closed', 'dismissed']),
        issuedAt: maybe(moment(receivedOn, 60)),
        answeredAt: maybe(moment(receivedOn, 90)),
        dueOn: day(60),
      })),
      letters: appeal.departmentId
        ? Array.from({ length: 1 + roll(2) }, () => ({
            state: one(['sent', 'received', 'replied', 'answered', 'objected', 'taken-back']),
            sentAt: moment(receivedOn, 40),
            repliedAt: maybe(moment(receivedOn, 60)),
            dueOn: day(60),
          }))
        : [],
    };
  }

  const insert = (table: string, row: object) =>
    stored.database.writer.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`,
      Object.values(row),
    ); // prettier-ignore

  beforeAll(async () => {
    stored = await openStored((await open()).url);
    insight = new InsightQuery(stored.database);
    counts = new DayCounts(stored.work);
    await stored.work.run(async ({ appeals, parts, named }) => {
      await appeals.add(all.map(({ appeal }) => appeal));
      const asked = { demand: '', dueOn: '', askedBy: '', askedAt: '', answer: null, settledBy: null, settledAt: null };
      for (const { appeal } of all) {
        if (appeal.coUnits) await parts.add({ appealId: appeal.id, unitId: 'monitoring', state: 'open', ...asked });
        if (appeal.named)
          await named.add({ appealId: appeal.id, userId: Number(appeal.named[1]), ...NOBODY, at: '', reason: '' });
      }
    });
    let count = 0;
    for (const { appeal, endedAt, opinions, orders, letters } of all) {
      const appealId = appeal.id;
      await stored.database.writer.query('UPDATE appeals SET endedAt = ? WHERE id = ?', [endedAt, appealId]);
      for (const { by, at, satisfied, solved } of opinions) {
        const said = { appealId, at, solved, words: '' };
        if (by === 'rating')
          await insert('ratings', { ...said, messageId: ++count, door: 'page', satisfaction: satisfied, reopen: 0 });
        else
          await insert('revisit_records', { ...said, taskId: 1, ...NOBODY, method: 'phone', outcome: satisfied, answers: '[]' });
      }
      for (const order of orders)
        await insert('supervision_orders', {
          appealId,
          ground: 'late',
          reason: '',
          demand: '',
          warnedLevel: 0,
          reminders: 0,
          ...order,
        });
      for (const one of letters)
        await insert('transfers', { appealId, number: `t${++count}`, departmentId: 'water', reason: '', summary: '', objectBy: TODAY, ...one }); // prettier-ignore
    }
    await counts.upToDate(NOW);
  }, 120_000);
  afterAll(() => stored.database.close());

  /** By hand: how many of each fact fall into the days, of the appeals that the person may see. */
  const byHand = (from: Day, to: Day, staff: Staff | null): Partial<Record<Fact, number>> => {
    const found: Partial<Record<Fact, number>> = {};
    for (const counted of all) {
      if (staff && !sees(staff, { ...standing(counted.appeal), named: counted.appeal.named })) continue;
      for (const { fact, day } of countedByHand(counted, all, TODAY)) {
        if (day < from || day > to || (FACTS[fact].on === 'due' && day >= TODAY)) continue;
        found[fact] = (found[fact] ?? 0) + 1;
      }
    }
    return found;
  };
  const asked = async (from: Day, to: Day, staff: Staff | null) => {
    const sums = await insight.sums({ sight: staff && sightOf(staff), facts: COUNTED_FACTS, from, to, today: TODAY });
    return Object.fromEntries(sums.filter(({ n }) => n > 0).map(({ fact, n }) => [fact, n]));
  };
  const withoutLate = (found: Partial<Record<Fact, number>>) =>
    Object.fromEntries(Object.entries(found).filter(([fact]) => !fact.endsWith('-late')));

  it.each([
    ['2026-01-01', '2026-12-31'],
    ['2025-12-01', '2025-12-31'],
    ['2026-03-01', '2026-03-31'],
    ['2027-02-01', '2027-02-28'],
    ['2026-12-31', '2027-01-01'],
  ])('say of %s to %s what one counts by hand', async (from, to) => {
    expect(await asked(from, to, null)).toEqual(withoutLate(byHand(from, to, null)));
  });

  it.each<[Role, string | null]>([
    ['director', null],
    ['discipline', null],
    ['dispatcher', null],
    ['leader', null],
    ['section-head', 'monitoring'],
    ['section-head', 'supervision'],
    ['handler', 'monitoring'],
    ['revisitor', null],
    ['administrator', null],
  ])('count for a %s of %s what he may see and nothing else', async (role, unitId) => {
    const staff: Staff = { id: role === 'leader' ? 3 : 2, name: role, role, unitId };
    expect(await asked('2026-01-01', '2026-12-31', staff)).toEqual(withoutLate(byHand('2026-01-01', '2026-12-31', staff)));
  });

  it('tell the days from receipt to answer', async () => {
    const sums = await insight.sums({
      sight: null, facts: ['answered'], slice: 'days', from: '2026-01-01', to: '2026-12-31', today: TODAY, by: ['value'],
    }); // prettier-ignore
    const hand: Record<string, number> = {};
    for (const { appeal } of all) {
      if (appeal.status === 'discarded' || !appeal.replyDoneAt || !countedByHand({ appeal, endedAt: null, opinions: [], orders: [], letters: [] }, [], TODAY).some(({ fact, day }) => fact === 'answered' && day.startsWith('2026'))) continue; // prettier-ignore
      const days = String(daysToAnswer(appeal));
      hand[days] = (hand[days] ?? 0) + 1;
    }
    expect(Object.fromEntries(sums.map(({ value, n }) => [value, n]))).toEqual(hand);
  });

  it('find by counting the oldest days once more what nothing told them of', async () => {
    const total = async () =>
      (await insight.sums({ sight: null, facts: ['received'], from: '2020-01-01', to: TODAY, today: TODAY }))[0]!.n;
    const before = await total();
    const later = '2027-02-11T03:00:00.000Z';
    const hidden = all.find(({ appeal }) => appeal.status !== 'discarded')!.appeal.id;
    await stored.database.writer.query("UPDATE appeals SET status = 'discarded' WHERE id = ?", [hidden]);
    await counts.upToDate(later);
    expect(await total()).toBe(before);
    await counts.upToDate(later, 1000);
    expect(await total()).toBe(before - 1);
  });
});
