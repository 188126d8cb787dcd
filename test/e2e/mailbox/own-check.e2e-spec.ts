import { OperationsQuery } from '@hub/persistence';
import { loadSettings } from '@hub/settings';
import { mailMessage } from '../../factories/letter';
import { aSignedMail, DKIM_RECORD } from '../../factories/signed-mail';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { NameServer } from '../../support/name-server';
import { TEST_SECRET } from '../../support/stored';

const OURS = 'mx.putuo-epb.example';

describeBothEngines('a sender of whom our mail server says nothing', (open) => {
  let hub: Hub;
  let names: NameServer;
  beforeAll(async () => {
    names = await NameServer.open();
    const { mail } = loadSettings({ configDir: 'config', env: { HUB_SECRET_KEY: TEST_SECRET } }).office;
    const ownCheck = { receivedBy: [OURS], nameServers: [names.address] };
    hub = await Hub.open((await open()).url, { office: { mail: { ...mail, authServId: OURS, ownCheck } } });
    await hub.staff('office', 'dispatcher');
    // The first letter starts the thread, which a busy machine may take longer for than letters are held up.
    names.zone.set('s1._domainkey.warm.example', DKIM_RECORD);
    for (
      let tries = 0;
      tries < 20 && (await shown((await take(await aSignedMail({ from: 'a@warm.example' }))).number!)).sender !== 'verified';
      tries++
    );
  });
  afterAll(async () => {
    await hub.close();
    await names.close();
  });

  let count = 0;
  /** A sender at a domain of his own, with a key and a wish for letters that prove nothing. */
  const sender = (policy = 'reject') => {
    const domain = `house${(count += 1)}.example`;
    names.zone.set(`s1._domainkey.${domain}`, DKIM_RECORD).set(`_dmarc.${domain}`, `v=DMARC1; p=${policy}`);
    names.zone.set(domain, 'v=spf1 ip4:198.51.100.7 -all');
    return `wang@${domain}`;
  };
  const arrived = (from: string, ip: string) =>
    `Return-Path: <${from}>\r\nReceived: from mail.example.com (mail.example.com [${ip}]) by ${OURS} with ESMTPS id 1\r\n`;
  const unsigned = (mail: string) => mail.replace(/DKIM-Signature:[\s\S]*?\r\n(?=\S)/, '');
  const take = async (mail: string) => (await hub.intake.accept([mailMessage(mail)]))[0]!;
  const owed = async () => hub.app.get(OperationsQuery).letters(['pending'], 500);
  const shown = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body.messages[0];

  it('is verified by his own signature, and the page says who looked', async () => {
    const { number } = await take(await aSignedMail({ from: sender() }));
    expect(await shown(number!)).toMatchObject({ sender: 'verified', senderName: '发件人已核实（本系统核对）' });
  });

  it('is verified by the server that sent his letter', async () => {
    const from = sender();
    const { number } = await take(`${arrived(from, '198.51.100.7')}${unsigned(await aSignedMail({ from }))}`);
    expect(await shown(number!)).toMatchObject({ sender: 'verified', senderName: '发件人已核实（本系统核对）' });
  });

  it('is registered but not written to where his domain disowns the letter', async () => {
    const before = (await owed()).length;
    const from = sender();
    const { number } = await take(`${arrived(from, '203.0.113.9')}${unsigned(await aSignedMail({ from }))}`);
    expect(await shown(number!)).toMatchObject({ sender: 'failed', senderName: '发件人核实不通过，可能是冒名（本系统核对）' });
    expect((await owed()).length).toBe(before);
  });

  it('joins nothing where his domain disowns the letter, and joins by a good one', async () => {
    const from = sender();
    const { number } = await take(await aSignedMail({ from }));
    const { messageId } = (await owed()).find(({ body, subject }) => `${subject}${body}`.includes(number!))!;
    const answer = await aSignedMail({ from, inReplyTo: messageId!, text: '补充：昨晚又响了。' });
    const forged = await take(`${arrived(from, '203.0.113.9')}${unsigned(answer)}`);
    expect(forged).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('可能是冒名') });
    expect(await take(answer)).toMatchObject({ outcome: 'joined', number });
  });

  it('is never a clerk by his address, however well it is proved', async () => {
    names.zone.set('s1._domainkey.putuo-epb.example', DKIM_RECORD);
    const { number } = await take(await aSignedMail({ from: sender() }));
    const { messageId } = (await owed()).find(({ body, subject }) => `${subject}${body}`.includes(number!))!;
    const asked = names.asked.length;
    const clerk = await take(
      await aSignedMail({ from: 'fangxiao@putuo-epb.example', inReplyTo: messageId!, text: '同意办结。' }),
    );
    expect(names.asked.slice(asked)).toContain('TXT s1._domainkey.putuo-epb.example');
    expect(clerk).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('邮件不能代替在系统里办理') });
    expect((await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body.status).toBe('received');
  });

  it('is believed to our server before himself, and to nobody else’s', async () => {
    const signed = await aSignedMail({ from: sender() });
    const ours = await take(
      `Authentication-Results: ${OURS}; dmarc=fail header.from=${signed.match(/@(house\d+\.example)/)![1]!}\r\n${signed}`,
    );
    expect(await shown(ours.number!)).toMatchObject({
      sender: 'failed',
      senderName: '发件人核实不通过，可能是冒名（收信服务器核对）',
    });
    const other = await take(
      `Authentication-Results: mx.elsewhere.example; dmarc=fail\r\n${await aSignedMail({ from: sender() })}`,
    );
    expect(await shown(other.number!)).toMatchObject({ sender: 'verified' });
  });

  it('is not asked about for a letter of last month, whose keys may be gone', async () => {
    const from = sender();
    const { number } = await take(await aSignedMail({ from, at: new Date(Date.now() - 30 * 86_400_000) }));
    expect(await shown(number!)).toMatchObject({ sender: 'unverified', senderName: '发件人未核实' });
    expect(names.asked.join()).not.toContain(from.slice(5));
  });
});
