import { DeliveryService } from '@hub/casework';
import { instant } from '@hub/domain';
import { OperationsQuery, UnitOfWork } from '@hub/persistence';
import { aBounce, aComplaint } from '../../factories/bounce';
import { aMail, mailMessage } from '../../factories/letter';
import { hireBureau } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

interface Shown {
  status: string;
  mailReturned: string | null;
  lamps: { name: string; state: string }[];
  history: { title: string; note: string }[];
  messages: { direction: string; delivery: { state: string; error: string | null } | null }[];
  allowedActions: { act: string; way: string | null }[];
}

describeBothEngines('a letter that comes back', (open) => {
  let hub: Hub;
  let count = 0;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
  });
  afterAll(() => hub.close());

  const take = async (mail: string) => (await hub.intake.accept([mailMessage(mail)]))[0]!;
  const show = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body as Shown;
  const letters = () => hub.app.get(OperationsQuery).letters(['pending', 'sent', 'bounced'], 500);
  const letter = async (id: number) => (await letters()).find((one) => one.id === id)!;
  const notices = async (account: string) =>
    ((await hub.as(account).get('/api/v1/notices').expect(200)).body as { items: { kind: string; text: string }[] }).items;

  /** Registers a letter of a citizen; gives its number and the acknowledgement, gone out. */
  async function acknowledged(from = `zhang@mail${(count += 1)}.example`) {
    const { number } = await take(aMail({ from }));
    const owed = (await letters()).find(({ kind, to }) => kind === 'acknowledgement' && to === from)!;
    await send(owed);
    return { number: number!, from, owed };
  }

  async function send({ id, domainKey }: { id: number; domainKey: string }, at = instant(Date.now())): Promise<void> {
    const until = instant(Date.parse(at) + 60_000);
    const claimed = (await hub.app.get(UnitOfWork).run(({ outbox }) => outbox.claim(domainKey, 'test', at, until)))!;
    expect(claimed.id).toBe(id);
    await hub.app.get(DeliveryService).letterSent(claimed, at);
    await hub.app.get(UnitOfWork).run(({ outbox }) => outbox.settle(claimed, { state: 'sent', lastError: null, sentAt: at }));
  }

  async function answered() {
    const { number, from } = await acknowledged();
    const as = (account: string, act: string, body: object = {}) => hub.as(account).act(number, act, body).expect(200);
    await as('office', 'acceptance');
    await as('office', 'assignment', { unitId: 'supervision' });
    await as('officer', 'receipt');
    await as('officer', 'contact-records', { method: 'phone', outcome: 'reached', words: '已接通' });
    await as('officer', 'site-records', {
      at: new Date().toISOString(),
      officers: ['沈佳', '顾敏'],
      place: '长寿路',
      findings: '已查',
    });
    await as('officer', 'draft', { text: '您好，已责令整改。', submit: true });
    await as('head', 'approval', { decision: 'pass' });
    await as('head', 'reply');
    const reply = (await letters()).find((one) => one.kind === 'reply' && one.to === from)!;
    await send(reply);
    return { number, from, reply };
  }
  const replyLamp = async (number: string) => (await show(number)).lamps.find(({ name }) => name === 'reply')!.state;

  it('marks its appeal with the reason, tells those who work on it and is no appeal', async () => {
    const { number, from, owed } = await acknowledged();
    const result = await take(aBounce({ to: from, status: '5.1.1', original: owed.messageId }));
    expect(result).toMatchObject({ outcome: 'quarantined', number: null });
    const { mailReturned, history } = await show(number);
    expect([mailReturned, history.at(-1)!.title, history.at(-1)!.note]).toEqual([
      '邮箱地址不存在',
      '邮件退回',
      '回执：邮箱地址不存在（5.1.1）',
    ]);
    expect((await notices('office'))[0]).toMatchObject({ kind: 'mail', text: expect.stringContaining(number) });
  });

  it('is the last that is sent to its address: the next waits as returned', async () => {
    const { from, owed } = await acknowledged();
    await take(aBounce({ to: from, status: '5.1.1', original: owed.messageId }));
    const { number } = await take(aMail({ from }));
    const next = (await letters()).find(({ kind, to }) => kind === 'acknowledgement' && to === from)!;
    expect([next.state, next.lastError, (await show(number!)).mailReturned]).toEqual([
      'bounced',
      '没有寄出：邮箱地址不存在。',
      '邮箱地址不存在',
    ]);
  });

  it('that was the answer takes the delivery back, so that it is owed by phone or post', async () => {
    const { number, from, reply } = await answered();
    expect(await replyLamp(number)).toBe('done');
    await take(aBounce({ to: from, status: '5.2.1', original: reply.messageId }));
    expect(await replyLamp(number)).not.toBe('done');
    const { allowedActions, messages } = await show(number);
    expect(allowedActions).toContainEqual(expect.objectContaining({ act: 'reply', way: 'otherwise' }));
    expect(messages.find(({ direction }) => direction === 'out')!.delivery!.state).toBe('bounced');
    const otherwise = { delivery: 'phone', note: '下午三点告知本人，表示知道了', otherwise: true };
    await hub.as('officer').act(number, 'reply', otherwise).expect(200);
    expect(await replyLamp(number)).toBe('done');
  });

  it('after the answer was told by phone takes nothing back', async () => {
    const { number, from, reply } = await answered();
    await take(aBounce({ to: from, status: '5.2.1', original: reply.messageId }));
    await hub.as('officer').act(number, 'reply', { delivery: 'phone', note: '已告知本人', otherwise: true }).expect(200);
    await take(aBounce({ to: from, status: '5.2.1', original: reply.messageId }));
    expect(await replyLamp(number)).toBe('done');
  });

  it('goes to the right address once somebody has written it down', async () => {
    const { number, from, reply } = await answered();
    await take(aBounce({ to: from, status: '5.1.1', original: reply.messageId }));
    await hub.as('officer').act(number, 'mail-address', { email: 'nobody' }).expect(400);
    await hub
      .as('officer')
      .act(number, 'mail-address', { email: `new.${from}` })
      .expect(200);
    const again = await letter(reply.id);
    expect([again.state, again.to, again.messageId]).toEqual(['pending', `new.${from}`, reply.messageId]);
    expect((await show(number)).mailReturned).toBeNull();
    await send(again);
    expect(await replyLamp(number)).toBe('done');
  });

  it('that is only late changes nothing but the history', async () => {
    const { number, from, owed } = await acknowledged();
    await take(aBounce({ to: from, status: '4.4.1', action: 'delayed', original: owed.messageId }));
    const { mailReturned, history } = await show(number);
    expect([mailReturned, history.at(-1)!.title, (await letter(owed.id)).state]).toEqual([null, '邮件延迟送达', 'sent']);
  });

  it('for now is sent again as the same letter, twice, and then counts as come back', async () => {
    const { number, from, owed } = await acknowledged();
    const back = () => take(aBounce({ to: from, status: '4.2.2', original: owed.messageId }));
    for (const round of [1, 2]) {
      await back();
      expect([round, (await letter(owed.id)).state, (await show(number)).mailReturned]).toEqual([round, 'pending', null]);
      await send(owed, instant(Date.now() + 3 * 86_400_000));
    }
    await back();
    expect([(await letter(owed.id)).state, (await show(number)).mailReturned]).toEqual(['bounced', '邮箱已满']);
  });

  it('marks nothing where its secret is wrong or missing, and waits for a person', async () => {
    const { number, from, owed } = await acknowledged();
    const mark = /^y\.\d+\.[a-z2-7]{26}/.exec(owed.messageId)![0];
    const forged = `${mark.slice(0, -1)}${mark.endsWith('a') ? 'b' : 'a'}`;
    for (const original of [owed.messageId.replace(mark, forged), 'x@mail.example']) {
      const { outcome } = await take(aBounce({ to: from, status: '5.1.1', original }));
      expect(outcome).toBe('quarantined');
    }
    expect([(await show(number)).mailReturned, (await letter(owed.id)).state]).toEqual([null, 'sent']);
    const { body } = await hub.as('office').get('/api/v1/quarantine').expect(200);
    expect((body as { reason: string }[]).filter(({ reason }) => reason.startsWith('退信通知')).length).toBeGreaterThan(1);
  });

  it('by a complaint of its reader is the last that goes to him by itself', async () => {
    const { number, from, owed } = await acknowledged();
    expect((await take(aComplaint(from, owed.messageId))).outcome).toBe('quarantined');
    expect((await show(number)).mailReturned).toContain('投诉');
    await take(aMail({ from }));
    expect((await letters()).find(({ to }) => to === from)!.state).toBe('bounced');
  });
});

describeBothEngines('mail that no citizen wrote', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
  });
  afterAll(() => hub.close());

  const take = async (mail: string) => (await hub.intake.accept([mailMessage(mail)]))[0]!;
  const acknowledgements = async () =>
    (await hub.app.get(OperationsQuery).letters(['pending'], 500)).filter(({ kind }) => kind === 'acknowledgement');

  async function waitingForCitizen() {
    const from = 'qian@mail.example';
    const { number } = await take(aMail({ from }));
    const [{ messageId }] = await acknowledgements();
    const as = (account: string, act: string, body: object = {}) => hub.as(account).act(number!, act, body).expect(200);
    await as('office', 'acceptance');
    await as('office', 'assignment', { unitId: 'supervision' });
    await as('officer', 'receipt');
    await as('officer', 'question', { text: '请问是哪一号？', dueOn: '2099-01-01' });
    return { number: number!, from, messageId };
  }

  it('is no answer to our question: machine, list, empty sender, words of an answering machine', async () => {
    const { number, from, messageId } = await waitingForCitizen();
    const answers = `In-Reply-To: <${messageId}>`;
    const before = (await acknowledgements()).length;
    for (const mail of [
      aMail({ from, headers: `${answers}\r\nAuto-Submitted: auto-replied` }),
      aMail({ from, headers: `${answers}\r\nList-Id: <a.mail.example>` }),
      aMail({ from, headers: `${answers}\r\nPrecedence: bulk` }),
      aMail({ from, headers: `Return-Path: <>\r\n${answers}` }),
      aMail({ from, headers: answers, text: '您好，您的邮件我已收到，会尽快回复您。' }),
    ])
      expect((await take(mail)).outcome).toBe('quarantined');
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    expect([(body as { status: string }).status, (await acknowledgements()).length]).toEqual(['awaiting-citizen', before]);
    expect((await take(aMail({ from, headers: answers, text: '是十八号二楼。' }))).outcome).toBe('joined');
  });

  it('is our own where it comes back by another mailbox', async () => {
    const own = aMail({ from: 'yixiantong@putuo-epb.example' });
    const marked = (await acknowledgements())[0]!.messageId;
    const looped = aMail({ from: 'alias@mail.example' }).replace(/Message-ID: <[^>]+>/, `Message-ID: <${marked}>`);
    expect([(await take(own)).outcome, (await take(looped)).outcome]).toEqual(['quarantined', 'quarantined']);
  });

  it('from a list may be an appeal, and is not acknowledged', async () => {
    const before = (await acknowledgements()).length;
    expect((await take(aMail({ headers: 'List-Id: <a.mail.example>' }))).outcome).toBe('new');
    expect((await acknowledgements()).length).toBe(before);
  });
});
