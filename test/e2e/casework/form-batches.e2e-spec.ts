import { Database } from '@hub/persistence';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('opinion forms in a batch', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('second', 'dispatcher');
  });
  afterAll(() => hub.close());

  const path = '/api/v1/desk/batches';
  const batch = async (): Promise<number> => {
    const form = { name: '社区征求意见', questions: ['行政效率', '服务质量'], sheets: 3 };
    return (await hub.as('office').post(path, form).expect(201)).body.id;
  };
  const read = (about: object = {}) => ({
    sheet: 1,
    answers: { q1: '满意' },
    opinion: '希望窗口周末也开',
    name: '倪文德',
    phone: '13900009999',
    ...about,
  });
  const enter = (account: string, id: number, about: object = {}) => hub.as(account).post(`${path}/${id}/sheets`, read(about));
  const shown = async (id: number, account = 'office') => (await hub.as(account).get(`${path}/${id}`).expect(200)).body;

  it('count where two people read alike, and become appeals once, sealed until then', async () => {
    const id = await batch();
    await enter('office', id).expect(200);
    await enter('second', id, { phone: '139 0000 9999' }).expect(200);
    const rows = await hub.app.get(Database).reader.query('SELECT * FROM form_sheets');
    expect(JSON.stringify(rows)).not.toContain('倪文德');
    expect((await shown(id)).tallies[0]).toEqual({ word: '行政效率', counts: { 满意: 1 } });
    const { body } = await hub.as('office').post(`${path}/${id}/registration`).expect(200);
    const again = await hub.as('second').post(`${path}/${id}/registration`).expect(200);
    expect(again.body.entered).toEqual(body.entered.map((one: object) => ({ ...one, firstIsMe: false })));
    const { number } = body.entered[0];
    const appeal = (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body;
    expect(appeal).toMatchObject({ source: '征求意见表', outsideNumber: `第${id}批-1` });
  });

  it('are never entered twice by one person, nor shown to the second before he has read', async () => {
    const id = await batch();
    await enter('office', id).expect(200);
    expect((await enter('office', id).expect(409)).body.code).toBe('own-entry');
    expect(JSON.stringify(await shown(id, 'second'))).not.toContain('窗口周末');
  });

  it('show what two people read differently, until it is settled', async () => {
    const id = await batch();
    await enter('office', id).expect(200);
    await enter('second', id, { answers: { q1: '不满意' } }).expect(200);
    const [sheet] = (await shown(id)).entered;
    expect(sheet).toMatchObject({ state: 'differs', differences: [{ word: '行政效率', first: '满意', second: '不满意' }] });
    await hub.as('office').post(`${path}/${id}/registration`).expect(200);
    expect((await shown(id)).entered[0].number).toBeNull();
    await hub
      .as('office')
      .post(`${path}/${id}/settlements`, read({ answers: { q1: '不满意' } }))
      .expect(200);
    expect((await shown(id)).entered[0].state).toBe('agreed');
    await enter('second', id).expect(409);
  });

  it('without an opinion are counted and become no appeal', async () => {
    const id = await batch();
    for (const account of ['office', 'second']) await enter(account, id, { opinion: ' ' }).expect(200);
    const { body } = await hub.as('office').post(`${path}/${id}/registration`).expect(200);
    expect(body.entered[0]).toMatchObject({ state: 'registered', number: null });
  });

  it('have no sheet beyond those counted, and no question that is not asked', async () => {
    const id = await batch();
    await enter('office', id, { sheet: 4 }).expect(404);
    await enter('office', id, { answers: { q9: '满意' } }).expect(400);
  });
});
