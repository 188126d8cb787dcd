import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { messageIdOf } from '../support/invariants';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';

describeUnless(dovecotMissing(), 'a mail server that takes a letter', () => {
  describeBothEngines('and dies before it says so', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let yard: HubYard;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, smtp: sink.port });
    });
    afterAll(async () => {
      await yard?.close();
      await sink.close();
      await dovecot.stop();
    });

    it('is given that letter once more under the same name; until then the outbox says that it may have arrived', async () => {
      const letters = [aMail()];
      await dovecot.append(letters[0]!);
      await yard.start({ hasten: 20 });
      await yard.registered(1);
      sink.behave({ kind: 'drop' });
      letters.push(aMail({ from: 'citizen@place.example' }));
      await dovecot.append(letters[1]!);
      await yard.until('one letter is in doubt', async () => (await yard.count('outbox_letters WHERE doubts = 1')) >= 1);
      sink.behave({ kind: 'accept' });
      await yard.delivered();
      await yard.stopAll();

      const copies = new Map<string, number>();
      for (const { raw } of sink.messages) copies.set(messageIdOf(raw), (copies.get(messageIdOf(raw)) ?? 0) + 1);
      expect(Math.max(...copies.values())).toBe(2);
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    }, 90_000);
  });
});
