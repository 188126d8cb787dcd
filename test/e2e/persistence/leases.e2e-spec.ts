import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { ChannelLeases } from '@hub/casework';
import { Database, LeaseLost, UnitOfWork, type Claim, type Fence } from '@hub/persistence';
import { setTimeout as rest } from 'node:timers/promises';
import { describeBothEngines } from '../../support/mariadb';
import { openStored } from '../../support/stored';

const TTL = 600;
const fenceOf = (claim: Claim): Fence => {
  if ('fence' in claim) return claim.fence;
  throw new Error(`held by ${claim.heldBy}`);
};

describeBothEngines('the lease on a channel', (open) => {
  const databases: Database[] = [];
  const hubs: ChannelLeases[] = [];
  let url: string;
  let works: UnitOfWork[];

  beforeEach(async () => {
    const opened = await open();
    url = opened.url;
    const first = await openStored(url);
    databases.push(first.database);
    works = [first.work];
    for (let more = 0; more < 2; more++) {
      const database = await Database.open(url);
      databases.push(database);
      works.push(new UnitOfWork(database, first.secrets));
    }
  });
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.release(['director', 'hotline'])));
    await Promise.all(databases.splice(0).map((database) => database.close()));
  });

  const hub = (at: number, ttl = TTL) => {
    const leases = new ChannelLeases(works[at]!, ttl, `hub-${at}-${hubs.length}`);
    hubs.push(leases);
    return leases;
  };
  const write = (at: number, fence: Fence) =>
    works[at]!.run(async ({ intake, leases }) => {
      if (!(await leases.hold(fence))) throw new LeaseLost(fence.name);
      await intake.moveCursor({ channel: 'director', position: `by ${at}` });
    });
  const position = () => works[0]!.run(async ({ intake }) => (await intake.stateOf('director'))?.position);

  it('is had by one of several processes that ask at once', async () => {
    const claims = await Promise.all([hub(0), hub(1), hub(2)].map((one) => one.claim('director')));
    expect(claims.filter((claim) => 'fence' in claim)).toHaveLength(1);
    expect(claims.filter((claim) => 'heldBy' in claim && /^hub-/.test(claim.heldBy))).toHaveLength(2);
  });

  it('is one for each channel', async () => {
    await hub(0).claim('director');
    expect(await hub(1).claim('hotline')).toHaveProperty('fence');
  });

  it('stays with a process that lives, however long that is', async () => {
    await hub(0).claim('director');
    await rest(2.5 * TTL);
    expect(await hub(1).claim('director')).toHaveProperty('heldBy');
  });

  it('is another’s at once after a clean stop', async () => {
    const [first, second] = [hub(0), hub(1)];
    await first.claim('director');
    expect(await second.claim('director')).toHaveProperty('heldBy');
    await first.release(['director', 'hotline']);
    expect(await second.claim('director')).toHaveProperty('fence');
  });

  it('goes to another when its time is over, and what the first still writes is refused', async () => {
    const stopped = fenceOf(await works[0]!.run(({ leases }) => leases.claim('director', 'stopped', TTL)));
    await write(0, stopped);
    const second = hub(1);
    const claim = await second.claim('director');
    if ('fence' in claim) throw new Error('taken too early');
    for (const until = Date.now() + 10 * TTL; Date.now() < until && !('fence' in (await second.claim('director')));)
      await rest(second.waitMs(claim));
    await write(1, fenceOf(await second.claim('director')));
    await expect(write(0, stopped)).rejects.toThrow(LeaseLost);
    expect(await position()).toBe('by 1');
  });

  it('that ended without a successor is still good, and prolonged by writing', async () => {
    const mine = fenceOf(await works[0]!.run(({ leases }) => leases.claim('director', 'slow', 50)));
    await rest(100);
    await write(0, { ...mine, ttlMs: 30_000 });
    expect(await hub(1).claim('director')).toHaveProperty('heldBy', 'slow');
  });

  it('is not waited for where its process has died on this machine', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const dead = `${hostname().slice(0, 60)}:${pid}:x`;
    const mine = fenceOf(await works[0]!.run(({ leases }) => leases.claim('director', dead, 30_000)));
    expect(await hub(1, 30_000).claim('director')).toHaveProperty('fence');
    await expect(write(0, mine)).rejects.toThrow(LeaseLost);
  });

  it('gives nothing to a holder that gave it back', async () => {
    const mine = fenceOf(await works[0]!.run(({ leases }) => leases.claim('director', 'gone', TTL)));
    await works[0]!.run(({ leases }) => leases.release(mine));
    await expect(write(0, mine)).rejects.toThrow(LeaseLost);
  });

  it('is noticed as lost by the process that had it', async () => {
    const first = hub(0, TTL);
    await first.claim('director');
    // As it would be after the first had stood still for long.
    await works[1]!.run(({ leases }) => leases.release({ name: 'director', token: 1, ttlMs: TTL }));
    await works[1]!.run(({ leases }) => leases.claim('director', 'thief', 30_000));
    await rest(TTL);
    expect(await first.claim('director')).toHaveProperty('heldBy', 'thief');
  });

  it('cannot be kept for ever by a clock that was put back', async () => {
    await works[0]!.run(({ leases }) => leases.claim('director', 'dead', 3_600_000));
    expect(await hub(1).claim('director')).toHaveProperty('fence');
  });
});
