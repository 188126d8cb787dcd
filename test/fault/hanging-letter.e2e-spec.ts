import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';

const MARK = 'X-Test: hang';

describeUnless(dovecotMissing(), 'a letter on which the reader hangs', () => {
  describeBothEngines('among twenty', (open) => {
    let dovecot: Dovecot;
    let yard: HubYard;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot });
    });
    afterAll(async () => {
      await yard?.close();
      await dovecot.stop();
    });

    it('waits for a person, and the others are appeals with their acknowledgements', async () => {
      const letters = Array.from({ length: 20 }, (_, at) => aMail(at === 7 ? { headers: MARK } : {}));
      for (const letter of letters) await dovecot.append(letter);
      await yard.start({ hangOn: MARK });
      await yard.registered(20);
      letters.push(aMail());
      await dovecot.append(letters.at(-1)!);
      await yard.registered(21);
      await yard.stopAll();

      const waiting = (await yard.database.reader.query(
        "SELECT reason FROM intake_items WHERE state = 'quarantined'",
      )) as object[];
      expect(waiting).toEqual([{ reason: expect.stringContaining('没有读完') }]);
      expect(await yard.count('appeals')).toBe(20);
      expect(await yard.count("outbox_letters WHERE kind = 'acknowledgement'")).toBe(20);
      expect(await yard.breaches({ offered: letters })).toEqual([]);
    }, 90_000);
  });
});
