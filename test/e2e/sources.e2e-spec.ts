import type { AppealView, SourceView } from '@hub/contract';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('the list of sources', (open) => {
  let hub: Hub;
  const fresh = { channel: 'desk', confidential: false, active: true, note: '' };
  const listed = async (name: string) =>
    ((await hub.as('office').get('/api/v1/sources').expect(200)).body as SourceView[]).find((one) => one.name === name)!;
  const add = (name: string, about: object = {}) => hub.as('admin').post('/api/v1/sources', { ...fresh, name, ...about });
  const change = ({ id, channel, confidential, active, note, version }: SourceView, about: object) =>
    hub.as('admin').post(`/api/v1/sources/${id}`, { channel, confidential, active, note, version, ...about });
  const entry = (source: string) => hub.as('office').post('/api/v1/appeals', { source, kind: 'complaint', text: '油烟扰民' });

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('admin', 'administrator');
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  it('begins with the names used today', async () => {
    expect(await listed('举报箱')).toMatchObject({ channel: 'desk', confidential: true, active: true, version: 1 });
    expect(await listed('局长信箱')).toMatchObject({ channel: 'mailbox', confidential: false });
  });

  it('takes a new one, of which the desk may then register appeals', async () => {
    await entry('园区联络站').expect(400);
    await add('园区联络站').expect(201);
    await entry('园区联络站').expect(201);
  });

  it('takes no name twice', async () => {
    await add('来信').expect(409);
  });

  it('makes confidential what comes from a source that is so, from the next appeal on', async () => {
    await add('夜间信箱').expect(201);
    const secrecyOf = async () => {
      const { number } = (await entry('夜间信箱').expect(201)).body as { number: string };
      return ((await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body as AppealView).secrecy;
    };
    expect(await secrecyOf()).toBe('named');
    await change(await listed('夜间信箱'), { confidential: true }).expect(200);
    expect(await secrecyOf()).toBe('confidential');
  });

  it('takes nothing new from one that is no longer in use', async () => {
    await add('旧信箱').expect(201);
    await change(await listed('旧信箱'), { active: false }).expect(200);
    const { body } = await entry('旧信箱').expect(400);
    expect(body).toMatchObject({ code: 'source', hint: expect.stringContaining('来信') });
  });

  it('lets the second of two people read again instead of overwriting the first', async () => {
    await add('两人同改').expect(201);
    const read = await listed('两人同改');
    await change(read, { note: '甲' }).expect(200);
    const { body } = await change(read, { note: '乙' }).expect(409);
    expect([body.code, (await listed('两人同改')).note]).toEqual(['version-conflict', '甲']);
    await change({ ...read, id: 999_999 }, {}).expect(404);
  });

  it('is changed by the administrator only, and each change is in the audit chain', async () => {
    await hub
      .as('office')
      .post('/api/v1/sources', { ...fresh, name: '不让加' })
      .expect(403);
    await add('留痕').expect(201);
    const { body } = await hub.as('admin').get('/api/v1/audit').query({ subject: '留痕' }).expect(200);
    expect(JSON.stringify(body)).toContain('加来源');
  });
});
