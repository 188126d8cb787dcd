import { ImapChannel, takeIn, type ImapOptions } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { firstValueFrom, lastValueFrom, map, toArray } from 'rxjs';
import { pump } from '../../../apps/hub/src/worker/pump';
import { aMail } from '../../factories/letter';
import { directorsMailbox } from '../../factories/mailbox';
import { type Dovecot, dovecotMissing, startDovecot } from '../../support/dovecot';
import { describeUnless } from '../../support/skip';

describeUnless(dovecotMissing(), 'a mailbox over days', () => {
  let dovecot: Dovecot;
  let position: string | null = null;
  const channels: ImapChannel[] = [];
  beforeEach(async () => {
    dovecot = (await startDovecot())!;
    position = null;
  });
  afterEach(async () => {
    await Promise.all(channels.splice(0).map((channel) => channel.close()));
    await dovecot.stop();
  });

  const open = (more: Partial<ImapOptions> = {}) => {
    const channel = new ImapChannel({
      ...directorsMailbox(dovecot),
      cursor: () => Promise.resolve(position),
      begin: (given) => Promise.resolve((position ??= given)),
      ...more,
    });
    channels.push(channel);
    return channel;
  };
  const uidOf = ({ sourceKey }: InboundMessage) => Number(sourceKey.split(':').at(-1));
  const accept = async (batch: readonly InboundMessage[], turn: Promise<unknown>) => {
    await Promise.all(batch.map(({ original }) => original.load()));
    await turn;
    position = batch.at(-1)!.cursor!.position;
    await Promise.all(batch.map(({ settle }) => settle!()));
    return [...batch];
  };
  const pass = async (channel: ImapChannel) => (await lastValueFrom(takeIn({ accept }, channel).pipe(toArray()))).flat();
  const until = async (holds: () => boolean, seconds = 20) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end && !holds();) await rest(20);
    expect(holds()).toBe(true);
  };

  it('is read at once when a letter comes, however long the rest between two passes is', async () => {
    const taken: number[] = [];
    let passes = 0;
    const running = pump([{ channel: open(), rest: 3_600_000 }], {
      claim: async (name) => ({ fence: { name, token: 1, ttlMs: 1000 } }),
      waitMs: () => 1000,
      lost: () => undefined,
      takeIn: (channel) =>
        takeIn({ accept }, channel).pipe(
          map((batch) => {
            taken.push(...batch.map(uidOf));
            return batch.length;
          }),
        ),
      passed: async () => void (passes += 1),
      failed: async () => 1000,
    }).subscribe();
    await until(() => passes === 1);
    for (let uid = 1; uid <= 2; uid++) {
      await dovecot.append(aMail());
      await until(() => taken.length === uid);
    }
    expect(taken).toEqual([1, 2]);
    running.unsubscribe();
  });

  it('notices that its line is dead while it waits, and the next pass takes another', async () => {
    const line = await lineTo(dovecot.port);
    const channel = open({ port: line.port, patience: { answerMs: 700, idleMs: 2_000 } });
    expect(await pass(channel)).toEqual([]);
    const waiting = channel.hints().subscribe();
    await rest(300);
    line.swallow();
    await until(() => line.closedByClient === 1);
    waiting.unsubscribe();
    await dovecot.append(aMail());
    expect((await pass(channel)).map(uidOf)).toEqual([1]);
    await channel.close();
    line.server.close();
  });

  it('waits on through many renewals of IDLE', async () => {
    const channel = open({ patience: { answerMs: 5_000, idleMs: 300 } });
    await pass(channel);
    const hint = firstValueFrom(channel.hints().pipe(map(() => 'heard')));
    await rest(1_500);
    await dovecot.append(aMail());
    expect(await Promise.race([hint, rest(15_000, 'not heard')])).toBe('heard');
  });

  it('takes a new letter before thousands of old ones, and passes over none when it is broken off and begun again', async () => {
    const old = 2_000;
    for (let at = 0; at < old; at++) await dovecot.append(aMail(), new Date('2026-03-02T02:00:00Z'));
    const seen: InboundMessage[] = [];
    const take = async (batch: readonly InboundMessage[]) => {
      await accept(batch, Promise.resolve());
      seen.push(...batch);
    };
    let batches = open().batches();
    await take((await batches.next()).value as InboundMessage[]);
    expect(JSON.parse(position!)).toMatchObject({ uid: old, back: [50, old] });
    await dovecot.append(aMail());
    await rest(5_100);
    await take((await batches.next()).value as InboundMessage[]);
    expect(uidOf(seen.at(-1)!)).toBe(old + 1);
    expect(JSON.parse(position!)).toMatchObject({ uid: old + 1, back: [50, old] });
    expect(seen.filter((one) => !one.old).map(uidOf)).toEqual([old + 1]);

    await batches.return(undefined);
    await dovecot.append(aMail());
    batches = open().batches();
    for await (const batch of batches) await take(batch);
    expect(uidOf(seen[51]!)).toBe(old + 2);
    expect(seen.map(uidOf).sort((a, b) => a - b)).toEqual(Array.from({ length: old + 2 }, (_, at) => at + 1));
    expect(JSON.parse(position!)).not.toHaveProperty('back');
    expect(await pass(open())).toEqual([]);
  }, 120_000);

  it('that begins now asks for no old letter at all', async () => {
    for (let at = 0; at < 300; at++) await dovecot.append(aMail());
    const channel = open({ from: 'now' });
    expect(await pass(channel)).toEqual([]);
    expect(JSON.parse(position!)).toMatchObject({ uid: 300 });
    await dovecot.append(aMail());
    expect((await pass(channel)).map(uidOf)).toEqual([301]);
  });
});

/** A line to the server that can be made to carry nothing any more without being closed, as when a router forgets it. */
async function lineTo(port: number) {
  const silenced = new Set<Socket>();
  const clients: Socket[] = [];
  const line = {
    port: 0,
    closedByClient: 0,
    server: null as unknown as Server,
    swallow: () => clients.forEach((client) => silenced.add(client)),
  };
  line.server = createServer((client) => {
    clients.push(client);
    const upstream = connect(port, '127.0.0.1');
    client.on('data', (chunk) => silenced.has(client) || upstream.write(chunk));
    upstream.on('data', (chunk) => silenced.has(client) || client.write(chunk));
    client.on('error', () => undefined).on('close', () => ((line.closedByClient += 1), upstream.destroy()));
    upstream.on('error', () => undefined).on('close', () => silenced.has(client) || client.destroy());
  });
  await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
  line.port = (line.server.address() as AddressInfo).port;
  return line;
}
