import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { type Failpoint, HubYard } from '../support/hub-yard';
import { messageIdOf } from '../support/invariants';
import { describeBothEngines } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { TcpProxy } from '../support/tcp-proxy';

/** Where the hub dies, and at the how many-th coming by. */
const PLACES: readonly (readonly [Failpoint, number])[] = [
  ['after-raw-stored', 4],
  ['before-commit', 1],
  ['after-commit', 1],
  ['before-settle', 3],
  ['before-sending', 2],
  ['after-sent-before-recorded', 1],
];
const LETTERS_EACH = 6;
/** Once at each place, and once in the middle of a letter. */
const DEATHS = PLACES.length + 1;

describeUnless(dovecotMissing(), 'a hub that reads a mailbox', () => {
  describeBothEngines('and dies at one place', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let line: TcpProxy;
    let yard: HubYard;
    const letters: string[] = [];
    const offerSome = async () => {
      for (let at = 0; at < LETTERS_EACH; at++) {
        letters.push(aMail({ from: `citizen@place-${letters.length}.example` }));
        await dovecot.append(letters.at(-1)!);
      }
    };
    /** How often each letter that was sent more than once has arrived. */
    const repeats = (): number[] => {
      const times = new Map<string, number>();
      for (const { raw } of sink.messages) times.set(messageIdOf(raw), (times.get(messageIdOf(raw)) ?? 0) + 1);
      return [...times.values()].filter((count) => count > 1);
    };
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      line = await TcpProxy.open(sink.port);
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, smtp: line.port });
    });
    afterAll(async () => {
      await yard?.close();
      await line.close();
      await sink.close();
      await dovecot.stop();
    });

    it.each(PLACES)(
      '%s: nothing is there by halves',
      async (dieAt, nth) => {
        await offerSome();
        const hub = await yard.start({ dieAt, nth });
        await yard.until(`the hub died ${dieAt}`, async () => {
          await yard.timePasses();
          return !hub.lives;
        });
        expect(await yard.breaches({ offered: [], perhaps: letters, sunk: sink.messages })).toEqual([]);
      },
      90_000,
    );

    it('in the middle of a letter that goes out: it was not taken', async () => {
      await yard.timePasses();
      const before = sink.messages.length;
      line.behave({ up: { kind: 'swallow', after: 900 } });
      const hub = await yard.start();
      await yard.until('half a letter has gone', () => line.struck > 0);
      await hub.kill();
      line.behave({});
      expect(sink.messages).toHaveLength(before);
    }, 90_000);

    it('has every letter once when it was left to finish, and repeated only what was on its way at a death, under one name', async () => {
      await yard.start();
      await yard.registered(letters.length);
      await yard.delivered();
      await yard.stopAll();
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
      // What was on its way when a hub died cannot be known to have gone: each death repeats it once at most.
      expect(repeats().filter((count) => count > 1 + DEATHS)).toEqual([]);
      expect(repeats().length).toBeLessThan(letters.length / 2);
    }, 90_000);
  });
});
