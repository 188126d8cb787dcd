import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { TcpProxy } from '../support/tcp-proxy';

const LETTERS = 120;

describeUnless(dovecotMissing(), 'a mailbox that is numbered anew', () => {
  describeBothEngines('while its letters are taken in', (open) => {
    let dovecot: Dovecot;
    let line: TcpProxy;
    let yard: HubYard;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      line = await TcpProxy.open(dovecot.port);
      yard = await HubYard.open({ url: (await open()).url, mailbox: { ...dovecot, port: line.port } });
    });
    afterAll(async () => {
      await yard?.close();
      await line.close();
      await dovecot.stop();
    });

    it('has every letter once, those that came before, those that came after and those that were on their way', async () => {
      const letters: string[] = [];
      const offer = async (count: number) => {
        for (let at = 0; at < count; at++) {
          letters.push(aMail());
          await dovecot.append(letters.at(-1)!);
        }
      };
      await offer(LETTERS);
      line.behave({ down: { kind: 'latency', ms: 3 } });
      const hub = await yard.start({ hasten: 1000 });
      await yard.registered(1);
      const early = await yard.count('intake_items');
      await dovecot.resetUidValidity();
      line.cut();
      line.behave({});
      await offer(LETTERS / 4);
      await yard.registered(letters.length);
      // Once more, while the hub is off: everything it knows has another number now.
      await hub.stop();
      await dovecot.resetUidValidity();
      await offer(LETTERS / 4);
      await yard.start({ hasten: 1000 });
      await yard.until('the new ones are in', async () => (await yard.count('appeals')) >= letters.length);
      await yard.stopAll();

      expect(early).toBeLessThan(LETTERS);
      expect(await yard.breaches({ offered: letters })).toEqual([]);
      expect(await yard.count('appeals')).toBe(letters.length);
    }, 120_000);
  });
});
