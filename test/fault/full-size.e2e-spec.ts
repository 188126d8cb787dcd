// What takes minutes: run by hand with YXT_FULL_SIZE=1, see docs/operations.md. crowded-mail.e2e-spec.ts is the small one.
import { setTimeout as rest } from 'node:timers/promises';
import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type HubProcess, HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { TcpProxy } from '../support/tcp-proxy';
import { p95, tell, Visitors } from '../support/visitors';

const missing = process.env.YXT_FULL_SIZE ? dovecotMissing() : '要几分钟，设 YXT_FULL_SIZE=1 才运行';
/** How long the mail server is unkind in each way. */
const UNKIND_MS = 45_000;
const HANDS = 4;

describeUnless(missing, 'at full size', () => {
  describeBothEngines('the hub', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let smtp: TcpProxy;
    let yard: HubYard;
    let hub: HubProcess;
    let handedIn = 0;
    const letters: string[] = [];
    const offer = async (about: Parameters<typeof aMail>[0]) => {
      letters.push(aMail(about));
      await dovecot.append(letters.at(-1)!);
    };
    const ackTo = (address: string) => sink.messages.some(({ envelope }) => envelope.to[0] === address);
    const mailboxIsIn = () =>
      yard.until(
        'all letters are in',
        async () => (await yard.count("intake_items WHERE channel = 'mailbox'")) >= letters.length,
        300,
      );
    const waiting = () => yard.count("outbox_letters WHERE state IN ('pending', 'sending')");
    /** The other doors have originals too, which the ledger of letters does not know. */
    const breaches = async () => {
      const all = await yard.breaches({ offered: letters, sunk: sink.messages });
      return all.filter((breach) => !breach.startsWith('I1: nobody sent'));
    };
    const nothingElse = async () => {
      expect(await yard.count("intake_items WHERE channel = 'mailbox'")).toBe(letters.length);
      expect(await yard.count("intake_items WHERE channel = 'api'")).toBe(handedIn);
      expect(await breaches()).toEqual([]);
    };

    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      smtp = await TcpProxy.open(sink.port);
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, smtp: smtp.port, roles: 'worker,api,portal' });
      hub = await yard.start();
      await yard.until('it serves', () => hub.serves());
    }, 60_000);
    afterAll(async () => {
      await yard?.close();
      await smtp.close();
      await sink.close();
      await dovecot.stop();
    });

    it('takes 5,000 letters of one sender and 5,000 of as many, answers others meanwhile, and its other doors go on', async () => {
      const quiet = await Visitors.at(hub, yard);
      await rest(10_000);
      const before = await quiet.leave();
      tell('平时', before);
      const visitors = await Visitors.at(hub, yard);
      const began = Date.now();
      for (let at = 0; at < 5_000; at++) await offer({ from: 'loud@flood.example' });
      await offer({ from: 'quiet@calm.example' });
      for (let at = 0; at < 5_000; at++) await offer({ from: `citizen@place-${at}.example` });
      await offer({ from: 'late@calm.example' });
      await mailboxIsIn();
      const seconds = Math.round((Date.now() - began) / 1000);
      const during = await visitors.leave();
      tell(`1 万封来信（${seconds} 秒收完）`, during);
      handedIn += before.length + during.length;
      await yard.until(
        'others have their acknowledgements',
        () => ackTo('quiet@calm.example') && ackTo('late@calm.example'),
        300,
      );

      expect(p95(during)).toBeLessThan(1_000);
      expect(sink.messages.filter(({ envelope }) => envelope.to[0] === 'loud@flood.example').length).toBeLessThanOrEqual(3);
      await nothingElse();
    }, 900_000);

    it('waits for a mail server that is slow, that puts each letter off once, or that says nothing, and then sends all', async () => {
      const flowed = () =>
        yard.until('all has gone out', async () => yard.timePasses().then(async () => (await waiting()) === 0), 900);
      await flowed();
      const seen = new Set<string>();
      const firstTime = (to: string) => !seen.has(to) && Boolean(seen.add(to));
      const ways: Readonly<Record<string, () => void>> = {
        寄信服务器每秒收一封: () => sink.behave({ kind: 'slow', everyMs: 1_000 }),
        '寄信服务器每封都先推一次（451）': () =>
          sink.behave({ kind: 'refuse', code: 451, text: '4.7.1 Greylisted', to: firstTime }),
        寄信服务器不出声: () => {
          smtp.behave({ up: { kind: 'swallow', after: 0 } });
          smtp.cut();
        },
      };
      for (const [name, begin] of Object.entries(ways)) {
        begin();
        const visitors = await Visitors.at(hub, yard);
        let hands = 0;
        let alarmed = false;
        for (const end = Date.now() + UNKIND_MS; Date.now() < end; await rest(250)) {
          await offer({ from: `slow@place-${letters.length}.example` });
          hands = Math.max(hands, await yard.count("outbox_letters WHERE state = 'sending'"));
        }
        await mailboxIsIn();
        if (name === '寄信服务器不出声')
          await yard.until(
            'whoever watches the hub hears of it',
            async () => {
              await yard.timePasses();
              alarmed ||= (await hub.ready()).troubles.some(({ kind }) => kind === 'sending');
              return alarmed;
            },
            240,
          );
        const waits = await visitors.leave();
        handedIn += waits.length;
        tell(`${name}，还有 ${await waiting()} 封在等`, waits);
        expect(hands).toBeLessThanOrEqual(HANDS);
        expect(p95(waits)).toBeLessThan(1_000);
        smtp.behave({});
        smtp.cut();
        sink.behave({ kind: 'accept' });
        await flowed();
        await nothingElse();
      }
      await yard.until('nobody is alarmed any more', async () => (await hub.ready()).code === 200);
      await yard.stopAll();
    }, 1_800_000);
  });
});
