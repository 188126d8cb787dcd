import { addDays, dayOf } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const ID_NUMBER = '11010519491231002X';

describeBothEngines('what tells who a citizen is', (open) => {
  let hub: Hub;
  const ago = (days: number) => `${addDays(dayOf(new Date()), -days)}T10:00:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('colleague', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
  });
  afterAll(() => hub.close());

  const words = '河边那家洗车店每天把带泡沫的水直接冲进河里，水面上一层白沫，我拍到了照片';
  const received = async (): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      text: words,
      name: '陆文洁',
      phone: '13812345678',
      place: '苏州河边',
      receivedAt: ago(4),
    };
    return (await hub.as('office').post('/api/v1/appeals', entry).expect(201)).body.number;
  };
  const transfer = (number: string, summary: string, account = 'office') =>
    hub.as(account).act(number, 'transfer', { departmentId: 'water', summary, reason: '属贵单位职责' });

  it.each([
    ['his name', '反映人陆文洁称洗车店排污'],
    ['his telephone in words', '洗车店排污，电话一三八一二三四五六七八'],
    ['his own words', `来信称：${words}`],
  ])('does not leave for a department: %s', async (_, summary) => {
    const number = await received();
    const { body } = await transfer(number, summary).expect(409);
    expect(body).toMatchObject({ code: 'leak-found', leaks: [{ weight: 'block', where: '摘要' }] });
    const { body: letters } = await hub.as('office').get('/api/v1/outbox').expect(200);
    expect(
      letters.filter((letter: { appeal: string; kind: string }) => letter.appeal === number && letter.kind === 'transfer'),
    ).toEqual([]);
    await transfer(number, '群众反映洗车店向河道排放泡沫水。').expect(200);
  });

  it('leaves by the reasoned word of a second person, and only the text that he has seen', async () => {
    const number = await received();
    const summary = '反映人陆文洁系人大代表，已同意公开身份';
    const parts = [
      { where: '摘要', text: summary },
      { where: '理由', text: '属贵单位职责' },
    ];
    const { body } = await hub
      .as('office')
      .act(number, 'leak-review', { decision: 'ask', audience: 'department', parts })
      .expect(200);
    const [{ id, state }] = body.leakReviews;
    expect(state).toBe('asked');
    const own = await hub.as('office').act(number, 'leak-review', { decision: 'allow', id, reason: '自己看过' }).expect(403);
    expect(own.body.code).toBe('own-text');
    await transfer(number, summary).expect(409);
    await hub.as('colleague').act(number, 'leak-review', { decision: 'allow', id }).expect(400);
    await hub.as('colleague').act(number, 'leak-review', { decision: 'allow', id, reason: '本人书面同意' }).expect(200);
    await transfer(number, `${summary}。电话 13812345678`).expect(409);
    await transfer(number, summary).expect(200);
  });

  it('stays too where the place of the matter is his own door, which the department would read', async () => {
    const home = '桃浦路328弄12号301室';
    const entry = {
      source: '来信',
      kind: 'complaint',
      text: words,
      name: '陆文洁',
      address: home,
      place: home,
      receivedAt: ago(4),
    };
    const { number } = (await hub.as('office').post('/api/v1/appeals', entry).expect(201)).body;
    const { body } = await transfer(number, '群众反映洗车店向河道排放泡沫水。').expect(409);
    expect(body.leaks).toMatchObject([{ kind: 'address', where: '地点' }]);
    expect(body.review.parts).toEqual([{ where: '地点', text: expect.stringContaining(home) }]);
  });

  it('stays where the second person refuses', async () => {
    const number = await received();
    const parts = [
      { where: '摘要', text: '反映人陆文洁' },
      { where: '理由', text: '属贵单位职责' },
    ];
    const asked = await hub
      .as('office')
      .act(number, 'leak-review', { decision: 'ask', audience: 'department', parts })
      .expect(200);
    const { id } = asked.body.leakReviews[0];
    await hub.as('colleague').act(number, 'leak-review', { decision: 'refuse', id, reason: '不必写姓名' }).expect(200);
    await transfer(number, '反映人陆文洁').expect(409);
  });

  it('is shown to who writes, masked and with its place, before anything is sent', async () => {
    const number = await received();
    const body = { audience: 'department', parts: [{ where: '摘要', text: '电话 138-1234-5678' }] };
    const answer = await hub.as('office').act(number, 'leak-check', body).expect(200);
    expect(answer.body.hits).toMatchObject([{ kind: 'phone', at: 3, length: 13, excerpt: '138****5678' }]);
    expect(JSON.stringify(answer.body)).not.toContain('12345678');
  });

  it('may stand in the answer to himself, but an identity number only by the approver’s reason', async () => {
    const number = await received();
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    await hub
      .as('officer')
      .act(number, 'contact-records', { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' })
      .expect(200);
    await hub
      .as('officer')
      .act(number, 'site-records', { at: ago(2), officers: ['沈佳', '顾敏'], place: '河边', findings: '已查' })
      .expect(200);
    const text = `陆文洁您好：当事人（${ID_NUMBER}）已受处罚。`;
    const { body } = await hub.as('officer').act(number, 'draft', { text, submit: true }).expect(200);
    expect(body.draftLeaks).toMatchObject([{ kind: 'id-number', weight: 'block' }]);
    expect((await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(409)).body.code).toBe('leak-found');
    const passed = await hub.as('head').act(number, 'approval', { decision: 'pass', leakReason: '处罚决定已公开' }).expect(200);
    expect(passed.body.history.at(-1).note).toContain('处罚决定已公开');
    await hub.as('head').act(number, 'reply').expect(200);
  });

  it('is kept from the others of the same matter, but his own name is not kept from himself', async () => {
    const inHand = async (about: object): Promise<string> => {
      const entry = { source: '来信', kind: 'complaint', text: '洗车店排污', receivedAt: ago(4), ...about };
      const { number } = (await hub.as('office').post('/api/v1/appeals', entry).expect(201)).body;
      await hub.as('office').act(number, 'acceptance').expect(200);
      await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
      await hub.as('officer').act(number, 'receipt').expect(200);
      return number;
    };
    const one = await inHand({ name: '钱小满', phone: '13700001111' });
    const two = await inHand({ name: '陆文洁', phone: '13812345678' });
    const again = await inHand({ name: '钱小满', phone: '13700001111' });
    await hub
      .as('office')
      .post('/api/v1/matters', { appeals: [one, two, again] })
      .expect(201);
    const ask = (text: string) => ({ text, dueOn: addDays(dayOf(new Date()), 5) });
    const refused = await hub.as('officer').act(one, 'question', ask('陆文洁（138 1234 5678）也反映过，请补充照片')).expect(409);
    expect(refused.body.leaks.map(({ kind }: { kind: string }) => kind)).toEqual(['other-person', 'other-person']);
    const body = { audience: 'citizen', parts: [{ where: '答复', text: '陆文洁也反映过' }] };
    const { body: checked } = await hub.as('officer').act(one, 'leak-check', body).expect(200);
    expect(checked.hits).toMatchObject([{ kind: 'other-person', weight: 'block' }]);
    await hub.as('officer').act(one, 'question', ask('钱小满您好，请补充照片')).expect(200);
  });

  it('is kept from the others in the draft too, and so are their very words', async () => {
    const theirs = '我母亲卧床三年，窗子正对着那根烟管，每天晚上都要用湿毛巾把窗缝堵起来才能睡觉';
    const inHand = async (about: object): Promise<string> => {
      const entry = { source: '来信', kind: 'complaint', receivedAt: ago(4), place: '桃浦路', ...about };
      const { number } = (await hub.as('office').post('/api/v1/appeals', entry).expect(201)).body;
      await hub.as('office').act(number, 'acceptance').expect(200);
      await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
      await hub.as('officer').act(number, 'receipt').expect(200);
      return number;
    };
    const one = await inHand({ name: '钱小满', phone: '13700001111', text: '饭店油烟扰民' });
    const two = await inHand({ name: '陆文洁', phone: '13812345678', text: theirs });
    await hub
      .as('office')
      .post('/api/v1/matters', { appeals: [one, two] })
      .expect(201);
    const text = `钱小满您好：陆文洁也反映过，称“${theirs}”。我们已责令整改。`;
    const { body } = await hub.as('officer').act(one, 'draft', { text }).expect(200);
    expect(body.draftLeaks.map(({ kind, weight }: { kind: string; weight: string }) => [kind, weight])).toEqual([
      ['other-person', 'block'],
      ['other-words', 'block'],
    ]);
    expect(
      (
        await hub
          .as('officer')
          .act(two, 'draft', { text: `您说“${theirs}”。` })
          .expect(200)
      ).body.draftLeaks,
    ).toEqual([]);
  });

  it('is offered to a second person as the refused act would have sent it', async () => {
    const number = await received();
    const body = { departmentId: 'water', summary: ' 陆文洁反映排污 ', reason: '属贵单位职责' };
    const refused = (await hub.as('office').act(number, 'transfer', body).expect(409)).body;
    const asked = await hub
      .as('office')
      .act(number, 'leak-review', { decision: 'ask', ...refused.review })
      .expect(200);
    const { id } = asked.body.leakReviews[0];
    await hub.as('colleague').act(number, 'leak-review', { decision: 'allow', id, reason: '本人书面同意' }).expect(200);
    await hub.as('office').act(number, 'transfer', body).expect(200);
  });

  it('is looked for in questions and refusals to others too', async () => {
    const number = await received();
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    const question = { text: `请核对身份证号 ${ID_NUMBER}`, dueOn: addDays(dayOf(new Date()), 5) };
    expect((await hub.as('officer').act(number, 'question', question).expect(409)).body.code).toBe('leak-found');
  });
});
