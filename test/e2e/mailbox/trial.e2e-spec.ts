import { setTimeout as sleep } from 'node:timers/promises';
import { tryOut } from '@hub/channels';
import { OperationsQuery } from '@hub/persistence';
import type { ChannelSettings } from '@hub/settings';
import { NEVER } from 'rxjs';
import { FakeImap, gmailLike, netease, refusing, type ImapProfile } from '../../support/fake-imap';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const mailbox = ({ host, port, user, password }: FakeImap): ChannelSettings => ({
  ...{ name: 'director', source: '局长信箱', type: 'mailbox', everySeconds: 5, host, port, user, password },
  ...{ tls: 'none', secure: false, certificate: 'verified', folder: 'INBOX', from: 'all' },
});
const letter = 'From: li@example.com\r\nSubject: one\r\n\r\nx\r\n';

describe('a channel that never answers', () => {
  it('is given up with a sentence, and let go of', async () => {
    let closed = false;
    const close = () => Promise.resolve(void (closed = true));
    const silent = { name: 'a', channel: 'site' as const, source: '东方网投诉中心', messages: () => NEVER, close };
    await expect(tryOut(silent, 20)).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/没有等到/) });
    expect(closed).toBe(true);
  });
});

describeBothEngines('a trial of a mailbox from the console', (open) => {
  let server: FakeImap;
  let hub: Hub;
  const begin = async (profile: ImapProfile, roles = 'api,portal') => {
    server = await FakeImap.open(profile);
    server.append([letter]);
    hub = await Hub.open((await open()).url, { channels: [mailbox(server)], roles });
    await hub.staff('boss', 'administrator');
  };
  afterEach(async () => {
    await hub.close();
    await server.close();
  });
  const probe = () => hub.as('boss').post('/api/v1/channels/director/probe');

  it('says what it found and registers nothing; two who press at once share one login', async () => {
    await begin(gmailLike());
    const [one, two] = await Promise.all([probe().expect(200), probe().expect(200)]);
    expect(one.body).toEqual({ ok: true, lines: expect.arrayContaining([expect.stringContaining('里有 1 封信')]) });
    expect(two.body).toEqual(one.body);
    expect(server.logins).toHaveLength(1);
    expect(await hub.app.get(OperationsQuery).countItems()).toEqual([]);
    await hub.as('boss').post('/api/v1/channels/nowhere/probe').expect(404);
  });

  it('tells a refusal, masked, and does not knock again within the minute', async () => {
    await begin(refusing());
    const { body } = await probe().expect(200);
    expect(body).toMatchObject({ ok: false, lines: [expect.stringContaining('密码')] });
    expect(JSON.stringify(body)).not.toContain('jz@example.test');
    expect((await probe().expect(429)).body.code).toBe('too-soon');
    await hub.as('boss').post('/api/v1/channels/director/retry').expect(429);
    expect(server.logins).toHaveLength(1);
  });

  it.each([
    ['listens where the server can', gmailLike(), true],
    ['is asked in turn where it cannot', netease(), false],
  ])('the running hub %s, and says that it lives', async (_, profile, listens) => {
    await begin(profile, 'api,portal,worker');
    const channel = async () => (await hub.as('boss').get('/api/v1/channels').expect(200)).body[0];
    for (let tries = 0; tries < 100 && (await channel()).state !== 'ok'; tries++) await sleep(100);
    expect(await channel()).toMatchObject({ state: 'ok', listens, lastTakenAt: expect.any(String) });
    await hub.as(null).get('/health/ready').expect(200);
  });
});
