import { IntakeService } from '@hub/casework';
import { addDays, dayOf } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import { load } from 'cheerio';
import PizZip from 'pizzip';
import sharp from 'sharp';
import request from 'supertest';
import { aMail, mailMessage } from '../../factories/letter';
import { ago, hireBureau } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the page of an appeal', (open) => {
  let hub: Hub;
  let other: Hub;
  let minutes = 0;
  let people = 0;
  let photo: Buffer;
  const now = () => new Date(Date.now() + minutes * 60_000);

  beforeAll(async () => {
    const { url } = await open();
    hub = await Hub.open(url, { now, sessionHours: 24 * 365 });
    other = await Hub.open(url, { now, roles: 'portal' });
    await hireBureau(hub);
    photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer();
  });
  // Each test has the limits to itself.
  beforeEach(() => (minutes += 3000));
  afterAll(async () => {
    await other.close();
    await hub.close();
  });

  const post = (path: string, fields: object, by = hub) => request(by.app.getHttpServer()).post(path).type('form').send(fields);
  const sent = (path: string, fields: Record<string, string>) => {
    const form = request(hub.app.getHttpServer()).post(path);
    for (const [name, value] of Object.entries(fields)) void form.field(name, value);
    return form;
  };
  const shown = async (number: string) => (await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body;
  const headline = ({ text }: { text: string }) => load(text)('h1').text();
  const submitted = async (subject = '投诉夜间噪声，风机太吵') => {
    const mail = aMail({ from: `neighbour${(people += 1)}@example.com`, subject, date: new Date(ago(4)).toUTCString() });
    const [result] = await hub.app.get(IntakeService).accept([mailMessage(mail)]);
    return { number: result!.number!, code: result!.queryCode! };
  };
  const entered = async (keys: { number: string; code: string }) =>
    String(load((await post('/track', keys).expect(200)).text)('[name=pass]').val());
  const inHand = async (number: string) => {
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
  };

  it('tells in plain words who has it, without a name of the bureau’s people or sections', async () => {
    const keys = await submitted();
    await inHand(keys.number);
    const { text, headers } = await post('/track', keys).expect(200);
    const page = load(text);
    expect(page('[aria-labelledby=who]').text()).toContain('负责噪声的科室');
    expect(page('main').text()).not.toMatch(/监察支队|君|待签收|办理中|in-hand/);
    expect(`${page('title').text()}${page('form').attr('action')}`).not.toContain(keys.number);
    expect(text).not.toContain(keys.code);
    expect([headers['cache-control'], headers['set-cookie']]).toEqual(['no-store', undefined]);
  });

  it('takes words and files, known by their content, and shows them to the handler at once', async () => {
    const keys = await submitted();
    await inHand(keys.number);
    const pass = await entered(keys);
    await sent('/track/supplement', { pass, more: '昨晚的照片' }).attach('files', photo, '../../夜里\u202egpj.exe').expect(200);
    const { messages, history } = await shown(keys.number);
    expect(messages.at(-1)).toMatchObject({ author: '反映人', text: '昨晚的照片', remarks: ['网上补充'] });
    expect(messages.at(-1).attachments).toMatchObject([
      { name: expect.stringMatching(/^夜里.*\.jpg$/), mediaType: 'image/jpeg' },
    ]);
    expect(history.at(-1).note).toBe('网上补充，附 1 个文件');
    const { body } = await hub.as('officer').get('/api/v1/notices').expect(200);
    expect(JSON.stringify(body)).toContain(`${keys.number}：反映人在网上补充了情况`);
  });

  it.each([
    [
      'a program by the name of a picture',
      'files',
      (form: request.Test) => form.attach('files', Buffer.from('MZ\x90\x00'), '照片.jpg'),
    ],
    ['a page', 'files', (form: request.Test) => form.attach('files', Buffer.from('<html><script>'), 'a.png')],
    [
      'a file that is too large',
      'files',
      (form: request.Test) => form.attach('files', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'a.jpg'),
    ],
    ['too many words', 'more', (form: request.Test) => form.field('letters', '')],
  ])('refuses %s by its field, keeps what was typed, and nothing else', async (name, field, add) => {
    const keys = await submitted();
    const more = name === 'too many words' ? '吵'.repeat(5001) : '请看附件';
    const { text } = await add(sent('/track/supplement', { pass: await entered(keys), more })).expect(422);
    expect(load(text)(`#${field}-e`).text()).toMatch(/^请更正：/);
    expect(load(text)('#more').val()).toBe(more);
    expect((await shown(keys.number)).messages).toHaveLength(1);
  });

  it('takes the same words and files once where a page is sent again', async () => {
    const keys = await submitted();
    const pass = await entered(keys);
    for (let times = 0; times < 3; times++)
      await sent('/track/supplement', { pass, more: '' }).attach('files', photo, '照片.jpg').expect(200);
    expect((await shown(keys.number)).messages).toHaveLength(2);
  });

  it('opens by its own pass alone, and for an hour', async () => {
    const [mine, theirs] = [await submitted(), await submitted()];
    const pass = await entered(mine);
    const forged = pass.replace(mine.number, theirs.number);
    for (const wrong of [forged, `${pass}0`, pass.slice(0, -1), 'x'.repeat(5000), pass.replace(/\.\d+\./, '.999999999.')])
      expect(load((await post('/track/supplement', { pass: wrong, more: '不是我写的' }).expect(200)).text)('#code').length).toBe(
        1,
      );
    expect((await shown(theirs.number)).messages).toHaveLength(1);
    minutes += 61;
    const { text } = await post('/track/supplement', { pass, more: '写了很久的话' }).expect(200);
    expect(load(text)('[role=status]').text()).toContain('开得太久');
    const back = await post('/track', { ...mine, more: String(load(text)('[name=more]').val()) }).expect(200);
    expect(load(back.text)('#more').val()).toBe('写了很久的话');
  });

  it('shuts for who guesses a code, in every process, and opens again by itself', async () => {
    const keys = await submitted();
    const guess = { number: keys.number, code: 'AAAA-BBBB-CCCC-DDDD' };
    for (let times = 0; times < 5; times++) await post('/track', guess, times % 2 ? other : hub).expect(422);
    for (const by of [hub, other]) {
      const { text } = await post('/track', keys, by).expect(429);
      expect(load(text)('main').text()).toMatch(/请等 15 分钟，\d\d:\d\d 以后再试，或打电话 021-/);
    }
    minutes += 15;
    await post('/track', keys, other).expect(200);
  });

  it('counts many guesses at once as many', async () => {
    const { number } = await submitted();
    const guesses = Array.from({ length: 20 }, (_, at) =>
      post('/track', { number, code: `AAAA-BBBB-CCCC-${at}` }, at % 2 ? other : hub),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect([statuses.filter((one) => one === 422).length, statuses.filter((one) => one === 429).length]).toEqual([5, 15]);
  });

  it('does not count whoever is right', async () => {
    const keys = await submitted();
    for (let times = 0; times < 12; times++) await post('/track', keys).expect(200);
  });

  it('is withdrawn with a reason and after a second look', async () => {
    const keys = await submitted();
    await inHand(keys.number);
    const pass = await entered(keys);
    await post('/track/withdrawal', { pass, why: '' }).expect(422);
    const look = await post('/track/withdrawal', { pass, why: '已经解决' }).expect(200);
    expect([headline(look), (await shown(keys.number)).status]).toEqual(['撤回这一件吗？', 'in-hand']);
    expect(headline(await post('/track/withdrawal', { pass, why: '已经解决', sure: 'yes' }).expect(200))).toBe('已撤回');
    const { status, history } = await shown(keys.number);
    expect([status, history.at(-1).title, history.at(-1).note]).toEqual(['withdrawn', '反映人撤回', '已经解决']);
    await post('/track/withdrawal', { pass, why: '再来', sure: 'yes' }).expect(422);
  });

  it('of a report is not over by its citizen’s word: a person decides', async () => {
    const keys = await submitted('举报某厂夜里偷排');
    const pass = await entered(keys);
    expect(load((await post('/track/withdrawal', { pass, why: '怕' })).text)('.panel').text()).toContain('依职权继续查');
    await post('/track/withdrawal', { pass, why: '怕', sure: 'yes' }).expect(200);
    const { status, history, allowedActions } = await shown(keys.number);
    expect([status, history.at(-1).title]).toEqual(['received', '反映人要求撤回举报']);
    expect(allowedActions.map(({ act, way }: { act: string; way: string | null }) => `${act}.${way}`)).toEqual(
      expect.arrayContaining(['withdrawal.null', 'withdrawal.ex-officio']),
    );
    await post('/track/withdrawal', { pass, why: '怕', sure: 'yes' }).expect(422);
  });

  it('answers a question, is rated once answered, and gives out its own papers only', async () => {
    const [keys, theirs] = [await submitted(), await submitted()];
    for (const { number } of [keys, theirs]) await inHand(number);
    await hub
      .as('officer')
      .act(keys.number, 'question', { text: '夜里几点最响？', dueOn: addDays(dayOf(now()), 5) })
      .expect(200);
    const asked = load((await post('/track', keys).expect(200)).text);
    expect(asked('.panel.ask').text()).toContain('夜里几点最响？');
    const pass = String(asked('[name=pass]').val());
    await post('/track/supplement', { pass, more: '十一点' }).expect(200);
    expect((await shown(keys.number)).status).toBe('in-hand');

    await hub
      .as('officer')
      .act(keys.number, 'contact-records', { at: ago(3), method: 'phone', outcome: 'reached', words: '通' })
      .expect(200);
    await hub
      .as('officer')
      .act(keys.number, 'site-records', { at: ago(2), officers: ['沈佳', '顾敏'], place: '路', findings: '查' })
      .expect(200);
    await hub.as('officer').act(keys.number, 'draft', { text: '已责令整改。', submit: true }).expect(200);
    await hub.as('head').act(keys.number, 'approval', { decision: 'pass' }).expect(200);
    await hub.as('head').act(keys.number, 'reply').expect(200);
    expect(headline(await post('/track', { pass }).expect(200))).toBe('已经答复，请您评价');
    expect(headline(await post('/track/rating', { pass }).expect(200))).toBe('请评价这次办理');
    const rating = { pass, solved: 'no', satisfaction: 'unsatisfied', words: '还响', reopen: 'yes' };
    expect(headline(await post('/track/rated', rating).expect(200))).toBe('谢谢您的评价');
    expect(headline(await post('/track/rated', rating).expect(200))).toBe('您已经评价过了');
    const { status, ratings } = await shown(keys.number);
    expect([status, ratings.map(({ doorName }: { doorName: string }) => doorName)]).toEqual(['reopen-requested', ['网上查询页']]);

    await hub.as('office').act(keys.number, 'reopening', { decision: 'refuse', reason: '复测合格' }).expect(200);
    expect(load((await post('/track', { pass })).text)('.paper').text()).toContain('维持原来的答复。理由：复测合格');
  });

  it('gives out the citizen’s own copies of his papers, and no others', async () => {
    const [keys, theirs] = [await submitted(), await submitted()];
    const papers = `/api/v1/appeals/${keys.number}/documents`;
    await hub.as('office').act(keys.number, 'acceptance').expect(200);
    const { body } = await hub.as('office').post(papers, { kind: 'receipt-notice' }).expect(201);
    const { id } = body.items.at(-1);
    const [pass, foreign] = [await entered(keys), await entered(theirs)];
    await post('/track/papers', { pass, paper: String(id) }).expect(404);
    await hub
      .as('office')
      .post(`${papers}/${id}/fields`, { fields: { 诉求: '风机太吵。' } })
      .expect(200);
    await hub.as('office').post(`${papers}/${id}/issue`).expect(200);
    expect(load((await post('/track', { pass })).text)('button:contains("下载受理告知书")').length).toBe(1);
    const { headers, body: bytes } = await post('/track/papers', { pass, paper: String(id) })
      .responseType('blob')
      .expect(200);
    expect(headers['content-disposition']).toMatch(/^attachment; .*\.docx/);
    expect(new PizZip(bytes as Buffer).file('word/document.xml')!.asText()).toContain('风机太吵');
    await post('/track/papers', { pass: foreign, paper: String(id) }).expect(404);
    for (const paper of ['999999', '-1', '1 OR 1=1', '']) await post('/track/papers', { pass, paper }).expect(404);
  });

  it('is opened once by a link that goes to the address its citizen left, and the page tells nobody whether it went', async () => {
    const { number } = await submitted();
    const email = `neighbour${people}@example.com`;
    const mails = async () =>
      (await hub.app.get(OperationsQuery).letters(['pending'], 500)).filter((one) => one.kind === 'track-link');
    const before = (await mails()).length;
    const wrong = await post('/track/lost', { number, email: 'stranger@example.com' }).expect(200);
    const absent = await post('/track/lost', { number: 'YXT-20200101-9999', email }).expect(200);
    expect((await mails()).length).toBe(before);
    const right = await post('/track/lost', { number, email: email.toUpperCase() }).expect(200);
    expect([wrong.text, absent.text]).toEqual([right.text, right.text]);
    const letter = (await mails()).find(({ to }) => to === email)!;
    const link = /\/track\/link\/[0-9a-f]{40}/.exec(letter.body)![0];
    await request(hub.app.getHttpServer()).get(link).expect(200);
    expect(
      load((await post(link, {}, other).expect(200)).text)('.num')
        .first()
        .text(),
    ).toContain(number);
    await post(link, {}).expect(404);
    await post('/track/lost', { number, email }).expect(200);
    const second = (await mails()).filter(({ to, body }) => to === email && !body.includes(link))[0]!;
    minutes += 31;
    await post(/\/track\/link\/[0-9a-f]{40}/.exec(second.body)![0], {}).expect(404);
  });
});
