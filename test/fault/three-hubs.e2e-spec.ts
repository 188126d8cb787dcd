import { setTimeout as rest } from 'node:timers/promises';
import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type HubProcess, HubYard, LEASE_SECONDS } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { TcpProxy } from '../support/tcp-proxy';

const LETTERS = 100;

describeUnless(dovecotMissing(), 'three hubs', () => {
  describeBothEngines('at one mailbox', (open) => {
    let dovecot: Dovecot;
    let line: TcpProxy;
    let yard: HubYard;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      // A slow line, so that a hub is met in the middle of its work.
      line = await TcpProxy.open(dovecot.port);
      line.behave({ down: { kind: 'latency', ms: 5 } });
      yard = await HubYard.open({ url: (await open()).url, mailbox: { ...dovecot, port: line.port } });
    });
    afterAll(async () => {
      await yard?.close();
      await line.close();
      await dovecot.stop();
    });

    it(`register ${LETTERS} letters once, though the one that reads is killed and the next sleeps through its lease`, async () => {
      const letters: string[] = [];
      const offer = async (count: number) => {
        for (let at = 0; at < count; at++) {
          letters.push(aMail());
          await dovecot.append(letters.at(-1)!);
        }
      };
      const lease = async () => {
        const [row] = (await yard.database.reader.query('SELECT owner, token FROM channel_leases')) as {
          owner: string | null;
          token: number;
        }[];
        return { owner: row?.owner ?? '', token: row?.token ?? 0 };
      };
      const hubs: HubProcess[] = [];
      const reader = async () => {
        const { owner } = await lease();
        return hubs.find(({ pid, lives }) => lives && owner.split(':').includes(String(pid)));
      };
      /** Whoever reads now, met while letters are on their way to it. */
      const atWork = async (not?: HubProcess) => {
        let found: HubProcess | undefined;
        const connections = line.connections;
        await yard.until('somebody reads the mailbox', async () => {
          found = await reader();
          return found !== undefined && found !== not && (connections === 0 ? line.connections > 0 : true);
        });
        return found!;
      };
      await offer(LETTERS / 2);
      for (let at = 0; at < 3; at++) hubs.push(await yard.start({ hasten: 20 }));

      const first = await atWork();
      await rest(100);
      await first.kill();
      await offer(LETTERS / 4);
      const second = await atWork(first);
      const before = await lease();
      await rest(100);
      second.signal('SIGSTOP');
      await offer(LETTERS / 4);
      await rest(2 * LEASE_SECONDS * 1000);
      const third = await atWork(second);
      await yard.registered(LETTERS);
      second.signal('SIGCONT');
      // The woken one goes on where it was, and then finds that the mailbox is another's.
      await rest(1_500);
      const after = await lease();
      await offer(1);
      await yard.registered(letters.length);
      await yard.stopAll();

      expect(after.token).toBeGreaterThan(before.token);
      expect(after.owner.split(':')).toContain(String(third.pid));
      expect(await yard.breaches({ offered: letters })).toEqual([]);
      expect(await yard.count('appeals')).toBe(letters.length);
    }, 150_000);
  });
});
