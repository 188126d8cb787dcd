import { Database } from '@hub/persistence';
import { aMail, mailMessage } from '../factories/letter';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('the queue', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    const dates = ['Mon, 02 Nov 2026', 'Tue, 10 Nov 2026', 'Wed, 18 Nov 2026', 'Thu, 19 Nov 2026', 'Fri, 20 Nov 2026'];
    const results = await hub.intake.accept(dates.map((date) => mailMessage(aMail({ date: `${date} 09:00:00 +0800` }))));
    await hub.as('office').act(results[0]!.number!, 'acceptance').expect(200);
    await hub.as('office').act(results[1]!.number!, 'discard', { reason: '重复' }).expect(200);
  });
  afterAll(() => hub.close());

  const numbers = (items: { number: string }[]) => items.map(({ number }) => number);

  it('counts by status what a filter of that status finds', async () => {
    const { body } = await hub.as('office').get('/api/v1/appeals?status=received').expect(200);
    expect([body.items.length, body.counts.found.count, body.counts.toAccept.count]).toEqual([3, 3, 3]);
    expect([body.counts.open.count, body.counts.toAssign.count]).toEqual([4, 1]);
  });

  it('counts what it finds, with and without conditions', async () => {
    const plain = await hub.as('office').get('/api/v1/appeals?sort=received&limit=1').expect(200);
    const narrowed = await hub.as('office').get('/api/v1/appeals?status=accepted&limit=1').expect(200);
    const over = await hub.as('office').get('/api/v1/appeals?view=closed').expect(200);
    expect([plain, narrowed, over].map(({ body }) => [body.counts.found.count, body.counts.open.count])).toEqual([[4, 4], [1, 4], [1, 4]]); // prettier-ignore
  });

  it('gives every appeal once over its pages, the nearest due date first', async () => {
    const seen: { number: string; dueAt: string }[] = [];
    for (let cursor = ''; ;) {
      const { body } = await hub.as('office').get(`/api/v1/appeals?limit=2${cursor}`).expect(200);
      seen.push(...body.items);
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(new Set(numbers(seen)).size).toBe(4);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).sort());
  });

  it('shows what is over only where it is asked for', async () => {
    const closed = await hub.as('office').get('/api/v1/appeals?view=closed').expect(200);
    expect(closed.body.items.map(({ status }: { status: string }) => status)).toEqual(['discarded']);
  });

  it('counts anew what was just changed', async () => {
    const before = await hub.as('office').get('/api/v1/appeals').expect(200);
    const [result] = await hub.intake.accept([mailMessage(aMail())]);
    const after = await hub.as('office').get('/api/v1/appeals').expect(200);
    await hub.as('office').act(result!.number!, 'discard', { reason: '重复' }).expect(200);
    const again = await hub.as('office').get('/api/v1/appeals').expect(200);
    const open = [before, after, again].map(({ body }) => body.counts.open.count as number);
    expect([open[1]! - open[0]!, open[2]! - open[1]!]).toEqual([1, -1]);
  });

  it('finds those whose citizen cannot be written to, by their own index', async () => {
    const { body } = await hub.as('office').get('/api/v1/appeals?sort=received').expect(200);
    const [one] = body.items as { number: string }[];
    const database = hub.app.get(Database);
    await database.writer.query(`UPDATE appeals SET mailReturned = '5.1.1' WHERE number = '${one!.number}'`);
    const asked = jest.spyOn(database.reader, 'query');
    for (const view of ['open', 'all']) {
      const { body: found } = await hub.as('office').get(`/api/v1/appeals?mail=returned&view=${view}`).expect(200);
      expect(found.items).toMatchObject([{ number: one!.number, mailReturned: expect.stringContaining('地址') }]);
      expect(found.counts.found.count).toBe(1);
    }
    const statements = asked.mock.calls.filter(([sql]) => /FROM appeals a WHERE .*a\.mailReturned > ''/.test(sql));
    asked.mockRestore();
    expect(statements.length).toBeGreaterThan(2);
    const explain = database.engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    for (const [sql, values] of statements) {
      const plan = JSON.stringify(await database.reader.query(`${explain} ${sql}`, values));
      expect(plan).toContain('appeals_by_returned_mail');
    }
    expect((await hub.as('office').get('/api/v1/appeals?mail=returned&view=closed').expect(200)).body.items).toEqual([]);
    await hub.as('office').get('/api/v1/appeals?mail=lost').expect(400);
  });

  it('refuses a cursor that is not its own', async () => {
    await hub.as('office').get('/api/v1/appeals?cursor=nonsense').expect(400);
  });
});
