import { Database } from '@hub/persistence';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { otherSystem } from '../../support/other-system';

const LETTER = { text: '工地夜里施工太吵' };

describeBothEngines('tokens of other systems', (open) => {
  let hub: Hub;
  let now = new Date('2026-05-11T10:00:00+08:00');
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 90 });
    await hub.staff('admin', 'administrator');
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  it('are shown once and kept as a hash', async () => {
    const { token } = await otherSystem(hub);
    expect(Buffer.from(token.slice('yxt_'.length), 'base64url')).toHaveLength(32);
    const rows = await hub.app.get(Database).reader.query('SELECT * FROM api_tokens');
    expect(JSON.stringify(rows)).not.toContain(token);
    const list = await hub.as('admin').get('/api/v1/api-tokens').expect(200);
    expect(JSON.stringify(list.body)).not.toContain(token.slice(0, -4));
    expect(list.body.at(-1)).toMatchObject({ ending: token.slice(-4), state: 'active', scopes: ['intake', 'read-own'] });
  });

  it('open what their scopes say and nothing else', async () => {
    const reader = await otherSystem(hub, { scopes: ['read-own'] });
    const refused = await reader.submission('k1').send(LETTER).expect(403);
    expect(refused.body).toMatchObject({ code: 'token-scope', hint: expect.any(String) });
    await reader.get('/api/v1/appeals').expect(401);
  });

  it('end when they are revoked, renewed or expired', async () => {
    const revoked = await otherSystem(hub);
    await hub.as('admin').post(`/api/v1/api-tokens/${revoked.id}/revocation`).expect(204);
    const gone = await revoked.submission('k1').send(LETTER).expect(401);
    expect([gone.body.code, gone.headers['www-authenticate']]).toEqual(['token-revoked', 'Bearer']);
    await hub.as('admin').post(`/api/v1/api-tokens/${revoked.id}/renewal`).expect(404);

    const renewed = await otherSystem(hub);
    const { token } = (await hub.as('admin').post(`/api/v1/api-tokens/${renewed.id}/renewal`).expect(200)).body;
    await renewed.submission('k1').send(LETTER).expect(401);
    await renewed.submission('k1').set('Authorization', `bearer ${token}`).send(LETTER).expect(201);

    const short = await otherSystem(hub, { expiresAt: '2026-05-11T11:00:00+08:00' });
    await short.submission('k1').send(LETTER).expect(201);
    now = new Date('2026-05-11T11:00:00+08:00');
    expect((await short.submission('k2').send(LETTER).expect(401)).body.code).toBe('token-expired');
  });

  it('are slowed each by itself, and told when to come again', async () => {
    const hasty = await otherSystem(hub, { perMinute: 2, scopes: ['read-own'] });
    const patient = await otherSystem(hub, { perMinute: 2, scopes: ['read-own'] });
    const ask = ({ get }: typeof hasty) => get('/api/v1/intake/YXT-20260511-9999');
    expect([(await ask(hasty)).status, (await ask(hasty)).status]).toEqual([404, 404]);
    const slowed = await ask(hasty).expect(429);
    expect([slowed.headers['retry-after'], slowed.body.code]).toEqual(['30', 'too-often']);
    await ask(patient).expect(404);
    now = new Date(now.getTime() + 30_000);
    await ask(hasty).expect(404);
  });

  it('are refused unless name, source and scopes make sense', async () => {
    const form = { name: '平台', source: '12345', scopes: ['intake'] };
    const post = (change: object) => hub.as('admin').post('/api/v1/api-tokens', { ...form, ...change });
    for (const change of [{ name: ' ' }, { scopes: [] }, { scopes: ['all'] }, { perMinute: 0 }, { expiresAt: '2020-01-01' }])
      expect((await post(change).expect(400)).body.hint).toEqual(expect.any(String));
  });

  it('leave each step in the audit chain, under the name of who did it', async () => {
    const { id } = await otherSystem(hub);
    await hub.as('admin').post(`/api/v1/api-tokens/${id}/renewal`).expect(200);
    await hub.as('admin').post(`/api/v1/api-tokens/${id}/revocation`).expect(204);
    const rows = await hub.app
      .get(Database)
      .reader.query('SELECT action, actorName FROM audit_entries WHERE subject = ? ORDER BY sequence', [`api-token ${id}`]);
    expect(rows).toEqual(['token.add', 'token.renew', 'token.revoke'].map((action) => ({ action, actorName: 'admin君' })));
  });
});
