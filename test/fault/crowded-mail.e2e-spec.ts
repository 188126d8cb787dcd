// The small one of full-size.e2e-spec.ts.
import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type HubProcess, HubYard } from '../support/hub-yard';
import { type OpenedDatabase, openSqlite } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { p95, Visitors } from '../support/visitors';

const LOUD = 150;
const OTHERS = 150;
const HANDS = 4;

describeUnless(dovecotMissing(), 'a hub in a crowd of letters', () => {
  let dovecot: Dovecot;
  let sink: SmtpSink;
  let database: OpenedDatabase;
  let yard: HubYard;
  let hub: HubProcess;
  const letters: string[] = [];
  beforeAll(async () => {
    dovecot = (await startDovecot())!;
    sink = await SmtpSink.open();
    database = await openSqlite();
    yard = await HubYard.open({ url: database.url, mailbox: dovecot, smtp: sink.port, roles: 'worker,api,portal' });
    hub = await yard.start({ hasten: 20 });
    await yard.until('it serves', () => hub.serves());
  });
  afterAll(async () => {
    await yard?.close();
    await database.dispose();
    await sink.close();
    await dovecot.stop();
  });

  const offer = async (from: string) => {
    letters.push(aMail({ from }));
    await dovecot.append(letters.at(-1)!);
  };
  const acksTo = (address: string) => sink.messages.filter(({ envelope }) => envelope.to[0] === address).length;
  const allIn = () =>
    yard.until('all are in', async () => (await yard.count("intake_items WHERE channel = 'mailbox'")) === letters.length);
  const breaches = async () => {
    const all = await yard.breaches({ offered: letters, sunk: sink.messages });
    return all.filter((breach) => !breach.startsWith('I1: nobody sent'));
  };

  it('takes all that one sender and as many others write, answers him a few times and each of them once', async () => {
    const visitors = await Visitors.at(hub, yard);
    for (let at = 0; at < LOUD; at++) await offer('loud@flood.example');
    for (let at = 0; at < OTHERS; at++) await offer(`citizen@place-${at}.example`);
    await allIn();
    await yard.delivered();
    expect(p95(await visitors.leave())).toBeLessThan(1_000);
    expect(acksTo('loud@flood.example')).toBe(3);
    for (let at = 0; at < OTHERS; at++) expect(acksTo(`citizen@place-${at}.example`)).toBe(1);
    expect(await breaches()).toEqual([]);
  });

  it('holds no more letters than it has hands for a mail server that says nothing, alarms when it takes none, and sends all later', async () => {
    sink.behave({ kind: 'hang' });
    sink.cut();
    const visitors = await Visitors.at(hub, yard);
    for (let at = 0; at < 40; at++) await offer(`patient@place-${at}.example`);
    await allIn();
    await yard.until('its hands are full', async () => (await yard.count("outbox_letters WHERE state = 'sending'")) === HANDS);
    expect(p95(await visitors.leave())).toBeLessThan(1_000);
    expect(await yard.count("outbox_letters WHERE state = 'sending'")).toBe(HANDS);
    sink.behave({ kind: 'refuse', code: 421, at: 'connect' });
    sink.cut();
    await yard.until('whoever watches the hub hears of it', async () => {
      await yard.timePasses();
      return (await hub.ready()).troubles.some(({ kind }) => kind === 'sending');
    });
    sink.behave({ kind: 'accept' });
    await yard.delivered();
    await yard.until('nobody is alarmed any more', () => hub.serves());
    await yard.stopAll();
    for (let at = 0; at < 40; at++) expect(acksTo(`patient@place-${at}.example`)).toBe(1);
    expect(await breaches()).toEqual([]);
  });
});
