import { Database } from '@hub/persistence';
import request from 'supertest';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('entry by source', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date('2026-11-24T10:00:00+08:00'), sessionHours: 24 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
  });
  afterAll(() => hub.close());

  const entered = async (entry: object) => {
    const { body } = await hub
      .as('office')
      .post('/api/v1/appeals', { text: '反映工地夜间施工', kind: 'complaint', ...entry })
      .expect(201);
    return (await hub.as('office').get(`/api/v1/appeals/${body.number}`).expect(200)).body;
  };
  const refused = async (entry: object): Promise<string> =>
    (
      await hub
        .as('office')
        .post('/api/v1/appeals', { text: '反映扰民', ...entry })
        .expect(400)
    ).body.detail;

  it('keeps who registered it and what the source asks for', async () => {
    const details = { postmarkedOn: '2026-11-20', writtenOn: '2026-11-18' };
    const view = await entered({ source: '来信', receivedAt: '2026-11-23T09:00:00+08:00', details });
    expect(view.entry).toEqual({
      by: 'office君',
      facts: [
        { word: '邮戳日期', kind: 'past', value: '2026-11-20' },
        { word: '落款日期', kind: 'past', value: '2026-11-18' },
      ],
      answerBy: null,
    });
    expect(view.history[0]).toMatchObject({ act: 'registration', by: 'office君', note: '来自来信' });
  });

  it('owes the answer by the day that a superior body has set', async () => {
    const order = { source: '上级交办', receivedAt: '2026-11-24T09:00:00+08:00' };
    const details = { issuer: '市环保局', documentNumber: '沪环办〔2026〕12号' };
    const soon = await entered({ ...order, details: { ...details, answerBy: '2026-12-04' } });
    expect(soon.entry.answerBy).toBe('2026-12-04');
    const reply = (view: { lamps: { name: string; dueOn: string }[] }) => view.lamps.find(({ name }) => name === 'reply')!.dueOn;
    expect(reply(soon)).toBe('2026-12-04');
    const late = await entered({ ...order, details: { ...details, answerBy: '2027-03-01' } });
    expect(reply(late)).toBe('2026-12-22');
  });

  it('says what is missing and registers nothing', async () => {
    expect(await refused({ source: '媒体', details: { outlet: '新民晚报' } })).toBe('还没有填刊播日期。');
    expect(await refused({ source: '来信', details: { nonsense: 'x' } })).toContain('nonsense');
  });

  describe('of a visit', () => {
    const people = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `倪文${at}`, phone: `1390000000${at}` }));
    const visit = { source: '来访', name: '倪文德', phone: '13900009999', details: { visitors: '30' } };

    it('seals up to five who speak, shows them masked, and names them to whoever looks for a reason', async () => {
      const view = await entered({ ...visit, text: '倪文3说夜里睡不着', representatives: people(5) });
      expect(view.person.representatives[4]).toEqual({ name: '倪**', phone: '139****0004' });
      const { body } = await hub.as('office').act(view.number, 'identity', { reason: '约访' }).expect(200);
      expect(body.representatives).toEqual(people(5));
      const rows = await hub.app.get(Database).reader.query('SELECT * FROM persons');
      expect(JSON.stringify(rows)).not.toContain('倪文');
    });

    it('takes no sixth, and says what the rule is', async () => {
      expect(await refused({ ...visit, representatives: people(6) })).toBe('代表有 6 人，最多 5 人。');
    });

    it('has speakers only where people came', async () => {
      expect(await refused({ source: '来信', representatives: people(1) })).toContain('来信不登记代表');
    });

    it('hides each of them where the appeal is guarded', async () => {
      const view = await entered({ ...visit, kind: 'report', text: '倪文3举报夜间偷排', representatives: people(5) });
      expect(JSON.stringify(view)).not.toContain('倪文3');
    });
  });

  it.each(['举报箱', '举报电话'])('from %s is confidential whatever was chosen', async (source) => {
    const view = await entered({ source, kind: 'suggestion', secrecy: 'named' });
    expect(view.secrecy).toBe('confidential');
  });

  it('has its recording, which only those may play who may know who speaks', async () => {
    const { number } = await entered({ source: '纠风热线', phone: '13800001234' });
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    const recording = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2000)]);
    const { body } = await request(hub.app.getHttpServer())
      .post(`/api/v1/appeals/${number}/attachments?name=call.wav`)
      .set('Cookie', hub.as('office').cookie)
      .type('application/octet-stream')
      .send(recording)
      .expect(200);
    const [file] = body.files as { name: string; mediaType: string; href: string }[];
    expect(file).toMatchObject({ name: 'call.mp3', mediaType: 'audio/mpeg' });
    await hub.as('office').get(file!.href).expect(200);
    await hub.as('officer').get(`/api/v1/appeals/${number}`).expect(200);
    await hub.as('officer').get(file!.href).expect(403);
  });
});
