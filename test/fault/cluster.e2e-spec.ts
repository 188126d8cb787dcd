// Takes a minute: run by hand with YXT_FULL_SIZE=1, see docs/operations.md.
import { Database } from '@hub/persistence';
import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { Galera, galeraMissing } from '../support/galera';
import { HubYard } from '../support/hub-yard';
import { describeUnless } from '../support/skip';

const missing = process.env.YXT_FULL_SIZE ? (galeraMissing() ?? dovecotMissing()) : '要一分钟，设 YXT_FULL_SIZE=1 才运行';

describeUnless(missing, 'a hub over a Galera cluster', () => {
  let cluster: Galera;
  let dovecot: Dovecot;
  let yard: HubYard;
  beforeAll(async () => {
    cluster = await Galera.open();
    dovecot = (await startDovecot())!;
    yard = await HubYard.open({ url: cluster.url(0), mailbox: dovecot, roles: 'worker,api' });
  }, 90_000);
  afterAll(async () => {
    await yard?.close();
    await dovecot?.stop();
    await cluster?.close();
  });

  it('finds on another node at once what was written on one', async () => {
    const other = await Database.open(cluster.url(1));
    let found = 0;
    for (let at = 0; at < 200; at++) {
      await yard.database.transaction((manager) =>
        manager.query('INSERT INTO channel_states (name, passes, taken, failures) VALUES (?, 0, 0, 0)', [`probe-${at}`]),
      );
      found += ((await other.reader.query('SELECT 1 FROM channel_states WHERE name = ?', [`probe-${at}`])) as unknown[]).length;
    }
    await other.close();
    expect(found).toBe(200);
  }, 60_000);

  it('goes on without one node, and says so when two are gone', async () => {
    const letters: string[] = [];
    const offer = async (count: number) => {
      for (let at = 0; at < count; at++) {
        letters.push(aMail());
        await dovecot.append(letters.at(-1)!);
      }
    };
    await offer(20);
    const hub = await yard.start({ hasten: 20 });
    await yard.registered(1);
    await cluster.kill(2);
    await offer(20);
    await yard.registered(letters.length);

    await cluster.kill(1);
    await offer(20);
    await yard.until('whoever watches hears of it', async () => {
      const { code, database } = await hub.ready();
      return code === 503 && database === 'unreachable';
    });
    expect(hub.lives).toBe(true);
    await hub.stop();
    expect(yard.exits).toEqual([]);
  }, 120_000);
});
