import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { FakeImap, refusing } from '../../support/fake-imap';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelSettings } from '@hub/settings';

const letter = 'From: li@example.com\r\nSubject: one\r\n\r\nx\r\n';

const mailbox = ({ host, port, user, password }: FakeImap): ChannelSettings => ({
  ...{ name: 'director', source: '局长信箱', type: 'mailbox', everySeconds: 5, host, port, user, password },
  ...{ tls: 'none', secure: false, certificate: 'verified', folder: 'INBOX', from: 'all' },
});

describeBothEngines('a running hub whose mailbox refuses it', (open) => {
  let server: FakeImap;
  afterEach(() => server.close());

  it('logs in once, tells why, and not again after a restart within the minute', async () => {
    server = await FakeImap.open(refusing());
    server.append([letter]);
    const { url } = await open();
    for (let starts = 0; starts < 2; starts++) {
      const hub = await Hub.open(url, { roles: 'api,portal,worker', channels: [mailbox(server)] });
      await hub.staff(`boss${starts}`, 'administrator');
      const state = async () => ((await hub.as(`boss${starts}`).get('/api/v1/channels')).body as { state: string }[])[0]!.state;
      for (let tries = 0; tries < 40 && (await state()) !== 'retrying'; tries++) await sleep(100);
      expect(await state()).toBe('retrying');
      await sleep(500);
      await hub.close();
    }
    expect(server.logins).toHaveLength(1);
  });
});
