import { setTimeout as rest } from 'node:timers/promises';
import { aMail, withPhoto } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { randomFrom } from '../support/random';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { TcpProxy } from '../support/tcp-proxy';

const KILLS = 5;
const LETTERS_EACH = 40;

describeUnless(dovecotMissing(), 'a hub that reads a mailbox', () => {
  describeBothEngines('and is killed at random moments', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let line: TcpProxy;
    let yard: HubYard;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      // A slow line spreads the work over the moments at which the hub is killed.
      line = await TcpProxy.open(dovecot.port);
      line.behave({ down: { kind: 'latency', ms: 3 } });
      yard = await HubYard.open({ url: (await open()).url, mailbox: { ...dovecot, port: line.port }, smtp: sink.port });
    });
    afterAll(async () => {
      await yard?.close();
      await line.close();
      await sink.close();
      await dovecot.stop();
    });

    it('has every letter once in the end, whole, and has answered none under two names', async () => {
      const random = randomFrom('killed mailbox');
      const letters: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        for (let at = 0; at < LETTERS_EACH; at++) {
          const letter = aMail({ from: `citizen@place-${letters.length}.example` });
          letters.push(at % 5 ? letter : withPhoto(letter, '风机.jpg', Buffer.alloc(20_000, letters.length)));
          await dovecot.append(letters.at(-1)!);
        }
        const before = line.connections;
        const hub = await yard.start();
        await yard.until('the hub has begun to read', () => line.connections > before);
        await rest(random(900));
        await hub.kill();
        expect(await yard.breaches({ offered: [], perhaps: letters, sunk: sink.messages })).toEqual([]);
      }
      await yard.start();
      await yard.registered(letters.length);
      await yard.delivered();
      await yard.stopAll();

      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    }, 180_000);
  });
});
