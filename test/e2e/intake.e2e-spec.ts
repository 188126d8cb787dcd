import { OperationsQuery } from '@hub/persistence';
import { aMail, mailMessage } from '../factories/letter';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('the intake', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  const outcomes = async (...messages: ReturnType<typeof mailMessage>[]) =>
    (await hub.intake.accept(messages)).map(({ outcome }) => outcome);

  it('registers a letter once by its source key, in one batch and in the next', async () => {
    const message = mailMessage(aMail(), 'once');
    expect(await outcomes(message, message)).toEqual(['new', 'known']);
    expect(await outcomes(message)).toEqual(['known']);
  });

  it('keeps two letters with one Message-ID apart', async () => {
    const headers = 'X-Test: 1';
    const first = aMail({ text: '第一封', headers });
    const second = first.replace(/\r\n\r\n.*/s, `\r\n\r\n${Buffer.from('第二封').toString('base64')}\r\n`);
    expect(await outcomes(mailMessage(first), mailMessage(second))).toEqual(['new', 'new']);
  });

  it('registers what stands before a letter that could not be fetched, and goes on from there', async () => {
    const [first, cut, last] = [aMail(), aMail(), aMail()].map((mail, at) => mailMessage(mail, `line:${at}`));
    const broken = { ...cut!, original: { ...cut!.original, load: () => Promise.reject(new Error('line cut')) } };
    await expect(hub.intake.accept([first!, broken, last!])).rejects.toThrow('line cut');
    expect(await outcomes(first!, cut!, last!)).toEqual(['known', 'new', 'new']);
  });

  it('writes a batch in its turn, and not at all where what was before it could not be written', async () => {
    const message = mailMessage(aMail(), 'turn');
    await expect(hub.intake.accept([message], Promise.reject(new Error('the batch before')))).rejects.toThrow('the batch before');
    let isOver = false;
    const turn = new Promise<void>((done) => setTimeout(() => ((isOver = true), done()), 200));
    expect((await hub.intake.accept([message], turn)).map(({ outcome }) => [outcome, isOver])).toEqual([['new', true]]);
  });

  it('puts what nobody can read aside and takes in what stands behind it', async () => {
    const noise = mailMessage('');
    expect(await outcomes(noise, mailMessage(aMail()))).toEqual(['quarantined', 'new']);
    const { body } = await hub.as('office').get('/api/v1/quarantine').expect(200);
    expect(body[0].reason).not.toBe('');
    await hub.as('office').get(body[0].original).expect(200);
  });

  it('owes one acknowledgement to a letter and none to an automatic reply', async () => {
    const before = (await hub.app.get(OperationsQuery).letters(['pending'], 500)).length;
    const automatic = aMail({ subject: '自动回复：休假', headers: 'Auto-Submitted: auto-replied' });
    expect(await outcomes(mailMessage(aMail()), mailMessage(automatic))).toEqual(['new', 'quarantined']);
    expect((await hub.app.get(OperationsQuery).letters(['pending'], 500)).length).toBe(before + 1);
  });

  it('takes a form once and shows its code once', async () => {
    const { text: page } = await hub.as(null).get('/submit').expect(200);
    const receipt = /name="receipt" value="([^"]+)"/.exec(page)![1]!;
    const form = {
      receipt,
      kind: 'complaint',
      subject: '风机噪声',
      text: '楼下风机每晚响到一点。',
      street: '长寿路街道',
      place: '3 号楼',
      secrecy: 'anonymous',
      website: '',
    };
    const sent = () => hub.as(null).post('/submit', form).type('form');
    const first = await sent().expect(200);
    const [number] = /YXT-\d{8}-\d{4}/.exec(first.text)!;
    const [code] = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){3}/.exec(first.text.replace(/<wbr\/?>/g, ''))!;
    const again = await sent().expect(200);
    expect([again.text.includes(number), again.text.includes(code)]).toEqual([true, false]);
    const found = await hub.as(null).post('/track', { number, code }).type('form').expect(200);
    expect(found.text).toContain('风机噪声');
    const wrong = await hub.as(null).post('/track', { number, code: 'AAAA-AAAA-AAAA-AAAA' }).type('form');
    expect(wrong.text).not.toContain('风机噪声');
  });
});
