import { FACT_NAMES, type Fact } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { anAppeal } from '../../factories/appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const NOW = '2026-11-24T02:00:00.000Z';
const DAYS = 'from=2026-11-01&to=2026-11-30';

describeBothEngines('figures for those who work with them', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date(NOW) });
    await hub.staff('director', 'director');
    await hub.staff('office', 'dispatcher');
    await hub.staff('leader', 'leader');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('handler', 'handler', 'supervision');
    const rows = Array.from({ length: 60 }, (_, one) =>
      anAppeal(one + 1, {
        receivedAt: `2026-11-${String(2 + (one % 20)).padStart(2, '0')}T02:00:00.000Z`,
        status: one % 7 === 0 ? 'withdrawn' : one % 4 === 0 ? 'answered' : 'in-hand',
        unitId: one % 3 ? 'supervision' : 'monitoring',
        street: one % 5 ? '长寿路街道' : null,
        topic: one % 2 ? 'noise' : null,
        secrecy: one % 6 === 0 ? 'confidential' : 'named',
        targetUnitId: one % 11 === 0 ? 'supervision' : null,
        aboutConduct: one % 13 === 0,
        contactDueOn: `2026-11-${String(9 + (one % 20)).padStart(2, '0')}`,
        siteDueOn: `2026-11-${String(16 + (one % 14)).padStart(2, '0')}`,
        contactDoneAt: one % 4 ? `2026-11-${String(8 + (one % 22)).padStart(2, '0')}T15:59:59.000Z` : null,
        siteWaiver: one % 9 === 0 ? '无需现场' : null,
        replyDoneAt: one % 4 === 0 ? '2026-11-22T02:00:00.000Z' : null,
        returns: one % 8 === 0 ? 1 : 0,
        supervised: one % 10 === 0,
        changedAt: NOW,
      }),
    );
    await hub.app.get(UnitOfWork).run(({ appeals }) => appeals.add(rows));
  });
  afterAll(() => hub.close());

  const figures = async (account: string, days = DAYS) =>
    (await hub.as(account).get(`/api/v1/reports/figures?${days}`).expect(200)).body;
  const found = async (account: string, query: string) =>
    (await hub.as(account).get(`/api/v1/appeals?view=all&sort=received&${query}`).expect(200)).body.counts.found.count as number;

  it.each(['director', 'office', 'leader', 'head'])('give %s lists that hold as many as each figure says', async (account) => {
    const { counts } = (await figures(account)) as { counts: Partial<Record<Fact, number>> };
    expect(Object.keys(counts).length).toBeGreaterThan(8);
    for (const fact of FACT_NAMES.filter((one) => !one.endsWith('-late')))
      expect([fact, await found(account, `fact=${fact}&${DAYS}`)]).toEqual([fact, counts[fact] ?? 0]);
  });

  it('tell those that are late as what was due and was not kept', async () => {
    const { counts } = await figures('director');
    expect(await found('director', `fact=contact-late&${DAYS}`)).toBe(counts['contact-due'] - counts['contact-kept']);
  });

  it('are told apart by what the queue can be narrowed to', async () => {
    const { street, topic, units } = await figures('director');
    expect(await found('director', `fact=received&${DAYS}&street=none`)).toBe(street['']);
    expect(await found('director', `fact=received&${DAYS}&street=${encodeURIComponent('长寿路街道')}`)).toBe(
      street['长寿路街道'],
    );
    expect(await found('director', `fact=received&${DAYS}&topic=noise`)).toBe(topic.noise);
    for (const { id, counts } of units)
      expect(await found('director', `fact=contact-due&${DAYS}&unit=${id}`)).toBe(counts['contact-due'] ?? 0);
  });

  it('show a section its own and nothing that is about it', async () => {
    const head = await figures('head');
    expect(head.units.map(({ id }: { id: string }) => id)).toEqual(['supervision']);
    const director = await figures('director');
    const own = director.units.find(({ id }: { id: string }) => id === 'supervision');
    expect(head.counts.received).toBeLessThan(own.counts.received);
  });

  it('are closed to those who handle', async () => {
    await hub.as('handler').get(`/api/v1/reports/figures?${DAYS}`).expect(403);
  });

  it.each(['from=gestern', 'from=2026-11-30&to=2026-11-01', 'period=2026-13', 'from=2026-02-30'])('refuse %s', async (query) => {
    const { body } = await hub.as('office').get(`/api/v1/reports/figures?${query}`).expect(400);
    expect(body.hint).toBeTruthy();
  });

  it('need their days beside a fact', async () => {
    await hub.as('office').get('/api/v1/appeals?fact=received').expect(400);
    await hub.as('office').get('/api/v1/appeals?fact=nothing&from=2026-11-01&to=2026-11-02').expect(400);
  });
});
