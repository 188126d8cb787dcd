import { aMail } from '../factories/letter';
import { FakeImap, gmailLike } from '../support/fake-imap';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('letters that a mailbox shows late', (open) => {
  let server: FakeImap;
  let yard: HubYard;
  beforeAll(async () => {
    server = await FakeImap.open(gmailLike(5));
    // There before the mailbox begins, and not wanted.
    server.append([aMail(), aMail()]);
    yard = await HubYard.open({ url: (await open()).url, mailbox: server, channel: { from: 'now' } });
  });
  afterAll(async () => {
    await yard?.close();
    await server.close();
  });

  it('are registered once, behind a window and out of their turn, and acknowledged as the others', async () => {
    const letters = Array.from({ length: 10 }, () => aMail());
    const begun = await yard.start({ hasten: 20 });
    await yard.until('the mailbox has begun', async () => (await yard.count('channel_states WHERE position IS NOT NULL')) === 1);
    // Seven come while the hub is off, one of them not yet to be seen; the window shows five.
    await begun.stop();
    server.append(letters.slice(0, 3));
    server.append(letters.slice(4, 8), 7);
    const first = await yard.start({ hasten: 20 });
    await yard.registered(5);
    await first.stop();
    const early = await yard.count('appeals');
    server.append([letters[3]!], 6);
    server.removeNewest(4);
    await yard.start({ hasten: 20 });
    await yard.registered(8);
    server.append(letters.slice(8));
    await yard.registered(10);
    const [{ passes }] = (await yard.database.reader.query('SELECT passes FROM channel_states')) as [{ passes: number }];
    await yard.until(
      'more passes were made',
      async () => (await yard.count(`channel_states WHERE passes > ${passes + 2}`)) === 1,
    );
    await yard.stopAll();

    expect(early).toBe(5);
    expect(await yard.breaches({ offered: letters })).toEqual([]);
    expect(await yard.count('appeals')).toBe(10);
    expect(await yard.count("outbox_letters WHERE kind = 'acknowledgement'")).toBe(10);
  }, 90_000);
});
