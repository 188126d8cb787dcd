import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aMail, withPhoto } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmallDisk, smallDiskMissing } from '../support/small-disk';

const LETTERS = 20;

describeUnless(dovecotMissing() ?? smallDiskMissing(), 'a disk that is full', () => {
  describeBothEngines('while letters are taken in', (open) => {
    let dovecot: Dovecot;
    let yard: HubYard;
    const disk = SmallDisk.make('8m')!;
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, data: disk.path });
    });
    afterAll(async () => {
      await yard?.close();
      disk.release();
      await dovecot.stop();
    });

    it('stops the mailbox with words that say so; nothing is there by halves, and it goes on when there is room', async () => {
      const letters = Array.from({ length: LETTERS }, (_, at) => withPhoto(aMail(), '风机.jpg', Buffer.alloc(60_000, at + 1)));
      const hub = await yard.start({ hasten: 20 });
      await yard.until('the mailbox was read', async () => (await yard.count('channel_states WHERE passes > 0')) > 0);
      const { bavail, bsize } = statfsSync(disk.path);
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(bavail * bsize - 400_000));
      for (const letter of letters) await dovecot.append(letter);
      const trouble = async () => {
        const [row] = (await yard.database.reader.query('SELECT lastError FROM channel_states')) as {
          lastError: string | null;
        }[];
        return row?.lastError ?? '';
      };
      await yard.until('the mailbox rests', async () => (await trouble()) !== '');
      const told = await trouble();
      expect(await yard.breaches({ offered: [], perhaps: letters })).toEqual([]);
      rmSync(join(disk.path, 'filler'));
      await yard.registered(LETTERS);
      expect(hub.lives).toBe(true);
      await yard.stopAll();

      expect(told).toContain('磁盘已满');
      expect(await yard.breaches({ offered: letters })).toEqual([]);
    }, 120_000);
  });
});
