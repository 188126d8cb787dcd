import { ChannelLogService } from '@hub/casework';
import { HUB_TROUBLE_WORDS, instant, TROUBLE_WORDS } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { describeBothEngines } from '../../support/mariadb';
import { Hub } from '../../support/hub';

describeBothEngines('how channels fare', (open) => {
  let hub: Hub;
  let now: number;
  beforeEach(async () => {
    now = Date.parse('2026-11-24T01:00:00.000Z');
    hub = await Hub.open((await open()).url, { now: () => new Date(now) });
    await hub.staff('boss', 'administrator');
    await hub.app.get(UnitOfWork).run(({ workers }) => workers.sign('elsewhere:1:a', 60_000));
  });
  afterEach(() => hub.close());

  const log = () => hub.app.get(ChannelLogService);
  const refuse = (holdMs = 61_000) =>
    log().failed(
      'mail-drop',
      { message: '用户名或密码被拒（jz@example.test，imap.example.test:993）。', kind: 'login', holdMs },
      () => 5_000,
    );
  const ready = () => hub.as(null).get('/health/ready');
  const channel = async () => {
    const { body } = await hub.as('boss').get('/api/v1/channels').expect(200);
    return (body as { name: string; state: string; stateName: string; restUntil: string | null; nextAt: string | null }[]).find(
      ({ name }) => name === 'mail-drop',
    )!;
  };

  it('a refused login is tried again in a minute at the earliest and red within five', async () => {
    expect(await refuse()).toBe(61_000);
    expect(await channel()).toMatchObject({ state: 'retrying', stateName: '正在重试' });
    await ready().expect(200);
    now += 240_000;
    const { body } = await ready().expect(503);
    expect(body).toMatchObject({ status: 'trouble', channels: { 'mail-drop': 'failing', 'report-line': 'ok' } });
    expect((body as { troubles: unknown[] }).troubles).toEqual([
      {
        kind: 'login',
        channel: 'mail-drop',
        source: '局长信箱',
        since: '2026-11-24T09:00:00+08:00',
        message: TROUBLE_WORDS.login,
      },
    ]);
    expect(await channel()).toMatchObject({ state: 'stopped', stateName: '停了' });
  });

  it('the public page names no account and no host', async () => {
    for (let times = 0; times < 3; times++) await refuse();
    const { text } = await ready().expect(503);
    expect(text).not.toMatch(/jz@|imap\.example/);
  });

  it('is green again by itself after one pass that ended well', async () => {
    for (let times = 0; times < 3; times++) await refuse();
    await ready().expect(503);
    await log().passed('mail-drop', 2);
    await ready().expect(200);
    expect(await channel()).toMatchObject({ state: 'ok', stateName: '正常', restUntil: null });
  });

  it('a server that asks for a rest is given at least that', async () => {
    expect(await refuse(93_415)).toBe(93_415);
    expect(await log().holdMs('mail-drop')).toBe(93_415);
  });

  it('who asks for a try at once waits out a refusal first, and is heard then', async () => {
    await refuse();
    const early = await hub.as('boss').post('/api/v1/channels/mail-drop/retry').expect(429);
    expect((early.body as { detail: string }).detail).toContain('09:01:01 以后才能再试');
    expect(await log().isAsked('mail-drop')).toBe(false);
    now += 61_000;
    await hub.as('boss').post('/api/v1/channels/mail-drop/retry').expect(204);
    expect(await log().isAsked('mail-drop')).toBe(true);
    now += 1_000;
    await log().passed('mail-drop', 0);
    expect(await log().isAsked('mail-drop')).toBe(false);
    await hub.as('boss').post('/api/v1/channels/nowhere/retry').expect(404);
  });

  it('is red, and every channel stopped, once nobody gives a sign of life', async () => {
    await log().passed('mail-drop', 1, true);
    expect(await channel()).toMatchObject({ state: 'ok', listens: true, lastTakenAt: '2026-11-24T09:00:00+08:00' });
    await hub.app.get(UnitOfWork).run(({ workers }) => workers.sign('elsewhere:1:a', -1));
    const { body } = await ready().expect(503);
    expect(body).toMatchObject({ channels: { 'mail-drop': 'failing', 'report-line': 'failing' } });
    expect(body.troubles).toEqual([
      { kind: 'nobody', channel: null, source: null, since: null, message: HUB_TROUBLE_WORDS.nobody },
    ]);
    expect(await channel()).toMatchObject({ state: 'stopped', nextAt: null });
    expect((await hub.as('boss').get('/api/v1/channels/state').expect(200)).body.worked).toBe(false);
  });

  it('is red in an hour whose acknowledgements are spent, and green in the next', async () => {
    const { perHour } = hub.settings.office.acknowledgements;
    const spent = { hour: '2026-11-24T01', inHour: perHour, day: '2026-11-24', inDay: perHour };
    await hub.app.get(UnitOfWork).run(({ acknowledgements }) => acknowledgements.keep(new Map([['all', spent]]), new Set()));
    const { body } = await ready().expect(503);
    expect(body.troubles).toEqual([expect.objectContaining({ kind: 'acknowledgements', channel: null })]);
    const state = async () => (await hub.as('boss').get('/api/v1/channels/state').expect(200)).body;
    expect(await state()).toEqual({ worked: true, acknowledgementsUntil: '2026-11-24T10:00:00+08:00' });
    now += 3_600_000;
    await ready().expect(200);
    expect((await state()).acknowledgementsUntil).toBeNull();
  });

  it('is red once the mail server has refused three times in a row, and green when it takes a letter', async () => {
    const work = hub.app.get(UnitOfWork);
    const refused = (failures: number) =>
      work.run(({ outboxDomains }) =>
        outboxDomains.restServer(instant(now), { openAt: instant(now), failures, lastError: '连不上发信服务器' }),
      );
    for (const failures of [1, 2]) await refused(failures);
    await ready().expect(200);
    await refused(3);
    const { body } = await ready().expect(503);
    expect(body.troubles).toEqual([expect.objectContaining({ kind: 'sending', message: HUB_TROUBLE_WORDS.sending })]);
    await work.run(({ outboxDomains }) => outboxDomains.serverAnswered());
    await ready().expect(200);
  });

  it('says when a channel is looked at next', async () => {
    await log().passed('mail-drop', 0, false);
    const every = hub.settings.channels.find(({ name }) => name === 'mail-drop')!.everySeconds;
    expect(await channel()).toMatchObject({ listens: false, everySeconds: every, lastTakenAt: null });
    expect(Date.parse((await channel()).nextAt!)).toBe(now + every * 1000);
  });
});
