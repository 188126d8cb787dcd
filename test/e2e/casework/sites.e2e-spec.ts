import { addDays, dayOf } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('a site that appeals are about', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const ago = (days: number, time = '10:00') => `${addDays(today, -days)}T${time}:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('chemist', 'handler', 'monitoring');
    await hub.staff('inspector', 'discipline');
  });
  afterAll(() => hub.close());

  const received = async (days = 10, about: Record<string, unknown> = {}): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      text: '油烟扰民',
      secrecy: 'named',
      phone: '62540000',
      receivedAt: ago(days),
    };
    const { body } = await hub
      .as('office')
      .post('/api/v1/appeals', { ...entry, ...about })
      .expect(201);
    return (body as { number: string }).number;
  };
  const assigned = async (days = 10, about: Record<string, unknown> = {}, unitId = 'supervision'): Promise<string> => {
    const number = await received(days, about);
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId }).expect(200);
    return number;
  };
  const link = async (number: string, body: object, account = 'office'): Promise<number> =>
    ((await hub.as(account).act(number, 'site', body).expect(200)).body as { site: { id: number } }).site.id;
  const tasks = async (account = 'office', state = 'open') =>
    (await hub.as(account).get('/api/v1/source-control-tasks').query({ state }).expect(200)).body as {
      id: number;
      site: { id: number; name: string };
      appeals: { number: string }[];
      dueOn: string;
      state: string;
    }[];
  const tasksOf = async (siteId: number, account = 'office', state = 'open') =>
    (await tasks(account, state)).filter(({ site }) => site.id === siteId);
  const page = async (id: number, account = 'office') =>
    (await hub.as(account).get(`/api/v1/sites/${id}`).expect(200)).body as {
      events: { what: string; at: string; findings?: string; appeal?: { number: string } }[];
      sinceMeasure: number | null;
    };

  it('is one site however it is written, and is linked by a line of the appeal’s history', async () => {
    const [one, two] = [await received(), await received()];
    const id = await link(one, { name: '香满楼饭店', address: '长寿路100号' });
    expect(await link(two, { name: '普陀区香满楼 饭店' })).toBe(id);
    const { body } = await hub.as('office').get(`/api/v1/appeals/${one}`).expect(200);
    expect(body.history.at(-1)).toMatchObject({ title: '登记被反映对象', note: '香满楼饭店，长寿路100号' });
    await hub.as('office').act(one, 'site', { siteId: id }).expect(409);
    await hub.as('office').act(one, 'site', { name: ' ', address: '' }).expect(400);
    await hub.as('office').act(one, 'site', { siteId: 999_999 }).expect(404);
    await hub.as('inspector').act(one, 'site', { siteId: id }).expect(403);
  });

  it('is suggested to a new appeal that names the same place', async () => {
    const id = await link(await received(), { address: '武宁路200号' });
    const { body } = await hub
      .as('office')
      .get(`/api/v1/appeals/${await received(1, { place: '上海市武宁路 200 号' })}`)
      .expect(200);
    expect([body.site, body.suggestedSite]).toMatchObject([null, { id, name: '武宁路200号' }]);
  });

  it('tells its appeals, inspections and measures in the order of time', async () => {
    const number = await assigned(9);
    await hub.as('officer').act(number, 'receipt').expect(200);
    const id = await link(number, { name: '时序印染厂' });
    const visit = { at: ago(4), officers: ['沈佳', '顾敏'], place: '桃浦路', findings: '排口有异味' };
    await hub.as('officer').act(number, 'site-records', visit).expect(200);
    const plan = { measure: '加装活性炭', owner: '监察支队沈佳', dueOn: addDays(today, 20) };
    const { body } = await hub.as('officer').post(`/api/v1/sites/${id}/measures`, plan).expect(201);
    expect(body.measures).toMatchObject([{ ...plan, doneAt: null }]);
    const proving = `/api/v1/sites/${id}/measures/${body.measures[0].id}/completion`;
    await hub.as('officer').post(proving, { proof: '验收单已存' }).expect(200);
    await hub.as('officer').post(proving, { proof: '再次' }).expect(409);
    expect((await page(id)).events.map(({ what }) => what)).toEqual(['appeal', 'inspection', 'measure']);
    expect((await page(id)).sinceMeasure).toBe(0);
  });

  it('gets a source-control task with the third complaint in 90 days, not with the second, and no second one with the fourth', async () => {
    const numbers = [await received(90), await received(40), await received(0, { receivedAt: undefined }), await received(1)];
    const id = await link(numbers[0]!, { name: '三诉铸造厂' });
    await link(numbers[1]!, { siteId: id });
    expect(await tasksOf(id)).toEqual([]);
    await link(numbers[2]!, { siteId: id });
    const [task] = await tasksOf(id);
    expect(task).toMatchObject({ dueOn: addDays(today, 30), state: 'open' });
    expect(task!.appeals.map(({ number }) => number)).toEqual(numbers.slice(0, 3));
    await link(numbers[3]!, { siteId: id });
    expect(await tasksOf(id)).toHaveLength(1);
  });

  it('gets none where the third complaint comes on the 91st day', async () => {
    const id = await link(await received(91), { name: '九一电镀厂' });
    await link(await received(40), { siteId: id });
    await link(await received(0, { receivedAt: undefined }), { siteId: id });
    expect(await tasksOf(id)).toEqual([]);
  });

  it('keeps its task open until a measure is taken and proved, by the unit whose task it is or the office', async () => {
    const numbers = [await assigned(5), await assigned(4), await assigned(3)];
    const id = await link(numbers[0]!, { name: '完成喷涂厂' });
    for (const number of numbers.slice(1)) await link(number, { siteId: id });
    const [task] = await tasksOf(id, 'head');
    const completion = `/api/v1/source-control-tasks/${task!.id}/completion`;
    await hub.as('head').post(completion, { measure: '搬迁' }).expect(400);
    await hub.as('chemist').post(completion, { measure: '搬迁', proof: '协议' }).expect(404);
    await hub.as('head').post(completion, { measure: '搬迁', proof: '搬迁协议已签' }).expect(200);
    await hub.as('head').post(completion, { measure: '搬迁', proof: '搬迁协议已签' }).expect(409);
    expect([await tasksOf(id), (await tasksOf(id, 'office', 'done')).length]).toEqual([[], 1]);
    expect((await page(id)).events.map(({ what }) => what)).toContain('measure');
  });

  it('shows only the appeals that the person sees, and is not there for whoever sees none', async () => {
    const [mine, theirs] = [await assigned(5), await assigned(4, { subject: '监测站的来件' }, 'monitoring')];
    const id = await link(mine, { name: '分看食品厂' });
    await link(theirs, { siteId: id });
    const seen = await hub.as('officer').get(`/api/v1/sites/${id}`).expect(200);
    expect([seen.text.includes(mine), seen.text.includes(theirs), seen.text.includes('监测站的来件')]).toEqual([
      true,
      false,
      false,
    ]);

    const other = await link(await assigned(3, {}, 'monitoring'), { name: '独看食品厂' });
    const hidden = await hub.as('officer').get(`/api/v1/sites/${other}`).expect(404);
    const absent = await hub.as('officer').get('/api/v1/sites/999999').expect(404);
    expect({ ...hidden.body, requestId: null, instance: null }).toEqual({ ...absent.body, requestId: null, instance: null });
    await hub.as('officer').act(mine, 'site', { siteId: other }).expect(404);
    const names = async (account: string) =>
      ((await hub.as(account).get('/api/v1/sites').query({ q: '独看' }).expect(200)).body as { name: string }[]).map(
        ({ name }) => name,
      );
    expect([await names('officer'), await names('chemist'), await names('office')]).toEqual([[], ['独看食品厂'], ['独看食品厂']]);
  });

  it('tells a handler nothing of a task that a confidential report has opened with others', async () => {
    const numbers = [await assigned(5), await assigned(4), await assigned(3, { secrecy: 'confidential' })];
    const id = await link(numbers[0]!, { name: '保密化工厂' });
    for (const number of numbers.slice(1)) await link(number, { siteId: id });
    expect([(await tasksOf(id, 'head')).length, (await tasksOf(id, 'officer')).length]).toEqual([1, 0]);
    const { text } = await hub.as('officer').get(`/api/v1/sites/${id}`).expect(200);
    expect([text.includes(numbers[2]!), text.includes('"what":"task"')]).toEqual([false, false]);
  });

  it('is found by the beginning of its name, whatever spaces and 上海市 stand before it', async () => {
    await link(await received(), { name: '前缀水洗厂' });
    const found = async (q: string) => (await hub.as('office').get('/api/v1/sites').query({ q }).expect(200)).body as unknown[];
    expect([(await found('上海市 前缀')).length, (await found('水洗')).length]).toEqual([1, 0]);
  });
});
