import { createHmac } from 'node:crypto';
import { WebhookService } from '@hub/casework';
import { GuardedHttp } from '@hub/http';
import { WebhookCourier } from '@hub/outbound';
import { Database, Secrets, UnitOfWork } from '@hub/persistence';
import { ago, hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { ListeningSystem } from '../../support/listening-system';
import { describeBothEngines } from '../../support/mariadb';
import { otherSystem, type OtherSystem } from '../../support/other-system';
import { emptied } from '../../support/stored';

const HERE = ['127.0.0.1'];

describeBothEngines('webhooks', (open) => {
  let hub: Hub;
  let lines: string[];
  let system: OtherSystem;
  let listener: ListeningSystem;
  let keys = 0;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { office: { webhooks: { allowInward: HERE, keepDays: 30 } } });
    await hireBureau(hub);
    await hub.staff('admin', 'administrator');
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    lines = [];
    await emptied(hub.app.get(Database), ['webhook_deliveries', 'webhook_subscriptions']);
    system = await otherSystem(hub);
    listener = await ListeningSystem.open();
  });
  afterEach(() => listener.close());

  const courier = (http = new GuardedHttp({ allowInward: HERE, maxHops: 0, headersMs: 300, totalMs: 400 })) =>
    new WebhookCourier(hub.app.get(UnitOfWork), hub.app.get(Secrets), http, { log: { warn: (line) => lines.push(line) } });
  const subscribe = async (change: object = {}): Promise<{ id: number; secret: string }> => {
    const form = { name: '区城运平台', url: listener.url, events: ['registered', 'assigned', 'answered', 'closed'], ...change };
    return (await hub.as('admin').post('/api/v1/webhooks', form).expect(201)).body;
  };
  const handIn = async (change: object = {}): Promise<string> => {
    const form = { text: '兰溪路工地半夜打桩，我叫欧阳敏', name: '欧阳敏', phone: '13900001234', kind: 'complaint', ...change };
    return (await system.submission(`key-${++keys}`).send(form).expect(201)).body.number;
  };
  const told = (of = listener) => of.heard.map(({ body }) => JSON.parse(body));
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const deliveries = async () => (await hub.as('admin').get('/api/v1/webhook-deliveries').expect(200)).body;

  it('tell the system that handed an appeal in what becomes of it, in numbers and states', async () => {
    await subscribe({ tokenId: system.id });
    const number = await handIn({ outsideNumber: 'A-1', receivedAt: ago(4) });
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    await hub.as('office').act(number, 'withdrawal', { reason: '来电人要求撤回' }).expect(200);
    await new WalkedAppeal(hub).assigned();
    expect(await courier().runOnce()).toBe(3);
    expect(told().map(({ type, data }) => [type, data])).toEqual([
      ['appeal.registered', { number, outsideNumber: 'A-1', status: 'received' }],
      ['appeal.assigned', { number, outsideNumber: 'A-1', status: 'assigned' }],
      ['appeal.closed', { number, outsideNumber: 'A-1', status: 'withdrawn' }],
    ]);
    expect(listener.heard.map(({ body }) => body).join()).not.toMatch(/欧阳敏|13900001234|兰溪路|打桩/);
  });

  it('are forgotten a month after they were told, but not what nobody took', async () => {
    await subscribe({ tokenId: system.id });
    await handIn();
    await courier().runOnce();
    listener.answer = 503;
    await handIn();
    await courier().runOnce();
    const { writer } = hub.app.get(Database);
    await writer.query("UPDATE webhook_deliveries SET createdAt = '2026-01-01T00:00:00.000Z'");
    const sweep = () => hub.app.get(WebhookService).sweep();
    expect(await sweep()).toBe(0);
    await writer.query("UPDATE webhook_deliveries SET sentAt = '2026-01-01T00:00:00.000Z' WHERE sentAt IS NOT NULL");
    expect(await sweep()).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'pending' }]);
  });

  it('are signed, so that the system knows whose word it is', async () => {
    const { secret } = await subscribe({ tokenId: system.id });
    await handIn();
    await courier().runOnce();
    const [{ headers, body }] = listener.heard as [(typeof listener.heard)[number]];
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    expect([key.length, headers['content-type'], headers['webhook-id']]).toEqual([32, 'application/json', JSON.parse(body).id]);
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    const rows = await hub.app.get(Database).reader.query('SELECT * FROM webhook_subscriptions');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('of everything tell nobody of what is confidential; whoever handed it in hears of it', async () => {
    const everything = await ListeningSystem.open();
    await subscribe({ url: everything.url, events: ['registered', 'answered'] });
    await subscribe({ tokenId: system.id });
    const stranger = await otherSystem(hub);
    const strangers = await ListeningSystem.open();
    await subscribe({ url: strangers.url, tokenId: stranger.id });
    const plain = await handIn();
    const report = await handIn({ kind: 'report' });
    const walked = await new WalkedAppeal(hub).answered();
    await courier().runOnce();
    expect(
      told(everything)
        .map(({ type, data }) => `${type} ${data.number}`)
        .sort(),
    ).toEqual([`appeal.registered ${plain}`, `appeal.registered ${walked}`, `appeal.answered ${walked}`].sort());
    expect(told().map(({ data }) => data.number)).toEqual([plain, report]);
    expect(told(strangers)).toEqual([]);
    await Promise.all([everything.close(), strangers.close()]);
  });

  it('owe nothing for what was not kept', async () => {
    await subscribe({ tokenId: system.id });
    await system.submission(`key-${++keys}`).send({ text: '没有类型', kind: 'praise' }).expect(400);
    const number = await handIn();
    await hub.as('office').act(number, 'assignment', { unitId: 'nowhere' });
    await courier().runOnce();
    expect(told().map(({ type }) => type)).toEqual(['appeal.registered']);
  });

  it('are told again under the same id until they are taken', async () => {
    await subscribe({ tokenId: system.id });
    await handIn();
    listener.answer = 503;
    await courier().runOnce();
    expect(await courier().runOnce()).toBe(0);
    listener.answer = 200;
    expect(await courier().runOnce(later(2))).toBe(1);
    expect(new Set(told().map(({ id }) => id)).size).toBe(1);
    expect(new Set(listener.heard.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(0);
    expect(await courier().runOnce(later(60))).toBe(0);
    expect(await deliveries()).toEqual([expect.objectContaining({ state: 'sent', attempts: 2, lastError: null })]);
  });

  it('to an address that hangs delay no other, and it is left to rest', async () => {
    const hanging = await ListeningSystem.open();
    hanging.answer = null;
    await subscribe({ name: '卡住的', url: hanging.url, tokenId: system.id });
    await subscribe({ name: '好的', tokenId: system.id });
    for (let at = 0; at < 5; at++) await handIn();
    await courier().runOnce();
    expect([hanging.heard.length, listener.heard.length]).toEqual([1, 5]);
    const list = (await hub.as('office').get('/api/v1/webhooks').expect(200)).body;
    expect(list).toEqual([
      expect.objectContaining({ name: '卡住的', pending: 5, trouble: expect.objectContaining({ failures: 1 }) }),
      expect.objectContaining({ name: '好的', pending: 0, trouble: null }),
    ]);
    await hanging.close();
  });

  it('that cannot be delivered wait for a person, who has them told again', async () => {
    const { id } = await subscribe({ tokenId: system.id });
    await handIn();
    listener.answer = 500;
    for (let day = 0; day < 13; day++) await courier().runOnce(later(day * 24 * 60));
    const [dead] = await deliveries();
    expect(dead).toMatchObject({ state: 'dead', lastError: expect.stringContaining('500') });
    expect(lines.join()).toContain('送不到');
    expect((await hub.as('office').post(`/api/v1/webhook-deliveries/${dead.id}/retry`)).status).toBe(403);
    listener.answer = 200;
    await hub.as('admin').post(`/api/v1/webhook-deliveries/${dead.id}/retry`).expect(204);
    expect(await courier().runOnce(later(1))).toBe(1);
    expect((await deliveries())[0]).toMatchObject({ state: 'sent' });
    expect((await hub.as('admin').post(`/api/v1/webhooks/${id}/retry`).expect(200)).body).toEqual({ retried: 0 });
  });

  it('follow no redirect and never go inward unless the office has named the host', async () => {
    await subscribe({ tokenId: system.id });
    await handIn();
    listener.answer = 302;
    listener.headers = { location: listener.url };
    await courier().runOnce();
    expect(listener.heard).toHaveLength(1);
    listener.answer = 200;
    await courier(new GuardedHttp({ maxHops: 0, ports: [Number(new URL(listener.url).port)] })).runOnce(later(10));
    expect(listener.heard).toHaveLength(1);
    expect((await deliveries())[0]).toMatchObject({ state: 'dead', lastError: expect.stringContaining('内部网络') });
  });

  it.each([
    'http://example.org/hook',
    'https://user:pass@example.org/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'ftp://example.org/',
    'example.org',
  ])('are not taken for %s', async (url) => {
    const form = { name: '平台', url, events: ['closed'] };
    const { body } = await hub.as('admin').post('/api/v1/webhooks', form).expect(400);
    expect(body.hint).toEqual(expect.any(String));
  });

  it('end with their token, and rest while they are paused', async () => {
    const { id } = await subscribe({ tokenId: system.id });
    await hub.as('admin').post(`/api/v1/webhooks/${id}/pause`).expect(204);
    await handIn();
    await hub.as('admin').post(`/api/v1/webhooks/${id}/resumption`).expect(204);
    const number = await handIn();
    await courier().runOnce();
    expect(told().map(({ data }) => data.number)).toEqual([number]);
    await hub.as('admin').post(`/api/v1/api-tokens/${system.id}/revocation`).expect(204);
    await hub.as('office').act(number, 'withdrawal', { reason: '要求撤回' }).expect(200);
    await courier().runOnce(later(1));
    expect(listener.heard).toHaveLength(1);
  });
});
