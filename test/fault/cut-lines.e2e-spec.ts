import { aMail, withPhoto } from '../factories/letter';
import { type Dovecot, dovecotMissing, startDovecot } from '../support/dovecot';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';
import { randomFrom } from '../support/random';
import { describeUnless } from '../support/skip';
import { SmtpSink } from '../support/smtp-sink';
import { type Script, TcpProxy } from '../support/tcp-proxy';

const LETTERS = 40;
const IMAP_CUTS = 60;
/** About what one whole pass carries down the line: every fourth letter has a photo. */
const PASS_BYTES = 400_000;
const SMTP_CUTS = 16;
/** About what one letter carries up the line, and what the server answers up to the data. */
const LETTER_BYTES = 2_000;
const ANSWER_BYTES = 260;

describeUnless(dovecotMissing(), 'lines that are cut', () => {
  describeBothEngines('under a hub at work', (open) => {
    let dovecot: Dovecot;
    let sink: SmtpSink;
    let imap: TcpProxy;
    let smtp: TcpProxy;
    let yard: HubYard;
    const letters: string[] = [];
    const random = randomFrom('cut lines');
    const offer = async (letter: string) => {
      letters.push(letter);
      await dovecot.append(letter);
    };
    const photo = () => withPhoto(aMail(), '风机.jpg', Buffer.alloc(30_000, letters.length + 1));

    beforeAll(async () => {
      dovecot = (await startDovecot())!;
      sink = await SmtpSink.open();
      imap = await TcpProxy.open(dovecot.port);
      smtp = await TcpProxy.open(sink.port);
      yard = await HubYard.open({ url: (await open()).url, mailbox: { ...dovecot, port: imap.port }, smtp: smtp.port });
    });
    afterAll(async () => {
      await yard?.close();
      await imap.close();
      await smtp.close();
      await sink.close();
      await dovecot.stop();
    });

    it(`at ${IMAP_CUTS} places while letters are fetched: each is whole and there once, and the hub lives`, async () => {
      for (let at = 0; at < LETTERS; at++) await offer(at % 4 ? aMail() : photo());
      // A third falls into greeting, login and the list of letters, the rest mostly into bodies.
      imap.behave((connection): Script => {
        if (connection > IMAP_CUTS) return {};
        const after = 1 + random(connection % 3 ? PASS_BYTES : 4_000);
        return { down: { kind: connection % 5 ? 'cut' : 'reset', after } };
      });
      await yard.start({ hasten: 10_000 });
      await yard.until(`${IMAP_CUTS} lines were cut`, async () => {
        // Letters keep coming, so that there is something to cut.
        if (imap.struck < IMAP_CUTS && (await yard.count('intake_items')) === letters.length) await offer(photo());
        return imap.struck >= IMAP_CUTS;
      });
      await yard.registered(letters.length);
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
    }, 120_000);

    it(`at ${SMTP_CUTS} places while letters go out: none is lost, and one that goes again is the same letter`, async () => {
      await yard.delivered();
      const from = smtp.connections;
      smtp.behave((connection): Script => {
        const at = connection - from;
        if (smtp.struck >= SMTP_CUTS) return {};
        const kind = at % 4 ? 'cut' : 'reset';
        // In what we say, up to the end of the data; or in what we hear, up to the answer to the data.
        return at % 2 ? { up: { kind, after: 1 + random(LETTER_BYTES) } } : { down: { kind, after: 1 + random(ANSWER_BYTES) } };
      });
      // A line that was kept open for further letters would be struck by nothing.
      smtp.cut();
      // To four domains: the hub rests a few seconds after each trouble, and one domain would rest for all.
      for (let at = 0; at < 12; at++) await offer(aMail({ from: `citizen${at}@place${at % 4}.example` }));
      await yard.registered(letters.length);
      await yard.delivered(150);
      await yard.stopAll();
      expect(smtp.struck).toBeGreaterThanOrEqual(SMTP_CUTS / 2);
      expect(await yard.breaches({ offered: letters, sunk: sink.messages })).toEqual([]);
      expect(await yard.count('outbox_letters')).toBeGreaterThanOrEqual(10);
    }, 240_000);
  });
});
