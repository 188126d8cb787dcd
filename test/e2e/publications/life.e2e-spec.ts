import { UnitOfWork } from '@hub/persistence';
import { ago, hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const PAGE = {
  title: '饭店风机夜间噪声',
  topic: 'noise',
  street: '长寿路街道',
  verdict: 'true',
  facts: '居民反映一家饭店的风机夜间声音大。',
  findings: '夜间测量超过限值，情况属实。',
  measures: '已装消声器，复测合格。',
};

describeBothEngines('the life of a publication', (open) => {
  let hub: Hub;
  let walked: WalkedAppeal;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
    await hub.staff('inspector', 'discipline');
    await hub.staff('otherhead', 'section-head', 'monitoring');
    walked = new WalkedAppeal(hub);
  });
  afterAll(() => hub.close());

  const prepared = async (appeal?: string) => {
    const number = appeal ?? (await walked.answered());
    return (await hub.as('office').post('/api/v1/publications', { appeal: number }).expect(201)).body;
  };
  const step = (account: string, id: number, name: string, body: object) =>
    hub.as(account).post(`/api/v1/publications/${id}${name && `/${name}`}`, body);
  /** Brings it to the state that a test begins at. */
  const brought = async (to: 'changed' | 'agreed' | 'approved' | 'published', appeal?: string) => {
    const { id, version } = await prepared(appeal);
    let { body } = await step('office', id, '', { ...PAGE, version }).expect(200);
    if (to === 'changed') return body;
    ({ body } = await step('head', id, 'agreement', { yes: true, version: body.version }).expect(200));
    if (to === 'agreed') return body;
    ({ body } = await step('leader', id, 'approval', { yes: true, version: body.version }).expect(200));
    if (to === 'approved') return body;
    ({ body } = await step('office', id, 'publication', { version: body.version }).expect(200));
    return body;
  };

  it('leads from the office by section head and leader to a page with its number', async () => {
    const page = await brought('published');
    const year = new Date().getFullYear();
    expect(page).toMatchObject({
      state: 'published',
      number: `公开〔${year}〕1号`,
      path: expect.stringMatching(/^\/published\/\d+$/),
    });
    expect(page.hands.map(({ step: of, by }: { step: string; by: string }) => `${of} ${by}`)).toEqual([
      '起草 office君',
      '科室同意 head君',
      '领导批准 leader君',
      '公开 office君',
    ]);
    const { body } = await hub.as('leader').get('/api/v1/publications?state=published').expect(200);
    expect(body.items.map(({ id }: { id: number }) => id)).toContain(page.id);
  });

  it.each([
    ['head', 'approval', 'changed'],
    ['leader', 'approval', 'changed'],
    ['otherhead', 'agreement', 'changed'],
    ['office', 'publication', 'agreed'],
  ] as const)('is not taken a step further by %s: %s', async (account, name, from) => {
    const { id, version } = await brought(from);
    const body = name === 'publication' ? { version } : { yes: true, version };
    const { status } = await step(account, id, name, body);
    expect([403, 404, 409]).toContain(status);
    expect((await hub.as('office').get(`/api/v1/publications/${id}`)).body.version).toBe(version);
  });

  it('begins anew with whatever is changed, and what is not as it was read changes nothing', async () => {
    const { id, version } = await brought('approved');
    await step('office', id, '', { ...PAGE, title: '旧的', version: version - 1 }).expect(409);
    const { body } = await step('office', id, '', { ...PAGE, title: '饭店风机噪声', version }).expect(200);
    expect(body).toMatchObject({ state: 'draft', title: '饭店风机噪声', leakReason: null });
    expect(body.hands).toHaveLength(1);
  });

  it('is sent back only with what is to be changed', async () => {
    const { id, version } = await brought('agreed');
    await step('leader', id, 'approval', { yes: false, version }).expect(400);
    const { body } = await step('leader', id, 'approval', { yes: false, note: '写清测了多少分贝', version }).expect(200);
    expect(body).toMatchObject({ state: 'draft', note: '写清测了多少分贝' });
  });

  it('is there once for an appeal, and again only when the page is down', async () => {
    const number = await walked.answered();
    const page = await brought('published', number);
    await hub.as('office').post('/api/v1/publications', { appeal: number }).expect(409);
    await step('leader', page.id, 'withdrawal', { reason: '', version: page.version }).expect(400);
    const { body } = await step('leader', page.id, 'withdrawal', { reason: '数字写错', version: page.version }).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', note: '数字写错' });
    await prepared(number);
  });

  it('tells in a list what is not published, and why', async () => {
    const number = await walked.answered();
    const { body } = await hub
      .as('office')
      .post('/api/v1/publications', { appeal: number, withheld: { reason: 'refused', note: '当事人来电说不愿公开' } })
      .expect(201);
    expect(body).toMatchObject({ state: 'withheld', withheldFor: '当事人不同意' });
    const { body: list } = await hub.as('office').get('/api/v1/publications?state=withheld').expect(200);
    expect(list.items.map(({ appeal }: { appeal: string }) => appeal)).toContain(number);
    const { body: undecided } = await hub.as('office').get('/api/v1/publications/undecided').expect(200);
    expect(undecided.map(({ number: one }: { number: string }) => one)).not.toContain(number);
  });

  it('never begins for an appeal that is confidential or not answered yet', async () => {
    const open = await walked.inHand();
    const answered = await walked.answered();
    await hub.as('office').act(answered, 'confidentiality', { secrecy: 'confidential', reason: '来电要求保密' }).expect(200);
    for (const appeal of [open, answered]) {
      const { body } = await hub.as('office').post('/api/v1/publications', { appeal }).expect(409);
      expect(body.code).toBe('not-publishable');
    }
  });

  it('ends at once when its appeal becomes confidential, whether it is published or on its way', async () => {
    const numbers = [await walked.answered(), await walked.answered()];
    const published = await brought('published', numbers[0]);
    const agreed = await brought('agreed', numbers[1]);
    for (const number of numbers)
      await hub.as('office').act(number, 'confidentiality', { secrecy: 'confidential', reason: '来电要求保密' }).expect(200);
    const state = async (id: number) => (await hub.as('office').get(`/api/v1/publications/${id}`).expect(200)).body.state;
    expect([await state(published.id), await state(agreed.id)]).toEqual(['withdrawn', 'withheld']);
    // Whoever may not know of the appeal is not told of its publication either.
    await hub.as('leader').get(`/api/v1/publications/${published.id}`).expect(404);
    const { body } = await hub.as('leader').get('/api/v1/publications?state=withdrawn').expect(200);
    expect(body.items.map(({ id }: { id: number }) => id)).not.toContain(published.id);
  });

  it('stands in the audit chain step by step', async () => {
    const { appeal } = await brought('published');
    const { body } = await hub.as('director').get(`/api/v1/audit?subject=${appeal}`).expect(200);
    const actions = (body.items as { action: string }[]).map(({ action }) => action);
    for (const one of ['prepare', 'change', 'agreement', 'approval', 'publication'])
      expect(actions).toContain(`publication.${one}`);
  });

  describe('where the words tell who the citizen is', () => {
    const WRITER = { name: '陆文洁', phone: '13812345678', email: '', address: '长寿路街道梧桐里3号502室' };
    const told = async (kind = 'complaint') => {
      const text = '我叫陆文洁，住梧桐里3号502室，电话138 1234 5678，我的车牌号是沪A12345。楼下风机太吵。';
      const entry = {
        source: '来信',
        kind: 'complaint',
        text,
        subject: '陆文洁反映风机噪声',
        place: '长寿路',
        receivedAt: ago(4),
        ...WRITER,
      };
      const number = (await hub.as('office').post('/api/v1/appeals', entry).expect(201)).body.number as string;
      await hub.as('office').act(number, 'acceptance', { kind }).expect(200);
      await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
      await hub.as('officer').act(number, 'receipt').expect(200);
      const contact = { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' };
      const site = { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '反映人陆文洁带路，测得54分贝。' };
      await hub.as('officer').act(number, 'contact-records', contact).expect(200);
      await hub.as('officer').act(number, 'site-records', site).expect(200);
      const answer = '陆女士您好，已责令整改。有事请找officer君，或打13987654321。';
      await hub.as('officer').act(number, 'draft', { text: answer, submit: true }).expect(200);
      await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
      await hub.as('head').act(number, 'reply', { delivery: 'phone', note: '当天下午电话告知' }).expect(200);
      return number;
    };

    it('begins without them: neither in title, facts, findings nor measures', async () => {
      const { title, facts, findings, measures, leaks } = await prepared(await told());
      const all = [title, facts, findings, measures].join('\n');
      for (const trace of ['陆文洁', '陆女士', '1234', '502', '沪A', 'officer君', '987654321']) expect(all).not.toContain(trace);
      expect(all).toContain('54分贝');
      const kinds = new Set((leaks as { kind: string }[]).map(({ kind }) => kind));
      for (const kind of ['name', 'phone', 'address', 'own-plate', 'other-phone', 'staff']) expect(kinds).not.toContain(kind);
    });

    it('is approved with them only by the leader’s reason, and then in these very words', async () => {
      const { id, version } = await prepared(await told());
      const spoken = { ...PAGE, facts: '反映人陆文洁系人大代表，就风机提出意见。' };
      let { body } = await step('office', id, '', { ...spoken, version }).expect(200);
      ({ body } = await step('head', id, 'agreement', { yes: true, version: body.version }).expect(200));
      const refused = await step('leader', id, 'approval', { yes: true, version: body.version }).expect(409);
      expect(refused.body).toMatchObject({ code: 'leak-found', leaks: [{ kind: 'name', where: '基本情况' }] });
      const leakReason = '代表本人书面同意署名';
      ({ body } = await step('leader', id, 'approval', { yes: true, leakReason, version: body.version }).expect(200));
      expect(body.leakReason).toBe(leakReason);
      await step('office', id, 'publication', { version: body.version }).expect(200);
    });

    it('is not published with them at all where it was a report', async () => {
      const { id, version } = await prepared(await told('report'));
      let { body } = await step('office', id, '', { ...PAGE, measures: '已告知陆文洁。', version }).expect(200);
      ({ body } = await step('head', id, 'agreement', { yes: true, version: body.version }).expect(200));
      await step('leader', id, 'approval', { yes: true, leakReason: '没有关系', version: body.version }).expect(409);
    });

    it('is not published when it turns out after the approval whom they name', async () => {
      const number = await walked.answered({ letter: { from: 'somebody@example.com' } });
      const { id, version } = await brought('approved', number);
      await hub.app.get(UnitOfWork).run(async ({ persons, appeals }) => {
        const { id: appealId } = await appeals.hold(number);
        await persons.rewrite(appealId, { name: '消声器', phone: '', email: '', address: '' });
      });
      const { body } = await step('office', id, 'publication', { version }).expect(409);
      expect(body.code).toBe('leak-found');
    });
  });
});
