import { setTimeout as rest } from 'node:timers/promises';
import { aMail, withPhoto } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type HubProcess, HubYard } from '../support/hub-yard';
import { messageIdOf } from '../support/invariants';
import { mariadbMissing } from '../support/mariadb';
import { OwnMariadb } from '../support/own-mariadb';
import { randomFrom } from '../support/random';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { TcpProxy } from '../support/tcp-proxy';

const ENDS = ['SIGTERM', 'SIGKILL', 'SIGKILL'] as const;

describeUnless(dovecotMissing() ?? mariadbMissing(), 'a database server that ends and comes back', () => {
  let mariadb: OwnMariadb;
  let dovecot: Dovecot;
  let imap: TcpProxy;
  let smtp: TcpProxy;
  let sink: SmtpSink;
  let yard: HubYard;
  let hub: HubProcess;
  const letters: string[] = [];
  const random = randomFrom('stopped database');
  const offer = async (count: number) => {
    for (let at = 0; at < count; at++) {
      const letter = aMail({ from: `citizen@place-${letters.length}.example` });
      letters.push(letters.length % 6 ? letter : withPhoto(letter, '风机.jpg', Buffer.alloc(20_000, letters.length)));
      await dovecot.append(letters.at(-1)!);
    }
  };
  const isReady = async (wanted: { code: number; database: string }) => {
    const { code, database } = await hub.ready();
    return code === wanted.code && database === wanted.database;
  };
  /** Ends the server, sees the hub say so, and starts the server again; the hub is left alone all the while. */
  const outage = async (signal: (typeof ENDS)[number], ms = 0) => {
    await mariadb.end(signal);
    await yard.until('the hub says that it has no database', () => isReady({ code: 503, database: 'unreachable' }));
    await rest(ms);
    await mariadb.start();
    await yard.until('the hub says that all is well', () => isReady({ code: 200, database: 'ok' }));
  };

  beforeAll(async () => {
    mariadb = await OwnMariadb.open();
    dovecot = (await startDovecot())!;
    sink = await SmtpSink.open();
    // Slow lines spread the work over the moments at which the server ends.
    imap = await TcpProxy.open(dovecot.port);
    imap.behave({ down: { kind: 'latency', ms: 3 } });
    smtp = await TcpProxy.open(sink.port);
    yard = await HubYard.open({ url: mariadb.url, mailbox: { ...dovecot, port: imap.port }, smtp: smtp.port });
    hub = await yard.start({ hasten: 100 });
  }, 60_000);
  afterAll(async () => {
    await yard?.close();
    await imap.close();
    await smtp.close();
    await sink.close();
    await dovecot.stop();
    await mariadb.close();
  });

  it('is outlived by the hub, which takes in every letter once', async () => {
    for (const signal of ENDS) {
      const before = letters.length;
      // Letters keep coming, so that the server ends while they are taken in, wherever that may be.
      let back = false;
      const coming = (async () => {
        for (; !back; await rest(60)) await offer(1);
      })();
      await yard.registered(before + 1);
      await rest(random(300));
      await outage(signal).finally(() => (back = true));
      await coming;
    }
    await yard.registered(letters.length);
    await yard.delivered();

    expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    expect(await yard.count('appeals')).toBe(letters.length);
  }, 180_000);

  it('costs no letter that goes out meanwhile, and sends none twice', async () => {
    const already = sink.messages.length;
    smtp.behave({ up: { kind: 'latency', ms: 60 } });
    for (const signal of ENDS.slice(0, 2)) {
      const sunk = sink.messages.length;
      await offer(20);
      await yard.until('letters are on their way', () => sink.messages.length > sunk + 2);
      await outage(signal, 3_000);
      await yard.registered(letters.length);
      await yard.delivered();
    }
    await yard.stopAll();

    const ids = sink.messages.slice(already).map(({ raw }) => messageIdOf(raw));
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
  }, 180_000);
});
