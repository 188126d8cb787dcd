import { Hub, PASSWORD } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('an opened box', (open) => {
  let hub: Hub;
  const ids = new Map<string, number>();
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date('2026-11-24T10:00:00+08:00'), sessionHours: 24 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('other', 'handler', 'supervision');
    await hub.staff('admin', 'administrator');
    const { body } = await hub.as('office').get('/api/v1/users').expect(200);
    for (const { account, id } of body as { account: string; id: number }[]) ids.set(account, id);
  });
  afterAll(() => hub.close());

  interface Opening {
    id: number;
    signedAt: string | null;
    registered: number;
    numbers: string[];
  }
  const record = (about: object = {}) => ({
    source: '举报箱',
    place: '局大门东侧',
    openedAt: '2026-11-24T09:30:00+08:00',
    items: 2,
    secondId: ids.get('officer'),
    ...about,
  });
  const written = async (about: object = {}): Promise<Opening> =>
    (await hub.as('office').post('/api/v1/desk/openings', record(about)).expect(201)).body[0];
  const sign = (account: string, id: number, body: object = {}) =>
    hub.as(account).post(`/api/v1/desk/openings/${id}/signature`, body);
  const slip = (openingId: number, about: object = {}) =>
    hub.as('office').post('/api/v1/appeals', { source: '举报箱', text: '举报夜间偷排', openingId, ...about });
  const shown = async (account: string, id: number): Promise<Opening | undefined> =>
    ((await hub.as(account).get('/api/v1/desk/openings').expect(200)).body as Opening[]).find((one) => one.id === id);

  it('gives its slips to be registered once the second has signed, as many as were counted, each confidential', async () => {
    const { id } = await written();
    expect((await slip(id).expect(409)).body.code).toBe('opening-unsigned');
    await sign('officer', id).expect(200);
    const numbers: string[] = [];
    for (let at = 0; at < 2; at++) numbers.push((await slip(id).expect(201)).body.number);
    expect((await slip(id).expect(409)).body.code).toBe('opening-full');
    expect(await shown('office', id)).toMatchObject({ registered: 2, numbers });
    expect((await hub.as('office').get(`/api/v1/appeals/${numbers[0]}`)).body.secrecy).toBe('confidential');
  });

  it('waits on the bell of the second until he has signed, and of nobody else', async () => {
    const bell = async (account: string) =>
      (await hub.as(account).get('/api/v1/notices').expect(200)).body.toSign as { id: number; text: string }[];
    const { id } = await written({ place: '曹杨新村街道' });
    expect((await bell('officer')).filter((one) => one.id === id)).toEqual([
      { id, text: '举报箱开箱记录等您签名：2026年11月24日（星期二），曹杨新村街道，office君和您开箱，清点 2 件' },
    ]);
    expect([await bell('office'), await bell('other')]).toEqual([[], []]);
    await sign('officer', id).expect(200);
    expect((await bell('officer')).some((one) => one.id === id)).toBe(false);
  });

  it('is signed by nobody but the second, and once', async () => {
    const { id } = await written();
    await sign('office', id).expect(404);
    await sign('other', id).expect(404);
    await sign('officer', id).expect(200);
    await sign('officer', id).expect(409);
  });

  it('is signed at the first one’s screen by the second one’s own password, and by no wrong one', async () => {
    const { id } = await written();
    const { body } = await sign('office', id, { account: 'officer', password: 'a-wrong-long-password' }).expect(403);
    expect(body.code).toBe('second-sign-in');
    await sign('office', id, { account: 'other', password: PASSWORD }).expect(404);
    await sign('office', id, { account: 'officer', password: PASSWORD }).expect(200);
    expect((await shown('office', id))!.signedAt).not.toBeNull();
  });

  it.each([
    ['oneself twice', () => ({ secondId: ids.get('office') })],
    ['an administrator', () => ({ secondId: ids.get('admin') })],
    ['nobody', () => ({ secondId: 999_999 })],
    ['a time to come', () => ({ openedAt: '2026-11-24T10:30:00+08:00' })],
  ])('is not opened with %s', async (_, about) => {
    await hub.as('office').post('/api/v1/desk/openings', record(about())).expect(400);
  });

  it('of one kind gives no slip to another', async () => {
    const { id } = await written({ source: '意见箱' });
    await sign('officer', id).expect(200);
    await slip(id).expect(400);
  });

  it('shows the second his own records, and no number that he may not see', async () => {
    const { id } = await written();
    await sign('officer', id).expect(200);
    await slip(id).expect(201);
    expect(await shown('officer', id)).toMatchObject({ registered: 1, numbers: [] });
    expect(await shown('other', id)).toBeUndefined();
  });
});
