import { instant } from '@hub/domain';
import { Courier, type Mailer, Undelivered } from '@hub/outbound';
import { UnitOfWork } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

interface Shown {
  id: number;
  appeal: string | null;
  to: string;
  subject: string;
  state: string;
  stateName: string;
  retriable: boolean;
  attempts: number;
  lastError: string | null;
}
const after = (minutes: number) => instant(Date.now() + minutes * 60_000);

describeBothEngines('the outbox', (open) => {
  let hub: Hub;
  let work: UnitOfWork;
  beforeEach(async () => {
    hub = await Hub.open((await open()).url);
    work = hub.app.get(UnitOfWork);
    await hub.staff('office', 'dispatcher');
    await hub.staff('keeper', 'administrator');
  });
  afterEach(() => hub.close());

  const write = async (from: string, text = '夜间施工，吵得睡不着。') => {
    const [one] = await hub.intake.accept([mailMessage(aMail({ from, text }))]);
    return one!.number!;
  };
  const list = async (who = 'office', filter = '') =>
    (await hub.as(who).get(`/api/v1/outbox${filter}`).expect(200)).body as Shown[];
  const send = (trouble: Undelivered | null, at = after(1)) => {
    const mailer: Mailer = { send: () => (trouble ? Promise.reject(trouble) : Promise.resolve()) };
    return new Courier(work, mailer, { log: { warn: () => {} } }).runOnce(at);
  };
  const refused = new Undelivered('letter', '对方不收这封信。服务器说：550 5.1.1 unknown');
  const doubtful = () => new Undelivered('later', '没有等到答复', { doubtful: true });

  it('says of each letter in words how it stands, to whom without his name, and of which appeal', async () => {
    const number = await write('wang.li@qq.com');
    expect(await list()).toMatchObject([{ appeal: number, state: 'pending', stateName: '待寄', attempts: 0, retriable: false }]);
    await send(refused);
    const [letter] = await list();
    expect(letter).toMatchObject({
      stateName: '寄不出',
      retriable: true,
      attempts: 1,
      lastError: expect.stringContaining('550'),
    });
    expect(JSON.stringify(letter)).not.toContain('wang.li');
    expect(await list('office', '?state=dead')).toHaveLength(1);
    expect(await list('office', '?state=pending')).toHaveLength(0);
    await hub.as('office').get('/api/v1/outbox?state=burnt').expect(400);
  });

  it('sends again what a person asks for, and the same letter', async () => {
    await write('wang.li@qq.com');
    await send(refused);
    const [{ id }] = (await list()) as [Shown];
    await hub.as('office').post(`/api/v1/outbox/${id}/retry`).expect(204);
    expect(await list()).toMatchObject([{ id, stateName: '待寄', attempts: 0 }]);
    await send(null);
    expect(await list()).toMatchObject([{ id, stateName: '已寄' }]);
    await hub.as('office').post(`/api/v1/outbox/${id}/retry`).expect(404);
    await hub.as('office').post('/api/v1/outbox/99999/retry').expect(404);
  });

  it('sends again all that was given up to one domain, and nothing else', async () => {
    for (const from of ['a@qq.com', 'b@qq.com', 'c@163.com']) await write(from);
    await send(refused);
    const letters = await list();
    const ofQq = letters.find(({ to }) => to.endsWith('qq.com'))!;
    const { body } = await hub.as('keeper').post(`/api/v1/outbox/${ofQq.id}/domain-retry`).expect(200);
    expect(body).toEqual({ retried: 2 });
    expect((await list('office', '?state=dead')).map(({ to }) => to.slice(-7))).toEqual(['163.com']);
  });

  it('sends with the others of a domain none that may have arrived', async () => {
    await write('a@qq.com');
    for (const minutes of [1, 10]) await send(doubtful(), after(minutes));
    await write('b@qq.com');
    await send(refused, after(20));
    const [{ id }] = (await list('office', '?state=dead')) as [Shown];
    const { body } = await hub.as('office').post(`/api/v1/outbox/${id}/domain-retry`).expect(200);
    expect(body).toEqual({ retried: 1 });
    expect(await list('office', '?state=unknown')).toHaveLength(1);
  });

  it('shows an outcome that nobody knows while the letter is tried again and when it is not, and sends it once more where a person wants that', async () => {
    await write('wang.li@qq.com');
    await send(doubtful());
    expect(await list()).toMatchObject([{ state: 'unknown', stateName: '结果不明' }]);
    expect(await list('office', '?state=pending')).toEqual([]);
    await send(doubtful(), after(10));
    const [letter] = (await list('office', '?state=unknown')) as [Shown];
    expect(letter).toMatchObject({ retriable: true, attempts: 2, lastError: expect.stringContaining('核实') });
    expect(await send(null, after(600))).toBe(0);
    await hub.as('office').post(`/api/v1/outbox/${letter.id}/retry`).expect(204);
    expect(await send(null)).toBe(1);
    expect(await list()).toMatchObject([{ stateName: '已寄' }]);
  });

  it('tells that the mail server takes nothing, and for how long it rests', async () => {
    await write('wang.li@qq.com');
    const state = async () => (await hub.as('office').get('/api/v1/outbox/state').expect(200)).body as object;
    expect(await state()).toEqual({ server: null });
    await send(new Undelivered('server', '发信服务器不让登录'));
    expect(await state()).toEqual({ server: { error: '发信服务器不让登录', until: expect.any(String) } });
    await send(null, after(60));
    expect(await state()).toEqual({ server: null });
  });

  it('lets nobody touch or find a letter about an appeal that he may not know of', async () => {
    const number = await write('wang.li@qq.com', '你局某科长收受企业红包，要求查处。');
    await hub.staff('second', 'dispatcher');
    await hub.as('office').act(number, 'target', { aboutConduct: true, reason: '反映收受好处' }).expect(200);
    await hub.as('second').get(`/api/v1/appeals/${number}`).expect(404);
    await send(refused);
    const [{ id }] = (await list('keeper')) as [Shown];
    expect(await list('second')).toEqual([]);
    await hub.as('second').post(`/api/v1/outbox/${id}/retry`).expect(404);
    await hub.as('second').post(`/api/v1/outbox/${id}/domain-retry`).expect(404);
    expect(await list('keeper')).toMatchObject([{ id, appeal: null, subject: '回执', stateName: '寄不出' }]);
    await hub.as('keeper').post(`/api/v1/outbox/${id}/retry`).expect(204);
  });
});
