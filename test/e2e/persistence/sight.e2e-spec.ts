import { addDays, ROLES, SECRECIES, sees, sightOf, STATUSES, type AppealStatus, type Secrecy, type Staff } from '@hub/domain';
import { QueueQuery, SearchQuery, type AppealEntity, type NewAppeal } from '@hub/persistence';
import { anAppeal } from '../../factories/appeal';
import { describeBothEngines } from '../../support/mariadb';
import { openStored } from '../../support/stored';

const UNITS = [null, 'office', 'supervision', 'monitoring'] as const;

/** A number that looks like chance and is the same each time. */
const digits = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

describeBothEngines('sight', (open) => {
  let stored: Awaited<ReturnType<typeof openStored>>;
  beforeAll(async () => void (stored = await openStored((await open()).url)));
  afterAll(() => stored.database.close());

  const staff: Staff[] = ROLES.flatMap((role, at) =>
    UNITS.map((unitId, unit) => ({ id: at * 4 + unit + 1, name: role, role, unitId })),
  );

  it('of the lists is the very rule that opens single appeals, for every role, unit and way of being guarded', async () => {
    const roll = digits(7);
    const one = <T>(of: readonly T[]): T => of[roll(of.length)]!;
    const appeals: NewAppeal[] = Array.from({ length: 600 }, (_, at) => ({
      ...anAppeal(at + 1),
      status: one<AppealStatus>(STATUSES),
      secrecy: one<Secrecy>(SECRECIES),
      unitId: one(UNITS),
      handlerId: one([null, ...staff.map(({ id }) => id)]),
      coUnits: one(['', '', '|monitoring|', '|monitoring|supervision|']),
      targetUnitId: one([null, null, ...UNITS]),
      aboutConduct: roll(4) === 0,
      named: one(['', `|${one(staff).id}|`, `|${one(staff).id}|${one(staff).id}|`]),
      receivedAt: `${addDays('2026-01-01', roll(300))}T02:00:00.000Z`,
    }));
    await stored.work.run(async ({ appeals: rows, parts, named }) => {
      await rows.add(appeals);
      for (const { id, coUnits, named: names } of appeals) {
        const rest = {
          demand: '',
          dueOn: '2026-01-01',
          askedBy: '',
          askedAt: '',
          answer: null,
          settledBy: null,
          settledAt: null,
        };
        for (const unitId of coUnits.split('|').filter(Boolean))
          await parts.add({ appealId: id, unitId, state: 'open', ...rest });
        for (const userId of new Set(names.split('|').filter(Boolean).map(Number)))
          await named.add({ appealId: id, userId, byId: 1, byName: '', at: '', reason: '' });
      }
    });
    const queue = new QueueQuery(stored.database, new SearchQuery(stored.database));
    const all = (
      await queue.page(
        { sight: sightOf({ id: 0, name: '', role: 'director', unitId: null }), open: null },
        'received',
        null,
        1000,
      )
    ).rows;
    expect(all).toHaveLength(appeals.length);
    const numbers = (rows: readonly AppealEntity[]) => rows.map(({ number }) => number).sort();
    for (const person of staff) {
      const filter = { sight: sightOf(person), open: null };
      const { rows } = await queue.page(filter, 'due', null, 1000);
      const wanted = all.filter((appeal) => sees(person, appeal));
      expect([person.role, person.unitId, numbers(rows)]).toEqual([person.role, person.unitId, numbers(wanted)]);
      expect((await queue.count(filter)).count).toBe(wanted.length);
    }
  });
});
