import type { AuditEntryView } from '@hub/contract';
import { Database, verifyChain } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the audit chain', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('inspector', 'discipline');
    await hub.staff('admin', 'administrator');
  });
  afterAll(() => hub.close());

  const database = () => hub.app.get(Database);
  const entries = async (query = '', account = 'inspector'): Promise<AuditEntryView[]> =>
    (await hub.as(account).get(`/api/v1/audit${query}`).expect(200)).body.items;
  const registered = async (): Promise<string> => (await hub.intake.accept([mailMessage(aMail({}))]))[0]!.number!;
  const chain = () => verifyChain(database());
  const sql = (text: string, values: unknown[] = []) => database().writer.query(text, values);

  it('has one entry for each act, in its transaction, by whom and from which state to which', async () => {
    const number = await registered();
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'nowhere' }).expect(400);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    const acts = (await entries(`?subject=${number}`)).filter(({ action }) => action.startsWith('appeal.'));
    expect(acts.map(({ actor, actionName, detail }) => [actor, actionName, detail?.from, detail?.to])).toEqual([
      ['office君', '派单', 'accepted', 'assigned'],
      ['office君', '受理', 'received', 'accepted'],
    ]);
  });

  it('tells of good and failed sign-ins, and repeats nothing that was typed for a name that does not exist', async () => {
    await hub.as(null).post('/api/v1/session', { account: 'office', password: 'wrong-password' }).expect(401);
    await hub.as(null).post('/api/v1/session', { account: 'my-secret-password', password: 'x' }).expect(401);
    const failed = await entries('?action=sign-in.failed');
    expect(failed.map(({ subject }) => subject)).toEqual(['没有这个账号', 'office']);
    expect(JSON.stringify(await entries('?limit=500'))).not.toContain('my-secret');
    expect((await entries('?action=sign-in')).length).toBeGreaterThanOrEqual(4);
  });

  it('tells of what staff were refused: by their role, by their sight, by the state', async () => {
    const number = await registered();
    await hub.as('officer').get(`/api/v1/appeals/${number}`).expect(404);
    await hub.as('officer').get('/api/v1/outbox').expect(403);
    await hub.as('office').act(number, 'receipt').expect(409);
    const refused = await entries('?action=refused');
    expect(refused.slice(0, 3).map(({ actor, subject, detail }) => [actor, subject, detail?.code])).toEqual([
      ['office君', number, 'act-not-allowed'],
      ['officer君', '/api/v1/outbox', 'forbidden'],
      ['officer君', number, 'not-found'],
    ]);
  });

  it('names the member of staff behind what the hub takes in for him', async () => {
    await hub.as('office').post('/api/v1/appeals', { source: '来信', text: '来信一封，反映噪声' }).expect(201);
    const [entry] = await entries('?action=intake');
    expect([entry!.actor, entry!.subject]).toEqual(['office君', '来信']);
  });

  it('has an entry for each file that was taken out: who, which, and of which appeal', async () => {
    const number = await registered();
    await hub.as('office').act(number, 'acceptance').expect(200);
    const below = `/api/v1/appeals/${number}`;
    const { body } = await hub.as('office').post(`${below}/documents`, { kind: 'receipt-notice' }).expect(201);
    const { id } = (body as { items: { id: number }[] }).items[0]!;
    await hub.as('office').post(`${below}/documents/${id}/issue`).expect(200);
    const { messages } = (await hub.as('office').get(below).expect(200)).body as {
      messages: { id: number; original: { href: string } | null }[];
    };
    const letter = messages.find(({ original }) => original)!;
    await hub.as('office').get(letter.original!.href).expect(200);
    await hub.as('office').get(`${below}/documents/${id}/file`).expect(200);
    await hub.as('office').post(`${below}/documents/${id}/named-copy`, { reason: '寄送本人' }).expect(200);
    await hub.as('officer').get(`${below}/documents/${id}/file`).expect(404);
    const taken = (await entries(`?subject=${number}`)).filter(({ action }) => action === 'download');
    expect(taken.map(({ actor, actionName, detail }) => [actor, actionName, detail])).toEqual([
      ['office君', '下载文件', { namedCopy: id }],
      ['office君', '下载文件', { document: id }],
      ['office君', '下载文件', { original: letter.id }],
    ]);
  });

  it('tells an administrator that something was done, not to what', async () => {
    const shown = await entries('?limit=5', 'admin');
    expect(shown.map(({ subject, detail }) => [subject, detail])).toEqual(shown.map(() => [null, null]));
    await hub.as('office').get('/api/v1/audit').expect(403);
  });

  it('is read page by page without passing over an entry', async () => {
    const all = await entries('?limit=500');
    const paged: AuditEntryView[] = [];
    for (let cursor = ''; ;) {
      const { body } = await hub.as('inspector').get(`/api/v1/audit?limit=4${cursor}`).expect(200);
      paged.push(...body.items);
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged.map(({ sequence }) => sequence)).toEqual(all.map(({ sequence }) => sequence));
  });

  it('stays one chain when many act at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, registered));
    await Promise.all(numbers.map((number) => hub.as('office').act(number, 'acceptance').expect(200)));
    const { broken, entries: found, head } = await chain();
    expect([broken, found]).toEqual([null, head.sequence]);
  });

  describe('names the first entry that', () => {
    const CHANGES = [
      ['was changed', 'changed', 5, `UPDATE audit_entries SET actorName = '别人' WHERE sequence = 5`],
      ['was taken out', 'missing', 6, `DELETE FROM audit_entries WHERE sequence = 6`],
    ] as const;
    const columns = 'sequence, at, actorId, actorName, action, subject, detail, previousHash, hash';
    const keep = () => sql(`SELECT ${columns} FROM audit_entries WHERE sequence BETWEEN 4 AND 9 ORDER BY sequence`);
    const restore = async (rows: Record<string, unknown>[]) => {
      await sql('DELETE FROM audit_entries WHERE sequence BETWEEN 4 AND 9');
      const marks = columns.replace(/\w+/g, '?');
      for (const row of rows) await sql(`INSERT INTO audit_entries (${columns}) VALUES (${marks})`, Object.values(row));
    };

    it.each(CHANGES)('%s', async (_, what, sequence, change) => {
      const rows = (await keep()) as Record<string, unknown>[];
      await sql(change);
      expect((await chain()).broken).toEqual({ sequence, what });
      await restore(rows);
      expect((await chain()).broken).toBeNull();
    });

    it('changed its place with another', async () => {
      const rows = (await keep()) as Record<string, unknown>[];
      for (const [from, to] of [
        [7, 0],
        [8, 7],
        [0, 8],
      ])
        await sql('UPDATE audit_entries SET sequence = ? WHERE sequence = ?', [to, from]);
      expect((await chain()).broken).toEqual({ sequence: 7, what: 'changed' });
      await restore(rows);
      expect((await chain()).broken).toBeNull();
    });

    it('was cut off the end, and one that was written anew against the head that was kept elsewhere', async () => {
      const { head } = await chain();
      const [last] = (await sql(`SELECT ${columns} FROM audit_entries WHERE sequence = ?`, [head.sequence])) as [
        Record<string, unknown>,
      ];
      await sql('DELETE FROM audit_entries WHERE sequence = ?', [head.sequence]);
      expect((await chain()).broken).toEqual({ sequence: head.sequence, what: 'cut' });
      await sql(`INSERT INTO audit_entries (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`, Object.values(last));
      const witnessed = [{ sequence: 3, hash: 'f'.repeat(64) }];
      expect((await verifyChain(database(), witnessed)).broken).toEqual({ sequence: 3, what: 'replaced' });
    });
  });
});
