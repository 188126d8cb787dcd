import { NO_MAIL_RULES, type MailRules } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const mailRules: MailRules = {
  allow: { ...NO_MAIL_RULES.allow, addresses: ['friend@shop.example'] },
  rules: [
    { name: '广告域名', active: true, domains: ['shop.example'], reason: '像是广告' },
    { name: '垃圾分', active: true, score: 8, reason: '垃圾分很高' },
    { name: '判为垃圾', active: true, flagged: true, reason: '服务器判为垃圾邮件' },
  ],
};

describeBothEngines('the rules for letters', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { office: { mailRules } });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  const take = async (about: Parameters<typeof aMail>[0]) => (await hub.intake.accept([mailMessage(aMail(about))]))[0]!;
  const list = async (state: string) => (await hub.as('office').get(`/api/v1/quarantine?state=${state}`).expect(200)).body;
  const letters = async () => hub.app.get(OperationsQuery).letters(['pending'], 500);

  it.each([
    ['its domain', { from: 'offer@mail.shop.example' }, '像是广告'],
    ['its score', { headers: 'X-Spam-Score: 9.1' }, '垃圾分很高'],
    ['the score in its status', { headers: 'X-Spam-Status: No, score=8.0 required=9' }, '垃圾分很高'],
    ['its flag', { headers: 'X-Spam-Flag: YES' }, '判为垃圾'],
  ])('put a letter aside by %s: kept, counted, named, not acknowledged', async (_, about, reason) => {
    const before = [(await letters()).length, (await hub.as('office').get('/api/v1/quarantine/aside-count')).body.aside];
    expect((await take(about)).outcome).toBe('quarantined');
    const [newest] = await list('aside');
    expect(newest).toMatchObject({ state: 'aside', reason: expect.stringContaining(reason) });
    await hub.as('office').get(newest.original).expect(200);
    const { aside } = (await hub.as('office').get('/api/v1/quarantine/aside-count').expect(200)).body;
    expect([(await letters()).length, aside]).toEqual([before[0], before[1] + 1]);
    expect((await list('waiting')).map((one: { id: number }) => one.id)).not.toContain(newest.id);
  });

  it('take whom the office lets in, and whoever meets no rule', async () => {
    expect((await take({ from: 'friend@shop.example' })).outcome).toBe('new');
    expect((await take({ headers: 'X-Spam-Score: -3\r\nX-Spam-Flag: NO' })).outcome).toBe('new');
  });

  it('let a score be raised by nobody’s forged low one', async () => {
    expect((await take({ headers: 'X-Spam-Score: 12\r\nX-Spam-Score: -50' })).outcome).toBe('quarantined');
  });

  it('never keep a citizen from his own appeal', async () => {
    const from = 'tenant@example.com';
    const { number } = await take({ from });
    const letter = (await letters()).find((one) => one.to === from)!;
    const headers = `In-Reply-To: <${letter.messageId}>\r\nX-Spam-Flag: YES`;
    expect(await take({ from, headers })).toMatchObject({ outcome: 'joined', number });
  });

  it('give a letter back whenever a person says so', async () => {
    await take({ from: 'wrongly@shop.example' });
    const [{ id }] = await list('aside');
    const { body } = await hub.as('office').post(`/api/v1/quarantine/${id}/resolution`, { as: 'new' }).expect(200);
    expect(body).toMatchObject({ outcome: 'new', number: expect.stringMatching(/^YXT-/) });
    expect((await list('aside')).map((one: { id: number }) => one.id)).not.toContain(id);
  });
});
