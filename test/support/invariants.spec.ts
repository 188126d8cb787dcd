import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database, FileStore } from '@hub/persistence';
import { aMail, mailMessage, withPhoto } from '../factories/letter';
import { Hub } from './hub';
import { breachesIn, hashOf, type Evidence } from './invariants';
import { openSqlite, type OpenedDatabase } from './mariadb';
import type { SunkMessage } from './smtp-sink';

/** The checker is worth what it finds: each test breaks one thing. */
describe('the checker of the fault tests', () => {
  let database: OpenedDatabase;
  let hub: Hub;
  let letters: string[];
  let evidence: Evidence;
  beforeEach(async () => {
    database = await openSqlite();
    const { url } = database;
    hub = await Hub.open(url);
    letters = [aMail(), withPhoto(aMail(), '风机.jpg', Buffer.from('a photo')), aMail()];
    await hub.intake.accept(letters.map((mail) => mailMessage(mail)));
    evidence = { url, files: hub.settings.filesDir, offered: letters, sunk: [], exits: [] };
  });
  afterEach(async () => {
    await hub.close();
    await database.dispose();
  });

  const sql = (text: string, values: unknown[] = []) => hub.app.get(Database).writer.query(text, values);
  const fileOf = (bytes: string | Buffer) => hub.app.get(FileStore).placeOf(hashOf(bytes));
  const sunk = async (change: (id: string) => string = (id) => id): Promise<SunkMessage[]> =>
    ((await sql('SELECT messageId FROM outbox_letters ORDER BY id')) as { messageId: string }[]).map(({ messageId }) => ({
      envelope: { from: '', to: ['citizen@example.com'] },
      raw: Buffer.from(`Message-ID: <${change(messageId)}>\r\n\r\nhello\r\n`),
    }));

  it('finds nothing where all is well, with letters sent once or twice', async () => {
    const mails = await sunk();
    await sql(`UPDATE outbox_letters SET state = 'sent', sentAt = '2026-11-24T01:00:00.000Z'`);
    expect(await breachesIn({ ...evidence, sunk: [...mails, mails[0]!] })).toEqual([]);
  });

  it('finds a letter that is lost, and lets one be absent of which nobody knows', async () => {
    const absent = aMail();
    expect(await breachesIn({ ...evidence, perhaps: [absent] })).toEqual([]);
    expect(await breachesIn({ ...evidence, offered: [...letters, absent] })).toEqual([`I1: letter ${hashOf(absent)} is lost`]);
  });

  it('finds a letter that is there twice', async () => {
    await hub.intake.accept([mailMessage(aMail()), mailMessage(aMail())]);
    await sql('UPDATE messages SET fileHash = ? WHERE fileHash NOT IN (?, ?, ?)', [hashOf(letters[0]!), ...letters.map(hashOf)]);
    expect(await breachesIn(evidence)).toContainEqual(
      expect.stringMatching(/^I1: letter [0-9a-f]{64} is there 3 times: appeal 1, /),
    );
  });

  it('finds a letter that nobody sent, as a truncated one is', async () => {
    await hub.intake.accept([mailMessage(letters[0]!.slice(0, -20))]);
    expect(await breachesIn(evidence)).toEqual([expect.stringMatching(/^I1: nobody sent [0-9a-f]{64}, but it is appeal 4$/)]);
  });

  it.each([
    ['UPDATE intake_items SET appealId = 3 WHERE appealId = 1', '登记了的来件项在所指的来件里都有来信: 1'],
    ["UPDATE messages SET direction = 'note' WHERE appealId = 1", '每件来件都有来信: 1'],
    ['UPDATE attachments SET appealId = 99', '附件都属于一件来件: 1'],
    ['UPDATE outbox_letters SET appealId = 1', '每件来件至多一份回执: 1'],
    ["UPDATE outbox_letters SET state = 'sent' WHERE appealId = 1", '寄出的信都记下了何时寄出: 1'],
    ["DELETE FROM history_lines WHERE appealId = 1 AND act = 'registration'", '每件来件都有登记的历史: 1'],
  ])('finds what does not fit between rows: %s', async (change, breach) => {
    await sql(change);
    expect(await breachesIn(evidence)).toContain(`I1: ${breach}`);
  });

  it('finds one event told under two Message-IDs, and mail that nobody owed', async () => {
    const mails = await sunk();
    await sql('UPDATE outbox_letters SET appealId = 1 WHERE appealId = 2');
    expect(await breachesIn({ ...evidence, sunk: mails })).toContainEqual(
      expect.stringMatching(/^I2: 1 acknowledgement citizen@example\.com {2}went out as .+ and .+$/),
    );
    const strange = await sunk((id) => `x${id}`);
    expect(await breachesIn({ ...evidence, sunk: strange.slice(0, 1) })).toContainEqual(
      expect.stringMatching(/^I2: x.+ was sent, but nobody owed it$/),
    );
  });

  it('finds a resend that is not the same letter, and a letter that counts as sent but never was', async () => {
    const [first] = await sunk();
    const other = { ...first!, raw: Buffer.concat([first!.raw, Buffer.from('more')]) };
    expect(await breachesIn({ ...evidence, sunk: [first!, other] })).toEqual([
      expect.stringMatching(/^I2: .+ went out in two versions$/),
    ]);
    await sql(`UPDATE outbox_letters SET state = 'sent', sentAt = '2026-11-24T01:00:00.000Z' WHERE appealId = 1`);
    expect(await breachesIn(evidence)).toEqual([expect.stringMatching(/^I2: .+ counts as sent, but never was$/)]);
  });

  it('finds a file that is gone, one that was changed, and one of another length than its row says', async () => {
    await rm(fileOf(letters[0]!));
    await writeFile(fileOf(letters[2]!), letters[2]!.replace('a', 'b'));
    await appendFile(fileOf('a photo'), '.');
    const breaches = await breachesIn(evidence);
    expect(breaches).toContain(`I3: 来件项 names ${hashOf(letters[0]!)}, which is missing`);
    expect(breaches).toContain(`I3: 往来信件 names ${hashOf(letters[2]!)}, which is changed`);
    expect(breaches).toContain(`I3: 附件 names ${hashOf('a photo')}, which is changed`);
  });

  it('takes away what a killed process left aside a day ago', async () => {
    await writeFile(join(evidence.files, '.tmp-left'), 'half a letter');
    expect(await breachesIn(evidence)).toEqual([]);
  });

  it('finds an audit entry that was changed, and a process that ended unasked', async () => {
    await sql("UPDATE audit_entries SET actorName = 'somebody' WHERE sequence = 1");
    expect(await breachesIn({ ...evidence, exits: ['hub 1 ended with 1'] })).toEqual([
      'I5: audit entry 1 changed',
      'I6: hub 1 ended with 1',
    ]);
  });
});
