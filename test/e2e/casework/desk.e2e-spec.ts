import { randomUUID } from 'node:crypto';
import { DeskDraftService, TrackDoor } from '@hub/casework';
import { Database } from '@hub/persistence';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const call = { source: '纠风热线', text: '楼下烧烤店油烟进卧室', phone: '138 0000 1234', name: '王女士' };

describeBothEngines('the desk', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-24T10:00:00+08:00');
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 30 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('second', 'dispatcher');
  });
  afterAll(() => hub.close());

  const registered = async (entry: object): Promise<{ number: string; queryCode: string }> =>
    (
      await hub
        .as('office')
        .post('/api/v1/appeals', { ...call, ...entry })
        .expect(201)
    ).body;
  const caller = async (phone: string) => (await hub.as('office').post('/api/v1/desk/caller', { phone }).expect(200)).body;
  const keep = (key: string, form: object, account = 'office') =>
    hub.as(account).post(`/api/v1/desk/drafts/${key}`, { form: JSON.stringify(form) });
  const drafts = async (account = 'office') => (await hub.as(account).get('/api/v1/desk/drafts').expect(200)).body;

  describe('who is calling', () => {
    it('is told by the number, however it is written, with number and standing of his earlier appeals and nothing else', async () => {
      const { number } = await registered({ phone: '021-52564588' });
      const { count, appeals } = await caller('5256 4588');
      expect(count).toBe(1);
      expect(appeals).toEqual([
        {
          number,
          status: 'received',
          statusName: '待受理',
          kindName: '投诉',
          receivedAt: '2026-11-24T10:00:00+08:00',
          open: true,
        },
      ]);
    });

    it('is not told while the number is not whole', async () => {
      await registered({ phone: '13800005678' });
      expect(await caller('1380000567')).toEqual({ count: 0, appeals: [] });
    });

    it('is not told of an appeal that the clerk may not see', async () => {
      const { number } = await registered({ phone: '13800004444', text: '举报执法人员收礼', kind: 'report' });
      expect((await caller('13800004444')).count).toBe(1);
      await hub.as('office').act(number, 'target', { aboutConduct: true, reason: '反映作风' });
      expect((await hub.as('second').post('/api/v1/desk/caller', { phone: '13800004444' })).body).toEqual({
        count: 0,
        appeals: [],
      });
    });

    it('leaves a trace that does not hold the number', async () => {
      const { number } = await registered({ phone: '13800007777' });
      await caller('13800007777');
      const rows: { action: string; detail: string; subject: string }[] = await hub.app
        .get(Database)
        .reader.query("SELECT * FROM audit_entries WHERE action = 'caller' ORDER BY sequence DESC LIMIT 1");
      expect(rows[0]!.subject).toBe(number);
      expect(JSON.stringify(rows)).not.toContain('13800007777');
    });
  });

  describe('similar open appeals', () => {
    const similar = async (about: object, account = 'office') =>
      (await hub.as(account).post('/api/v1/desk/similar', about).expect(200)).body as { number: string; reason: string }[];

    it('are those of one place', async () => {
      const { number } = await registered({ place: '长寿路街道长寿路 100 号', street: '长寿路街道' });
      const found = await similar({ place: '长寿路街道长寿路100号3楼' });
      expect(found).toMatchObject([{ number, reason: '同一地点' }]);
    });

    it('are those that say the same, wherever they are', async () => {
      const text = '印刷厂三楼的窗口常年排出油墨味，幼儿园的小朋友经常头晕，请安排人来看看。';
      const { number } = await registered({ text });
      expect(await similar({ text: `您好，${text}` })).toMatchObject([{ number, reason: '文字有九成相同' }]);
    });

    it('are none where nothing is told', async () => {
      expect(await similar({})).toEqual([]);
    });

    it('leave out what the clerk may not see', async () => {
      const place = '桃浦镇祁连山路 7 号';
      const { number } = await registered({ place, street: '桃浦镇' });
      await hub.as('office').act(number, 'target', { aboutConduct: true, reason: '反映作风' });
      expect(await similar({ place }, 'second')).toEqual([]);
    });
  });

  describe('a draft', () => {
    it('is kept sealed, and its own clerk alone gets it back', async () => {
      const key = randomUUID();
      await keep(key, { phone: '13811112222', text: '第一句' }).expect(200);
      await keep(key, { phone: '13811112222', text: '第一句，第二句' }).expect(200);
      const mine = await drafts();
      expect(mine.filter((one: { key: string }) => one.key === key)).toHaveLength(1);
      expect(JSON.parse(mine[0].form)).toEqual({ phone: '13811112222', text: '第一句，第二句' });
      expect(await drafts('second')).toEqual([]);
      const rows = await hub.app.get(Database).reader.query('SELECT * FROM desk_drafts');
      expect(JSON.stringify(rows)).not.toContain('第一句');
      expect(JSON.stringify(rows)).not.toContain('13811112222');
    });

    it('does not fill the audit chain while somebody types', async () => {
      const count = async () =>
        Number((await hub.app.get(Database).reader.query('SELECT COUNT(*) AS n FROM audit_entries'))[0].n);
      const key = randomUUID();
      await keep(key, { text: '一' }).expect(200);
      const before = await count();
      for (const text of ['一二', '一二三']) await keep(key, { text }).expect(200);
      expect(await count()).toBe(before);
    });

    it('is gone once its entry is registered, and a save that comes late does not bring it back', async () => {
      const key = randomUUID();
      await keep(key, call).expect(200);
      await registered({ draft: key });
      await keep(key, call).expect(409);
      expect((await drafts()).some((one: { key: string }) => one.key === key)).toBe(false);
    });

    it('saved twice because the answer was lost is one appeal, with a code that opens it', async () => {
      const key = randomUUID();
      const first = await registered({ draft: key });
      const again = await registered({ draft: key });
      expect(again.number).toBe(first.number);
      const tracked = (code: string) => hub.app.get(TrackDoor).enter(first.number, code, 'here');
      expect(await tracked(again.queryCode)).not.toBeNull();
      expect(await tracked(first.queryCode)).toBeNull();
    });

    it('of one clerk does not answer for an entry of another', async () => {
      const key = randomUUID();
      const { number } = await registered({ draft: key });
      const { body } = await hub
        .as('second')
        .post('/api/v1/appeals', { ...call, draft: key })
        .expect(201);
      expect(body.number).not.toBe(number);
    });

    it('that is too long for its row is refused with what to do, and one thrown away is gone', async () => {
      const key = randomUUID();
      const { body } = await keep(key, { text: '油'.repeat(15_500) }).expect(400);
      expect(body.code).toBe('draft-too-long');
      await keep(key, { text: '油'.repeat(14_000) }).expect(200);
      await hub.as('office').delete(`/api/v1/desk/drafts/${key}`).expect(204);
      expect((await drafts()).some((one: { key: string }) => one.key === key)).toBe(false);
    });

    it('that nobody goes on with is thrown away after as many days as the office says', async () => {
      const [old, fresh] = [randomUUID(), randomUUID()];
      await keep(old, { text: '旧' }).expect(200);
      now = new Date('2026-11-30T10:00:00+08:00');
      await keep(fresh, { text: '新' }).expect(200);
      now = new Date('2026-12-01T10:00:01+08:00');
      await hub.app.get(DeskDraftService).sweep();
      const keys = (await drafts()).map((one: { key: string }) => one.key);
      expect(keys).toContain(fresh);
      expect(keys).not.toContain(old);
    });
  });
});
