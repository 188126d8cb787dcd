import { aMail } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { FakeClock, fakeClockMissing } from '../support/fake-clock';
import { HubYard } from '../support/hub-yard';
import { messageIdOf } from '../support/invariants';
import { describeBothEngines, mariadbMissing, mariadbUrl } from '../support/mariadb';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const missing = dovecotMissing() ?? fakeClockMissing();
const next = (month: number, day: number, years = 1) => {
  const end = Date.UTC(new Date().getUTCFullYear() + years, month, day, 16);
  return end - 3_000;
};
/** Three seconds before midnight in Shanghai, of 28 February in a leap year and of the last day of this year. */
const leapYears = 4 - (new Date().getUTCFullYear() % 4);
const CLOCKS = [
  ['an hour back', () => Date.now() - HOUR],
  ['a day forward', () => Date.now() + DAY],
  ['to the eve of 29 February', () => next(1, 28, leapYears)],
  ['to the end of a year', () => next(11, 31)],
  ['right again', () => Date.now()],
] as const;

describeUnless(missing, 'a clock that is put', () => {
  describeBothEngines('while a hub works', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let clock: FakeClock;
    let yard: HubYard;
    const letters: string[] = [];
    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      clock = await FakeClock.open();
      yard = await HubYard.open({ url: (await open()).url, mailbox: dovecot, smtp: sink.port, clock });
      await yard.start({ hasten: 20 });
    });
    afterAll(async () => {
      await yard?.close();
      await clock.close();
      await sink.close();
      await dovecot.stop();
    });

    const sent = () => yard.count("outbox_letters WHERE state = 'sent'");

    it.each(CLOCKS)('%s: letters come in and are answered all the same', async (_, moment) => {
      await clock.put(moment());
      for (let at = 0; at < 3; at++) {
        letters.push(aMail({ from: `citizen${letters.length}@place.example` }));
        await dovecot.append(letters.at(-1)!, clock.now());
      }
      await yard.registered(letters.length);
      await yard.until('all are answered', async () => (await sent()) === letters.length, 30);
    });

    it('makes no number twice, no deadline before its beginning, no letter and no reminder a second time', async () => {
      await yard.yxt('user', 'add', 'office', '--role', 'dispatcher', '--password', 'a-long-test-password');
      const reminders: number[] = [];
      for (const days of [40, 0, 40]) {
        await clock.put(Date.now() + days * DAY);
        await yard.yxt('clock', 'run');
        reminders.push(await yard.count('notices'));
      }
      await yard.stopAll();
      expect(reminders[0]).toBeGreaterThan(0);
      expect(new Set(reminders).size).toBe(1);
      expect(
        await yard.count(
          'appeals WHERE contactDueOn <= SUBSTR(receivedAt, 1, 10) OR siteDueOn <= contactDueOn OR replyDueOn <= siteDueOn',
        ),
      ).toBe(0);
      expect(sink.messages).toHaveLength(letters.length);
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    });
  });
});

describeUnless(missing ?? mariadbMissing(), 'two hubs of which one is a day ahead', () => {
  it('take no letter out of one another’s hand', async () => {
    const url = (await mariadbUrl())!;
    const dovecot = (await startDovecot())!;
    const sink = await SmtpSink.open();
    const clock = await FakeClock.open();
    const yard = await HubYard.open({ url, mailbox: dovecot, smtp: sink.port });
    try {
      const letters = Array.from({ length: 12 }, (_, at) => aMail({ from: `citizen@place-${at}.example` }));
      for (const letter of letters) await dovecot.append(letter);
      sink.behave({ kind: 'slow', everyMs: 700 });
      await yard.start({ hasten: 20 });
      await yard.until('letters are on their way', async () => (await yard.count("outbox_letters WHERE state = 'sending'")) > 0);
      await clock.put(Date.now() + DAY);
      await yard.start({ hasten: 20 }, clock);
      await yard.until('all have gone', async () => (await yard.count("outbox_letters WHERE state = 'sent'")) === letters.length);
      await yard.stopAll();
      expect(await yard.count('outbox_letters WHERE doubts > 0')).toBe(0);
      expect(new Set(sink.messages.map(({ raw }) => messageIdOf(raw))).size).toBe(sink.messages.length);
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    } finally {
      await yard.close();
      await clock.close();
      await sink.close();
      await dovecot.stop();
    }
  });
});
