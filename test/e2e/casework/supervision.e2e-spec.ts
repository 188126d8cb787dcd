import { DeadlineWatch } from '@hub/casework';
import { addDays, dayOf, shortDate } from '@hub/domain';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('supervision', (open) => {
  let hub: Hub;
  let now = new Date('2026-11-02T02:00:00Z');
  const today = () => dayOf(now);
  const forward = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));
  const watch = () => hub.app.get(DeadlineWatch).run();

  beforeAll(async () => {
    // The session of each person outlives the days that pass in these tests.
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 365 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'section-head', 'pollution-control');
    await hub.staff('leader', 'leader');
    await hub.staff('second', 'leader');
    await hub.staff('director', 'director');
  });
  afterAll(() => hub.close());

  const received = async (): Promise<string> => {
    const [result] = await hub.intake.accept([mailMessage(aMail({ date: now.toUTCString() }))]);
    return result!.number!;
  };
  const inHand = async (): Promise<string> => {
    const number = await received();
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  };
  const supervise = (account: string, number: string, body: object) => hub.as(account).act(number, 'supervision', body);
  const order = { decision: 'issue', ground: 'important', reason: '居民多次反映', demand: '请一周内办结' };
  const issued = async (account = 'leader', number?: string) => {
    const { body } = await supervise(account, number ?? (await inHand()), order).expect(200);
    return body as { number: string; orders: { number: string; state: string }[] };
  };
  const noticesOf = async (account: string, number: string): Promise<string[]> => {
    const { body } = await hub.as(account).get('/api/v1/notices?limit=100').expect(200);
    return body.items.filter(({ appeal }: { appeal: string }) => appeal === number).map(({ text }: { text: string }) => text);
  };
  const actsOf = async (account: string, number: string): Promise<string[]> => {
    const { body } = await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200);
    return body.allowedActions
      .filter(({ act }: { act: string }) => act === 'supervision')
      .map(({ name }: { name: string }) => name);
  };

  it('gives each order a number of its year, its day, and tells the unit', async () => {
    const { number, orders } = await issued();
    expect(orders).toMatchObject([{ state: 'open', issuedBy: 'leader君', unit: '监察支队', dueOn: addDays(today(), 5) }]);
    expect(orders[0]!.number).toMatch(/^普环督〔2026〕\d+号$/);
    expect(await noticesOf('officer', number)).toEqual([expect.stringContaining(orders[0]!.number)]);
    expect(await noticesOf('stranger', number)).toEqual([]);
  });

  it('is issued by the office only on the order of a leader who is named', async () => {
    const number = await inHand();
    await supervise('office', number, order).expect(409);
    await supervise('office', number, { ...order, orderedBy: 'head' }).expect(409);
    const { body } = await supervise('office', number, { ...order, orderedBy: 'leader' }).expect(200);
    expect(body.orders).toMatchObject([{ issuedBy: 'leader君', enteredBy: 'office君' }]);
  });

  it('is answered by the unit, then closed by the leader who issued it and by no other', async () => {
    const { number } = await issued();
    expect(await actsOf('head', number)).toEqual(['答复督办单']);
    expect(await actsOf('second', number)).toEqual(['发督办单', '催办']);
    await supervise('stranger', number, { decision: 'answer', text: '已办' }).expect(404);
    await supervise('head', number, { decision: 'answer', text: '已约谈企业，本周完成整改。' }).expect(200);
    await supervise('second', number, { decision: 'close', words: '可以' }).expect(403);
    const { body } = await supervise('leader', number, { decision: 'close', words: '同意办结' }).expect(200);
    expect(body.orders).toMatchObject([{ state: 'closed', answeredBy: 'head君', closingWords: '同意办结' }]);
    expect(await noticesOf('leader', number)).toEqual([expect.stringContaining('已答复督办单')]);
  });

  it('may be closed by the director in any case', async () => {
    const { number } = await issued();
    await supervise('director', number, { decision: 'close', words: '撤销督办' }).expect(200);
  });

  it('may be several on one appeal; then the order must be named', async () => {
    const { number, orders } = await issued();
    await issued('director', number);
    const { body } = await supervise('head', number, { decision: 'answer', text: '已办' }).expect(400);
    expect(body.code).toBe('order');
    await supervise('head', number, { decision: 'answer', text: '已办', order: orders[0]!.number }).expect(200);
  });

  it('counts its reminders and tells the unit of each', async () => {
    const { number } = await issued();
    await supervise('office', number, { decision: 'remind' }).expect(200);
    const { body } = await supervise('leader', number, { decision: 'remind', words: '区里在催' }).expect(200);
    expect(body.orders).toMatchObject([{ reminders: 2 }]);
    expect((await noticesOf('head', number)).length + (await noticesOf('officer', number)).length).toBeGreaterThanOrEqual(4);
  });

  it('keeps a day that has passed, a ground that there is not and an empty demand out', async () => {
    const number = await inHand();
    await supervise('leader', number, { ...order, dueOn: addDays(today(), -1) }).expect(400);
    await supervise('leader', number, { ...order, ground: 'mood' }).expect(400);
    await supervise('leader', number, { ...order, demand: ' ' }).expect(400);
  });

  it('is a view of the queue, and a list by state that shows nobody what he may not know', async () => {
    const { number, orders } = await issued();
    const view = await hub.as('office').get('/api/v1/appeals?view=supervised&limit=200').expect(200);
    expect(view.body.items.map((one: { number: string }) => one.number)).toContain(number);
    expect(view.body.items.every((one: { supervised: boolean }) => one.supervised)).toBe(true);
    const rows = async (account: string) =>
      (await hub.as(account).get('/api/v1/supervision-orders?state=open').expect(200)).body.map(
        (one: { number: string }) => one.number,
      );
    expect(await rows('head')).toContain(orders[0]!.number);
    expect(await rows('stranger')).toEqual([]);
  });

  it('is suggested after the second return, and not again once a leader has declined', async () => {
    const number = await received();
    await hub.as('office').act(number, 'acceptance').expect(200);
    for (let turn = 0; turn < 2; turn++) {
      await hub
        .as(turn ? 'leader' : 'office')
        .act(number, 'assignment', { unitId: 'supervision' })
        .expect(200);
      const { body } = await hub
        .as('head')
        .act(number, 'return', { reason: '不属本科室' })
        .expect(turn ? 200 : 200);
      expect(body.number).toBe(number);
      await hub.as('office').act(number, 'return', { decision: 'confirm', reason: '同意' }).expect(200);
    }
    const { body } = await hub.as('leader').get(`/api/v1/appeals/${number}`).expect(200);
    expect(body.orders).toMatchObject([{ state: 'suggested', ground: 'returned', reason: '已退单 2 次', number: null }]);
    await supervise('leader', number, { decision: 'dismiss', ground: 'returned', words: '已指定单位' }).expect(200);
    expect(await actsOf('leader', number)).toEqual(['发督办单']);
  });

  it('tells of each level of a lateness once, to more people each time', async () => {
    const number = await inHand();
    await watch();
    expect(await noticesOf('officer', number)).toEqual([]);
    forward(5);
    await watch();
    await watch();
    expect(await noticesOf('officer', number)).toEqual([`${number}（监察支队）：联系还有 2 天到期（11月9日）。`]);
    forward(3);
    await watch();
    await watch();
    expect(await noticesOf('office', number)).toEqual([`${number}（监察支队）：联系超期 1 天。`]);
    expect(await noticesOf('director', number)).toEqual([]);
    forward(14);
    await watch();
    expect(await noticesOf('director', number)).toEqual([`${number}（监察支队）：联系超期 15 天（严重超期）。`]);
    expect(await noticesOf('stranger', number)).toEqual([]);
  });

  it('warns of a step that comes due while the citizen is asked', async () => {
    const number = await inHand();
    await hub.as('officer').act(number, 'question', { text: '请问噪声在几点出现？', dueOn: addDays(today(), 20) }).expect(200); // prettier-ignore
    forward(5);
    await watch();
    expect(await noticesOf('officer', number)).toEqual([`${number}（监察支队）：联系还有 2 天到期（${shortDate(addDays(today(), 2), today())}）。`]); // prettier-ignore
  });

  it('begins anew with a new due day', async () => {
    const number = await inHand();
    forward(8);
    await watch();
    const at = `${today()}T08:00:00+08:00`;
    await hub.as('officer').act(number, 'contact-records', { at, method: 'phone', outcome: 'reached', words: '已接通' }).expect(200); // prettier-ignore
    const before = (await noticesOf('officer', number)).length;
    await watch();
    expect((await noticesOf('officer', number)).length).toBe(before);
    forward(4);
    await watch();
    expect((await noticesOf('officer', number))[0]).toContain('现场还有 2 天到期');
  });

  it('is suggested for what is late, with a reason, and becomes the order of whoever follows', async () => {
    const number = await inHand();
    forward(9);
    await watch();
    const late = { state: 'suggested', ground: 'late', reason: '办理超期 2 天' };
    const { body: rows } = await hub.as('leader').get('/api/v1/supervision-orders?state=suggested&limit=200').expect(200);
    expect(rows.filter((one: { appeal: string }) => one.appeal === number)).toMatchObject([late, { ground: 'silent' }]);
    const { body } = await supervise('leader', number, { ...order, ground: 'late' }).expect(200);
    expect(body.orders.map((one: { ground: string; state: string }) => [one.ground, one.state])).toEqual([
      ['late', 'open'],
      ['silent', 'suggested'],
    ]);
  });

  it('rises when an order stays unanswered', async () => {
    const { number, orders } = await issued('second');
    forward(11);
    await watch();
    expect(await noticesOf('leader', number)).toContain(
      `${number}：督办单 ${orders[0]!.number} 超期 6 天（中度超期），还没有答复。`,
    );
  });

  it('is told once also when two watch at the same time', async () => {
    const number = await inHand();
    forward(8);
    await Promise.all([watch(), watch()]);
    expect((await noticesOf('officer', number)).filter((text) => text.includes('超期 1 天'))).toHaveLength(1);
  });

  it('lets a person read his own notices and nobody else’s', async () => {
    const { number } = await issued();
    const { body } = await hub.as('officer').get('/api/v1/notices?unread=yes').expect(200);
    const [{ id }] = body.items.filter(({ appeal }: { appeal: string }) => appeal === number);
    await hub
      .as('stranger')
      .post('/api/v1/notices/read', { ids: [id] })
      .expect(204);
    const again = await hub.as('officer').get('/api/v1/notices?unread=yes').expect(200);
    expect(again.body.items.map((one: { id: number }) => one.id)).toContain(id);
    await hub.as('officer').post('/api/v1/notices/read').expect(204);
    const after = await hub.as('officer').get('/api/v1/notices').expect(200);
    expect(after.body.unread).toEqual({ count: 0, more: false });
    expect(after.body.items.find((one: { id: number }) => one.id === id).readAt).not.toBeNull();
  });

  it('shows a notice no longer to whoever may not know of the appeal any more', async () => {
    const { number } = await issued();
    await hub.as('office').act(number, 'assignment', { unitId: 'pollution-control' }).expect(200);
    expect(await noticesOf('head', number)).toEqual([]);
    expect(await noticesOf('officer', number)).toEqual([]);
  });
});
