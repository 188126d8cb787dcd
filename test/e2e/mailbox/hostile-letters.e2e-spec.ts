import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailFolderChannel } from '@hub/channels';
import { OperationsQuery } from '@hub/persistence';
import { lastValueFrom, toArray } from 'rxjs';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('hostile letters', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  const withId = (header: string) => aMail().replace(/^Message-ID:.*\r\n/m, header);
  const shown = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body;

  it('whose Message-ID is missing, empty, given twice, long or no ASCII become an appeal each', async () => {
    const letters = ['', 'Message-ID:\r\n', 'Message-ID: <>\r\n', 'Message-ID: <a@x>\r\nMessage-ID: <a@x>\r\n', `Message-ID: <${'a'.repeat(5_000)}@x>\r\n`, 'Message-ID: <编号@例子>\r\n']; // prettier-ignore
    const results = await hub.intake.accept(letters.map((header) => mailMessage(withId(header))));
    expect(results.map(({ outcome }) => outcome)).toEqual(letters.map(() => 'new'));
  });

  it.each(['Fri, 99 Foo', 'Thu, 1 Jan 1970 00:00:00 +0000', 'Fri, 31 Dec 9999 23:59:59 +0000'])(
    'with the date “%s” are received when the door says',
    async (date) => {
      const message = { ...mailMessage(aMail({ date })), arrivedAt: '2026-11-16T01:00:00.000Z' };
      const [result] = await hub.intake.accept([message]);
      expect((await shown(result!.number!)).receivedAt).toBe('2026-11-16T09:00:00+08:00');
    },
  );

  it('between good ones hold none of them up', async () => {
    const bad = [Buffer.alloc(5_000), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`To: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(50_000)}`)]; // prettier-ignore
    const messages = Array.from({ length: 20 }, () => mailMessage(aMail()));
    bad.forEach((bytes, at) => {
      const message = mailMessage('');
      messages.splice(at * 5, 0, { ...message, original: { ...message.original, load: () => Promise.resolve(bytes) } });
    });
    const results = await hub.intake.accept(messages);
    expect(results.filter(({ outcome }) => outcome === 'new')).toHaveLength(21);
    expect(results.filter(({ outcome }) => outcome === 'quarantined')).toHaveLength(2);
  });

  it('that are too large come in by their header, say so to the office and once to the sender', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yxt-large-'));
    await writeFile(join(folder, 'large.eml'), `${aMail({ from: 'large@example.com' })}\r\n${'x'.repeat(100_000)}`);
    const channel = new MailFolderChannel({ name: 'large', source: '局长信箱', path: folder, maxBytes: 50_000, settleMs: 0 });
    const [result] = await hub.intake.accept(await lastValueFrom(channel.messages().pipe(toArray())));
    await rm(folder, { recursive: true });
    const { messages } = (await shown(result!.number!)) as { messages: { remarks: string[] }[] };
    expect(messages[0]!.remarks.join()).toContain('只取了邮件头');
    const letters = (await hub.app.get(OperationsQuery).letters(['pending'], 500)).filter(({ to }) => to === 'large@example.com');
    expect(letters).toHaveLength(1);
    expect(letters[0]!.body).toContain('您这封邮件太大，正文和附件我们没有收到');
  });
});
