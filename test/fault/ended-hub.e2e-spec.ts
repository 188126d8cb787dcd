import { setTimeout as rest } from 'node:timers/promises';
import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard, type HubProcess } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { handIn, intakeToken } from '../support/visitors';

describeUnless(dovecotMissing(), 'a hub that is told to end', () => {
  describeBothEngines('while letters come and go and visitors stand at its doors', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let yard: HubYard;
    let token: string;
    const letters: string[] = [];
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, smtp: sink.port, roles: 'worker,api' });
      token = await intakeToken(yard);
    });
    afterAll(async () => {
      await yard?.close();
      await sink.close();
      await dovecot.stop();
    });

    const offer = async (count: number) => {
      for (let at = 0; at < count; at++) {
        letters.push(aMail({ from: `citizen@place-${letters.length}.example` }));
        await dovecot.append(letters.at(-1)!);
      }
    };
    const started = async () => {
      const hub = await yard.start({ hasten: 20 });
      await yard.until('it serves', () => hub.serves());
      return hub;
    };
    const isSending = () =>
      yard.until('a letter is on its way', async () => (await yard.count("outbox_letters WHERE state = 'sending'")) > 0);
    /** Hands in until the door is closed; gives how many were taken. */
    const visitor = async (hub: HubProcess): Promise<number> => {
      for (let taken = 0; ; taken++) {
        const refused = await handIn(hub, token).then(
          () => null,
          (error: Error) => error,
        );
        if (refused && !/fetch failed/.test(refused.message)) throw refused;
        if (refused) return taken;
      }
    };
    /** Asks whether it is ready until the door is closed; gives the answers, each once. */
    const watcher = async (hub: HubProcess): Promise<string[]> => {
      const said = new Set<string>();
      for (; ; await rest(20)) {
        const answer = await hub.ready().catch(() => null);
        if (!answer) return [...said];
        said.add(`${answer.code} ${answer.status}`);
      }
    };
    const breaches = async () => {
      const all = await yard.breaches({ offered: letters, sunk: sink.messages });
      return all.filter((breach) => !breach.startsWith('I1: nobody sent'));
    };

    it('says so to whoever watches, finishes what it has in hand, claims nothing more and frees its mailbox', async () => {
      await offer(60);
      const hub = await started();
      const visits = [visitor(hub), visitor(hub)];
      const watched = watcher(hub);
      await yard.registered(1);
      sink.behave({ kind: 'slow', everyMs: 300 });
      await isSending();
      hub.signal('SIGTERM');
      await hub.ended;
      const taken = (await Promise.all(visits)).reduce((sum, one) => sum + one, 0);

      expect((await watched).at(-1)).toBe('503 ending');
      expect(taken).toBeGreaterThan(0);
      expect(await yard.count("intake_items WHERE channel = 'api'")).toBe(taken);
      expect(await yard.count("outbox_letters WHERE state = 'sending' OR doubts > 0")).toBe(0);
      expect(await yard.count('channel_leases WHERE owner IS NOT NULL')).toBe(0);
      expect(yard.exits).toEqual([]);
    }, 60_000);

    it('ends in its time though it is told twice, and loses nothing though it is killed on the way', async () => {
      sink.behave({ kind: 'slow', everyMs: 300 });
      const twice = await started();
      await isSending();
      twice.signal('SIGTERM');
      twice.signal('SIGTERM');
      await twice.ended;
      expect(yard.exits).toEqual([]);
      expect(await yard.count("outbox_letters WHERE state = 'sending' OR doubts > 0")).toBe(0);

      const killed = await started();
      await offer(20);
      await isSending();
      killed.signal('SIGTERM');
      await killed.kill();
      sink.behave({ kind: 'accept' });
      await started();
      await yard.until(
        'all letters are in',
        async () => (await yard.count("intake_items WHERE channel = 'mailbox'")) === letters.length,
      );
      await yard.delivered();
      await yard.stopAll();
      expect(await breaches()).toEqual([]);
    }, 90_000);
  });
});
