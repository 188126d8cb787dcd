import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type HubProcess, HubYard, LEASE_SECONDS } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';

const LETTERS = 60;
/** Looks at the lease, and the work before the first new letter is in, on a busy machine. */
const SLACK_SECONDS = 15;

describeUnless(dovecotMissing(), 'a hub that stands still with letters in its hand', () => {
  describeBothEngines('at a mailbox that two others could read', (open) => {
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

    it('is followed by another when its lease has ended, and writes nothing when it goes on', async () => {
      const letters = Array.from({ length: LETTERS }, () => aMail());
      for (const letter of letters) await dovecot.append(letter);
      const lease = async () => {
        const [row] = (await yard.database.reader.query('SELECT owner, token FROM channel_leases')) as [
          { owner: string; token: number },
        ];
        return row;
      };
      // It has the bytes of a whole batch and has not written a row.
      const holder = await yard.start({ standAfter: 50, hasten: 20 });
      await yard.until('the holder stands still', () => holder.stands);
      const before = await lease();
      expect(await yard.count('intake_items')).toBe(0);
      const others: HubProcess[] = [];
      for (let at = 0; at < 2; at++) others.push(await yard.start({ hasten: 20 }));

      await yard.registered(1, LEASE_SECONDS + SLACK_SECONDS);
      await yard.registered(LETTERS);
      const after = await lease();
      const rows = await yard.count('intake_items');
      holder.signal('SIGCONT');
      await yard.until('the holder is told that the mailbox is another’s', () => /已由另一个进程接手收件/.test(holder.said));
      letters.push(aMail());
      await dovecot.append(letters.at(-1)!);
      await yard.registered(letters.length);
      await yard.stopAll();

      expect(after.token).toBeGreaterThan(before.token);
      expect(others.map(({ pid }) => String(pid))).toContain(after.owner.split(':').at(-2));
      expect(rows).toBe(LETTERS);
      expect(await yard.breaches({ offered: letters })).toEqual([]);
    }, 120_000);
  });
});
