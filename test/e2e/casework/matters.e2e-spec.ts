import { addDays, dayOf } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

interface Shown {
  readonly number: string;
  readonly status: string;
  readonly unit: string;
  readonly secrecy: string;
  readonly lamps: readonly { name: string; state: string; doneOn: string | null; dueOn: string }[];
  readonly history: readonly { act: string; title: string; note: string; by: string }[];
  readonly matter: { number: string; title: string; appeals: readonly { number: string }[] } | null;
  readonly related: readonly { number: string; reason: string; matter: string | null }[];
  readonly siteVisits: readonly { findings: string; at: string }[];
  readonly draft: { text: string } | null;
  readonly allowedActions: readonly { act: string; way: string | null }[];
}

describeBothEngines('a matter', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const ago = (days: number, time = '10:00') => `${addDays(today, -days)}T${time}:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('chemist', 'handler', 'monitoring');
    await hub.staff('leader', 'leader');
    await hub.staff('director', 'director');
    await hub.staff('caller', 'revisitor');
    await hub.staff('inspector', 'discipline');
  });
  afterAll(() => hub.close());

  let entered = 0;
  const received = async (about: Record<string, unknown> = {}): Promise<string> => {
    const entry = {
      source: '来信',
      kind: 'complaint',
      subject: `来信 ${(entered += 1)}`,
      text: '饭店油烟扰民，请处理。',
      secrecy: 'named',
      phone: `6254${String(entered).padStart(4, '0')}`,
      receivedAt: ago(10),
      ...about,
    };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    return (body as { number: string }).number;
  };
  const inHand = async (about: Record<string, unknown> = {}, unitId = 'supervision', signer = 'officer'): Promise<string> => {
    const number = await received(about);
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId }).expect(200);
    await hub.as(signer).act(number, 'receipt').expect(200);
    return number;
  };
  const shown = async (number: string, account = 'office') =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body as Shown;
  const opened = async (appeals: readonly string[], account = 'office', title?: string): Promise<string> => {
    const { body } = await hub.as(account).post('/api/v1/matters', { appeals, title }).expect(201);
    return (body as { number: string }).number;
  };
  const matter = async (number: string, account = 'office') =>
    (await hub.as(account).get(`/api/v1/matters/${number}`).expect(200)).body as {
      appeals: readonly { number: string; hasDraft: boolean }[];
      siteRecords: readonly { findings: string; appeals: readonly string[] }[];
      title: string;
    };
  const lamp = (view: Shown, name: string) => view.lamps.find((one) => one.name === name)!;
  const visit = (at: string, findings = '风机未装消声器') => ({ at, officers: ['沈佳', '顾敏'], place: '长寿路', findings });

  it('has a number of its own, and each of its appeals keeps number, clocks, secrecy and status', async () => {
    const [one, two] = [await inHand(), await received({ secrecy: 'confidential', receivedAt: ago(3) })];
    const before = [await shown(one), await shown(two)];
    const number = await opened([one, two]);
    expect(number).toMatch(new RegExp(`^SX-${today.replaceAll('-', '')}-\\d{3}$`));
    const after = [await shown(one), await shown(two)];
    const kept = ({ number, status, secrecy, lamps, unit }: Shown) => ({ number, status, secrecy, lamps, unit });
    expect(after.map(kept)).toEqual(before.map(kept));
    expect(after.map((view) => view.matter?.number)).toEqual([number, number]);
    expect(after[0]!.history.at(-1)).toMatchObject({ title: '归入事项', note: expect.stringContaining(number) as string });
  });

  it('is joined and parted again by a line of the appeal’s history each, and may be joined once more', async () => {
    const [one, two] = [await inHand(), await inHand()];
    const number = await opened([one]);
    await hub.as('officer').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(200);
    await hub.as('officer').post(`/api/v1/matters/${number}/partings`, { appeal: two, reason: '是另一家店' }).expect(204);
    const parted = await shown(two);
    expect([parted.matter, parted.history.at(-1)?.title, parted.history.at(-1)?.note]).toEqual([
      null,
      '移出事项',
      `${number}：是另一家店`,
    ]);
    await hub.as('officer').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(200);
    expect((await matter(number)).appeals.map((each) => each.number)).toEqual([one, two]);
  });

  it('is not parted without a reason, and not joined by an appeal of another matter', async () => {
    const [one, two] = [await received(), await received()];
    const number = await opened([one]);
    const other = await opened([two]);
    await hub.as('office').post(`/api/v1/matters/${number}/partings`, { appeal: one, reason: ' ' }).expect(400);
    const { body } = await hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(409);
    expect(body).toMatchObject({ code: 'in-a-matter' });
    expect((await shown(two)).matter?.number).toBe(other);
  });

  it('is opened with all its appeals or not at all', async () => {
    const [one, taken] = [await received(), await received()];
    await opened([taken]);
    await hub
      .as('office')
      .post('/api/v1/matters', { appeals: [one, taken] })
      .expect(409);
    expect((await shown(one)).matter).toBeNull();
    await hub.as('office').post('/api/v1/matters', { appeals: [] }).expect(400);
  });

  it('is grouped by the office, leaders and sections, while an inspector and a revisitor look on', async () => {
    const number = await inHand();
    const ways = async (account: string) =>
      (await shown(number, account)).allowedActions.filter(({ act }) => act === 'matter').map(({ way }) => way);
    expect([await ways('office'), await ways('leader'), await ways('officer')]).toEqual([['join'], ['join'], ['join']]);
    expect(await ways('inspector')).toEqual([]);
    await hub
      .as('inspector')
      .post('/api/v1/matters', { appeals: [number] })
      .expect(403);
    await hub
      .as('caller')
      .post('/api/v1/matters', { appeals: [number] })
      .expect(404);
  });

  it('shares the on-site step with every appeal in hand, and neither contact nor reply', async () => {
    const [one, two, waiting] = [await inHand(), await inHand({}, 'monitoring', 'chemist'), await received()];
    await opened([one, two, waiting]);
    await hub
      .as('officer')
      .act(one, 'site-records', visit(ago(2)))
      .expect(200);
    const [first, second, third] = [await shown(one), await shown(two), await shown(waiting)];
    expect([lamp(first, 'site'), lamp(second, 'site')].map(({ state, doneOn }) => [state, doneOn])).toEqual([
      ['done', addDays(today, -2)],
      ['done', addDays(today, -2)],
    ]);
    expect([lamp(second, 'contact').state, lamp(second, 'reply').state]).not.toContain('done');
    expect(second.history.at(-1)).toMatchObject({ act: 'site-records', title: '事项共用现场调查', by: 'officer君' });
    expect(second.siteVisits.map(({ findings }) => findings)).toEqual(['风机未装消声器']);
    expect(lamp(third, 'site').doneOn).toBeNull();
  });

  it('takes an on-site record for all of them, and shows it once with the appeals that it proves', async () => {
    const [one, two] = [await inHand(), await inHand()];
    const number = await opened([one, two]);
    await hub
      .as('officer')
      .post(`/api/v1/matters/${number}/site-records`, visit(ago(1), '已拆除排风口'))
      .expect(200);
    expect((await matter(number)).siteRecords).toMatchObject([{ findings: '已拆除排风口', appeals: [one, two] }]);
    await hub
      .as('chemist')
      .post(`/api/v1/matters/${number}/site-records`, visit(ago(1)))
      .expect(404);
    await hub
      .as('office')
      .post(`/api/v1/matters/${number}/site-records`, visit(ago(1)))
      .expect(403);
  });

  it('gives an appeal that joins later the records from its own day of receipt on, on the day they were made', async () => {
    const [one, two] = [await inHand(), await inHand({ receivedAt: ago(6) })];
    const number = await opened([one]);
    await hub
      .as('officer')
      .act(one, 'site-records', visit(ago(6, '00:30')))
      .expect(200);
    await hub.as('officer').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(200);
    const joined = await shown(two);
    expect([lamp(joined, 'site').state, lamp(joined, 'site').doneOn]).toEqual(['done', addDays(today, -6)]);
    expect(joined.history.at(-1)?.note).toContain('现场调查已有');
  });

  it('gives it an older record only where the section says why, and then on the day it says so', async () => {
    const [one, two] = [await inHand(), await inHand({ receivedAt: ago(3) })];
    const number = await opened([one]);
    await hub
      .as('officer')
      .act(one, 'site-records', visit(ago(5)))
      .expect(200);
    await hub.as('office').post(`/api/v1/matters/${number}/appeals`, { appeal: two }).expect(200);
    expect(lamp(await shown(two), 'site').doneOn).toBeNull();

    const adoption = `/api/v1/matters/${number}/adoptions`;
    await hub.as('officer').post(adoption, { appeal: two }).expect(400);
    await hub.as('office').post(adoption, { appeal: two, reason: '停业至今' }).expect(403);
    await hub.as('officer').post(adoption, { appeal: two, reason: '停业至今，情况没有变化' }).expect(200);
    const adopted = await shown(two);
    expect([lamp(adopted, 'site').doneOn, adopted.siteVisits.length]).toEqual([today, 1]);
    expect(adopted.history.at(-1)).toMatchObject({
      title: '采用事项的现场记录',
      note: expect.stringContaining('停业至今') as string,
    });
  });

  it('leaves to an appeal that parts what was proved while it was joined', async () => {
    const [one, two] = [await inHand(), await inHand()];
    const number = await opened([one, two]);
    await hub
      .as('officer')
      .act(one, 'site-records', visit(ago(2)))
      .expect(200);
    await hub.as('officer').post(`/api/v1/matters/${number}/partings`, { appeal: two, reason: '另有原因' }).expect(204);
    const parted = await shown(two);
    expect([lamp(parted, 'site').state, parted.siteVisits.length]).toEqual(['done', 1]);
    await hub
      .as('officer')
      .act(one, 'site-records', visit(ago(1), '再次检查'))
      .expect(200);
    expect((await shown(two)).siteVisits).toHaveLength(1);
  });

  it('refuses a shared record that names one of its citizens, and passes over one when another joins', async () => {
    const [one, two, later] = [await inHand({ name: '陆文杰' }), await inHand(), await inHand()];
    const alone = await inHand({ name: '顾晓峰' });
    await opened([one, two]);
    const named = visit(ago(1), '到陆文杰家中查看');
    const { body } = await hub.as('officer').act(one, 'site-records', named).expect(409);
    expect(body).toMatchObject({ code: 'identity-in-shared-text' });
    expect((await shown(one)).siteVisits).toEqual([]);

    const number = await opened([alone]);
    await hub
      .as('officer')
      .act(alone, 'site-records', visit(ago(1), '到顾晓峰家中查看'))
      .expect(200);
    await hub.as('officer').post(`/api/v1/matters/${number}/appeals`, { appeal: later }).expect(200);
    expect((await shown(later)).siteVisits).toEqual([]);
  });

  it('writes one draft to each citizen as his own, and lists with its reason what cannot take it', async () => {
    const one = await inHand({ name: '陆文杰', place: '长寿路100号' });
    const about = { secrecy: 'confidential', name: '顾晓峰', place: '长寿路102号', receivedAt: ago(9) };
    const two = await inHand(about, 'supervision', 'head');
    const waiting = await received({ receivedAt: ago(8) });
    const number = await opened([one, two, waiting]);
    const text = '{{称呼}}：您反映{{地点}}油烟的来件（{{编号}}）已查。';
    const { body } = await hub.as('head').post(`/api/v1/matters/${number}/draft`, { text }).expect(200);
    expect(body.results).toMatchObject([
      { number: one, state: 'saved', reason: null },
      { number: two, state: 'saved' },
    ]);
    expect((await shown(one, 'head')).draft?.text).toBe(`陆先生/女士：您反映长寿路100号油烟的来件（${one}）已查。`);
    expect((await shown(two, 'head')).draft?.text).toBe(`市民朋友：您反映长寿路102号油烟的来件（${two}）已查。`);
    const { body: office } = await hub.as('office').post(`/api/v1/matters/${number}/draft`, { text, replace: true }).expect(200);
    expect(office.results.map(({ state }: { state: string }) => state)).toEqual(['refused', 'refused', 'refused']);
    expect(office.results[2].reason).toContain('待受理');
  });

  it('submits a common draft only where each appeal has its own evidence', async () => {
    const [ready, bare] = [await inHand(), await inHand()];
    const number = await opened([ready, bare]);
    const call = { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' };
    await hub.as('officer').act(ready, 'contact-records', call).expect(200);
    await hub
      .as('officer')
      .post(`/api/v1/matters/${number}/site-records`, visit(ago(2)))
      .expect(200);
    const { body } = await hub
      .as('officer')
      .post(`/api/v1/matters/${number}/draft`, { text: '已责令整改。', submit: true })
      .expect(200);
    expect(body.results).toMatchObject([
      { number: ready, state: 'submitted' },
      { number: bare, state: 'refused', reason: '还差联系记录。' },
    ]);
    expect([(await shown(ready)).status, (await shown(bare)).status]).toEqual(['in-review', 'in-hand']);
  });

  it('keeps a draft that somebody has begun unless it is to be replaced or given its own words', async () => {
    const [begun, other] = [await inHand(), await inHand()];
    const number = await opened([begun, other]);
    await hub.as('officer').act(begun, 'draft', { text: '我自己写的' }).expect(200);
    const draft = (body: object) => hub.as('officer').post(`/api/v1/matters/${number}/draft`, body);
    const { body } = await draft({ text: '统一的' }).expect(200);
    expect(body.results).toMatchObject([{ state: 'refused', reason: '已有答复稿，没有改动。' }, { state: 'saved' }]);
    await draft({ text: '统一的', perAppeal: { [begun]: '单独写给您' } }).expect(200);
    expect((await shown(begun)).draft?.text).toBe('单独写给您');
    await draft({ text: '统一的', replace: true }).expect(200);
    expect((await shown(begun)).draft?.text).toBe('统一的');
  });

  it('carries no citizen’s identity into the draft of another', async () => {
    const one = await inHand({ name: '陆文杰', phone: '13800001234' });
    const two = await inHand({ name: '顾晓峰', receivedAt: ago(9) });
    const number = await opened([one, two]);
    const draft = (body: object) => hub.as('officer').post(`/api/v1/matters/${number}/draft`, body);
    const { body } = await draft({ text: '陆文杰反映的油烟已查。' }).expect(200);
    expect(body.results).toMatchObject([{ state: 'saved' }, { state: 'refused', reason: '稿子里有另一位反映人的姓名。' }]);
    const { body: phone } = await draft({ text: '无', perAppeal: { [two]: '请联系 138-0000-1234' } }).expect(200);
    expect(phone.results[1]).toMatchObject({ state: 'refused', reason: '稿子里有另一位反映人的电话。' });
    expect((await shown(two)).draft).toBeNull();
    const { body: unknown } = await draft({ text: '{{电话}}' }).expect(400);
    expect(unknown).toMatchObject({ code: 'draft-variable', hint: expect.stringContaining('{{称呼}}') as string });
    const { body: stray } = await draft({ text: '无', perAppeal: { 'YXT-20200101-9999': '谁' } }).expect(400);
    expect(stray).toMatchObject({ code: 'per-appeal' });
  });

  it('lets no answer out that names the citizen of another of its appeals', async () => {
    const one = await inHand({ kind: 'inquiry' });
    const two = await inHand({ name: '顾晓峰' });
    await opened([one, two]);
    await hub.as('officer').act(one, 'draft', { text: '与顾晓峰反映的是同一家店。', submit: true }).expect(200);
    const { body } = await hub.as('head').act(one, 'approval', { decision: 'pass' }).expect(409);
    expect([body.code, body.detail]).toEqual(['leak-found', '没有发出：文字里有另一位反映人的身份。']);
  });

  it('shows to each person the appeals that he sees, and of others not even a count', async () => {
    const mine = await inHand();
    const theirs = await inHand({ subject: '只给监测站看的来件' }, 'monitoring', 'chemist');
    const number = await opened([mine, theirs], 'office', '长寿路油烟');
    expect((await matter(number)).appeals.map((one) => one.number)).toEqual([mine, theirs]);
    const seen = await hub.as('officer').get(`/api/v1/matters/${number}`).expect(200);
    expect(seen.body.appeals.map((one: { number: string }) => one.number)).toEqual([mine]);
    expect(seen.text).not.toContain(theirs);
    expect(seen.text).not.toContain('只给监测站看的来件');
    expect(Object.keys(seen.body).filter((key) => /count|total/i.test(key))).toEqual([]);
    const beside = await hub.as('officer').get(`/api/v1/appeals/${mine}`).expect(200);
    expect([beside.body.matter.appeals, beside.text.includes(theirs)]).toEqual([[], false]);
    const { body } = await hub.as('officer').post(`/api/v1/matters/${number}/partings`, { appeal: theirs, reason: '移出' });
    const { body: absent } = await hub
      .as('officer')
      .post(`/api/v1/matters/${number}/partings`, { appeal: 'YXT-20200101-9999', reason: '移出' })
      .expect(404);
    expect({ ...body, requestId: null, instance: null }).toEqual({ ...absent, requestId: null, instance: null });
  });

  it('is not there for whoever sees none of its appeals, like a number that does not exist', async () => {
    const number = await opened([await inHand()], 'office', '只有监察支队的事项');
    const hidden = await hub.as('chemist').get(`/api/v1/matters/${number}`).expect(404);
    const absent = await hub.as('chemist').get('/api/v1/matters/SX-20200101-001').expect(404);
    expect({ ...hidden.body, requestId: null, instance: null }).toEqual({ ...absent.body, requestId: null, instance: null });
    const { body } = await hub.as('chemist').get('/api/v1/matters').query({ q: '只有监察支队' }).expect(200);
    expect(body).toEqual({ items: [], nextCursor: null });
    const found = await hub.as('officer').get('/api/v1/matters').query({ q: '只有监察支队' }).expect(200);
    expect(found.body.items.map((one: { number: string }) => one.number)).toEqual([number]);
    await hub.as('chemist').post(`/api/v1/matters/${number}/draft`, { text: '答复' }).expect(404);
  });

  it('tells a handler nothing of a confidential appeal in it, though its on-site step is proved by his record', async () => {
    const mine = await inHand();
    const secret = await received({ secrecy: 'confidential', subject: '保密举报', text: '举报偷排' });
    await hub.as('office').act(secret, 'acceptance').expect(200);
    await hub.as('office').act(secret, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('head').act(secret, 'receipt').expect(200);
    const number = await opened([mine, secret]);
    const answer = await hub
      .as('officer')
      .act(mine, 'site-records', visit(ago(1)))
      .expect(200);
    const seen = await hub.as('officer').get(`/api/v1/matters/${number}`).expect(200);
    for (const { text } of [answer, seen]) expect([text.includes(secret), text.includes('保密举报')]).toEqual([false, false]);
    expect(lamp(await shown(secret, 'head'), 'site').state).toBe('done');
    expect((await matter(number, 'head')).appeals.map((one) => one.number)).toEqual([mine, secret]);
  });

  it('does not tell a handler of a confidential appeal by a record that stands on that one alone', async () => {
    const secret = await received({ secrecy: 'confidential' });
    await hub.as('office').act(secret, 'acceptance').expect(200);
    await hub.as('office').act(secret, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('head').act(secret, 'receipt').expect(200);
    const [mine, later] = [await received(), await inHand()];
    const number = await opened([secret, mine]);
    await hub
      .as('head')
      .act(secret, 'site-records', visit(ago(1), '保密检查'))
      .expect(200);
    await hub.as('office').act(mine, 'acceptance').expect(200);
    await hub.as('office').act(mine, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(mine, 'receipt').expect(200);
    const { text } = await hub.as('officer').post(`/api/v1/matters/${number}/appeals`, { appeal: later }).expect(200);
    expect([text.includes('保密检查'), (await shown(later)).siteVisits]).toEqual([false, []]);
  });

  it('suggests to an appeal the open ones about the same place that the person sees', async () => {
    const about = { street: '曹杨新村街道', place: '曹杨路777号' };
    const one = await inHand(about);
    const same = await inHand({ ...about, place: '上海市曹杨路777号二楼' });
    const theirs = await inHand(about, 'monitoring', 'chemist');
    const numbers = async (account: string) => (await shown(one, account)).related.map((each) => each.number).sort();
    expect(await numbers('office')).toEqual([same, theirs].sort());
    expect(await numbers('officer')).toEqual([same]);
    const number = await opened([one, same]);
    expect((await shown(one)).related).toMatchObject([{ number: theirs, reason: '同一地点', matter: null }]);
    expect((await shown(theirs)).related.map((each) => each.matter)).toEqual([number, number]);
  });

  it('stands nowhere on the citizen’s page', async () => {
    const entry = { source: '来信', kind: 'complaint', text: '油烟扰民', phone: '62540000', receivedAt: ago(10) };
    const { body } = await hub.as('office').post('/api/v1/appeals', entry).expect(201);
    const { number: one, queryCode } = body as { number: string; queryCode: string };
    const number = await opened([one, await received({ subject: '别人的来件' })]);
    const page = await hub.as(null).post('/track', {}).type('form').send({ number: one, code: queryCode });
    const text = page.text.includes(one) ? page.text : (await hub.as(null).get(page.headers.location ?? '/')).text;
    expect(text).toContain(one);
    expect([text.includes(number), text.includes('事项'), text.includes('别人的来件')]).toEqual([false, false, false]);
  });

  it('is listed newest first, page by page', async () => {
    const numbers = [await opened([await received()]), await opened([await received()]), await opened([await received()])];
    const first = await hub.as('office').get('/api/v1/matters').query({ limit: 2 }).expect(200);
    const second = await hub
      .as('office')
      .get('/api/v1/matters')
      .query({ limit: 2, cursor: first.body.nextCursor as string })
      .expect(200);
    const listed = [...first.body.items, ...second.body.items].map((one: { number: string }) => one.number);
    expect(listed.slice(0, 3)).toEqual(numbers.reverse());
    await hub.as('office').get('/api/v1/matters').query({ cursor: 'nonsense' }).expect(400);
  });

  it('with its fifth appeal suggests supervision, once, and counts no confidential one', async () => {
    const groundsOf = async (number: string) =>
      ((await shown(number, 'leader')) as unknown as { orders: { ground: string; state: string; reason: string }[] }).orders;
    const of = await opened([await received(), await received(), await received({ secrecy: 'confidential' })]);
    const join = async (): Promise<string> => {
      const appeal = await received();
      await hub.as('office').post(`/api/v1/matters/${of}/appeals`, { appeal }).expect(200);
      return appeal;
    };
    expect([await groundsOf(await join()), await groundsOf(await join())]).toEqual([[], []]);
    expect(await groundsOf(await join())).toMatchObject([
      { ground: 'group', state: 'suggested', reason: '同一事项已有 5 件来件' },
    ]);
    expect(await groundsOf(await join())).toEqual([]);
  });
});
