import { OperationsQuery } from '@hub/persistence';
import { loadSettings } from '@hub/settings';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { TEST_SECRET } from '../../support/stored';

const OURS = 'mx.putuo-epb.example';

describeBothEngines('a sender whom our mail server has looked at', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    const { mail } = loadSettings({ configDir: 'config', env: { HUB_SECRET_KEY: TEST_SECRET } }).office;
    hub = await Hub.open((await open()).url, { office: { mail: { ...mail, authServId: OURS } } });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  let senders = 0;
  const letter = (result: string, headers: string[] = []) => {
    const from = `w${(senders += 1)}@example.com`;
    return { from, headers: [`Authentication-Results: ${result}`, ...headers].join('\r\n') };
  };
  const take = async (about: Parameters<typeof aMail>[0]) => (await hub.intake.accept([mailMessage(aMail(about))]))[0]!;
  const owed = async () => (await hub.app.get(OperationsQuery).letters(['pending'], 500)).length;
  const shown = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body.messages[0];

  it.each([
    ['verified', '发件人已核实（收信服务器核对）', `${OURS}; dkim=pass header.d=example.com; dmarc=pass header.from=example.com`],
    ['unverified', '发件人未核实', `mx.elsewhere.example; dmarc=pass header.from=example.com`],
  ])('is shown as %s and gets his acknowledgement', async (sender, senderName, result) => {
    const before = await owed();
    const { number } = await take(letter(result));
    expect(await shown(number!)).toMatchObject({ sender, senderName });
    expect(await owed()).toBe(before + 1);
  });

  it('is registered but not written to where he is not who he says', async () => {
    const before = await owed();
    const { number } = await take(letter(`${OURS}; dmarc=fail header.from=example.com`));
    expect(await shown(number!)).toMatchObject({
      sender: 'failed',
      senderName: '发件人核实不通过，可能是冒名（收信服务器核对）',
    });
    expect(await owed()).toBe(before);
  });

  it('joins nothing under a name that is not his, with the secret and all', async () => {
    const about = letter(`${OURS}; dmarc=pass header.from=example.com`);
    const { number } = await take(about);
    const owing = await hub.app.get(OperationsQuery).letters(['pending'], 500);
    const { messageId } = owing.find(({ body, subject }) => `${subject}${body}`.includes(number!))!;
    const answering = `In-Reply-To: <${messageId}>`;
    const forged = { ...letter(`${OURS}; dmarc=fail header.from=example.com`, [answering]), from: about.from };
    expect(await take(forged)).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('可能是冒名') });
    const own = { ...letter(`${OURS}; dmarc=pass header.from=example.com`, [answering]), from: about.from };
    expect(await take(own)).toMatchObject({ outcome: 'joined', number });
  });
});
