import type { DocumentsView, DocumentView } from '@hub/contract';
import { addDays, dayOf, documentDate } from '@hub/domain';
import { Database } from '@hub/persistence';
import PizZip from 'pizzip';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the papers of an appeal', (open) => {
  let hub: Hub;
  const today = dayOf(new Date());
  const year = today.slice(0, 4);
  const ago = (days: number) => `${addDays(today, -days)}T10:00:00+08:00`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('stranger', 'handler', 'pollution-control');
    await hub.staff('leader', 'leader');
    await hub.staff('admin', 'administrator');
  });
  afterAll(() => hub.close());

  const at = (number: string, below = '') => `/api/v1/appeals/${number}/documents${below}`;
  const registered = async (about: Parameters<typeof aMail>[0] = {}): Promise<string> => {
    const date = new Date(ago(4)).toUTCString();
    const [result] = await hub.intake.accept([mailMessage(aMail({ date, ...about }))]);
    return result!.number!;
  };
  const accepted = async (about: Parameters<typeof aMail>[0] = {}): Promise<string> => {
    const number = await registered(about);
    await hub.as('office').act(number, 'acceptance', { kind: 'complaint', track: 'petition' }).expect(200);
    return number;
  };
  const inHand = async (): Promise<string> => {
    const number = await accepted();
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  };
  const inReview = async (): Promise<string> => {
    const number = await inHand();
    const contact = { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' };
    const site = { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路118弄', findings: '净化设施未开启。' };
    await hub.as('officer').act(number, 'contact-records', contact).expect(200);
    await hub.as('officer').act(number, 'site-records', site).expect(200);
    await hub.as('officer').act(number, 'draft', { text: '已责令整改。', submit: true }).expect(200);
    return number;
  };
  const papersOf = async (number: string, account = 'office'): Promise<DocumentsView> =>
    (await hub.as(account).get(at(number)).expect(200)).body as DocumentsView;
  const drawn = async (number: string, kind: string, account = 'office', supersedes?: number): Promise<DocumentView> => {
    const { body } = await hub.as(account).post(at(number), { kind, supersedes }).expect(201);
    return (body as DocumentsView).items.at(-1)!;
  };
  const worded = (number: string, id: number, fields: object, account = 'office') =>
    hub.as(account).post(at(number, `/${id}/fields`), { fields });
  const issue = (number: string, id: number, account = 'office') => hub.as(account).post(at(number, `/${id}/issue`));
  const issued = async (number: string, id: number, account = 'office'): Promise<DocumentView> =>
    ((await issue(number, id, account).expect(200)).body as DocumentsView).items.find((one) => one.id === id)!;
  const textOf = async (href: string): Promise<string> => {
    const { body } = await hub.as('office').get(href).responseType('blob').expect(200);
    const xml = new PizZip(body as Buffer).file('word/document.xml')!.asText();
    return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '');
  };

  it('are drawn up from what is known of it, worded, numbered at issue, and tell the citizen in time', async () => {
    const number = await accepted({ subject: '饭店油烟扰民', from: '陆文杰 <lu@example.com>' });
    const draft = await drawn(number, 'receipt-notice');
    expect(draft).toMatchObject({ number: null, version: 1, state: 'draft', stateName: '草稿', lacking: [] });
    await worded(number, draft.id, { 诉求: '饭店油烟直排，要求查处。' }).expect(200);
    const notice = await issued(number, draft.id);

    expect(notice.number).toMatch(new RegExp(`^普环信受〔${year}〕[1-9]\\d*号$`));
    const text = await textOf(notice.href);
    expect(text).toContain(`\n${notice.number}\n`);
    expect(text).toContain('陆**：');
    expect(text).toContain('饭店油烟直排，要求查处。');
    expect(text).toContain(number);
    expect(text).toContain(`我局将在${documentDate(addDays(today, -4 + 28))}前答复您`);
    expect(text).toContain(`\n${documentDate(today)}\n`);
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    expect(body.statutory.informedOn).toBe(today);
    expect(body.history.at(-1)).toMatchObject({ title: '签发文书', note: `受理告知书，${notice.number}` });
  });

  it('are numbered by kind and year without a gap, however many are issued at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 5 }, () => accepted()));
    const drafts = await Promise.all(numbers.map((number) => drawn(number, 'risk-sheet')));
    const fields = { 风险因素: '集体来访', 风险等级: '中', 化解措施: '协调会' };
    await Promise.all(numbers.map((number, at) => worded(number, drafts[at]!.id, fields).expect(200)));
    // One of them is refused in between: its number must not be lost.
    const refused = await drawn(numbers[0]!, 'risk-sheet');
    const [orders] = await Promise.all([
      Promise.all(numbers.map((number, at) => issued(number, drafts[at]!.id))),
      issue(numbers[0]!, refused.id).expect(409),
    ]);
    const running = orders.map((one) => Number(/〕(\d+)号/.exec(one.number!)![1])).sort((a, b) => a - b);
    expect(running).toEqual([1, 2, 3, 4, 5]);
    for (const order of orders) expect(await textOf(order.href)).toContain(order.number!);
  });

  it('keep their number through a new version, which puts the old one out of force', async () => {
    const number = await accepted();
    const first = await issued(number, (await drawn(number, 'receipt-notice')).id);
    const { body } = await hub.as('office').post(at(number), { kind: 'receipt-notice' }).expect(409);
    expect(body.code).toBe('document-exists');
    const next = await drawn(number, 'receipt-notice', 'office', first.id);
    expect(next).toMatchObject({ version: 2, supersedes: first.id, number: null, state: 'draft' });
    await hub.as('office').post(at(number), { kind: 'receipt-notice', supersedes: first.id }).expect(409);
    await worded(number, next.id, { 诉求: '更正后的诉求' }).expect(200);
    const second = await issued(number, next.id);
    expect(second.number).toBe(first.number);
    const [old] = (await papersOf(number)).items;
    expect(old).toMatchObject({ state: 'void', voidReason: '由第 2 版代替', number: first.number });
    expect(await textOf(old!.href)).not.toContain('更正后的诉求');
    expect(await textOf(second.href)).toContain('更正后的诉求');
  });

  it('give a number up for good when they are void', async () => {
    const number = await accepted();
    const first = await issued(number, (await drawn(number, 'receipt-notice')).id);
    await hub
      .as('office')
      .post(at(number, `/${first.id}/void`), { reason: '写错了' })
      .expect(200);
    await hub
      .as('office')
      .post(at(number, `/${first.id}/void`), { reason: '再来' })
      .expect(409);
    const second = await issued(number, (await drawn(number, 'receipt-notice')).id);
    const running = (one: DocumentView) => Number(/〕(\d+)号/.exec(one.number!)![1]);
    expect(running(second)).toBe(running(first) + 1);
  });

  it('that decide wait for an approved answer, and print the right of review', async () => {
    const number = await inReview();
    const draft = await drawn(number, 'opinion', 'officer');
    expect(draft.fields.find(({ name }) => name === '处理意见')?.value).toBe('已责令整改。');
    expect(draft.fields.find(({ name }) => name === '调查情况')?.value).toContain('净化设施未开启。');
    await worded(number, draft.id, { 依据: '《大气污染防治法》第八十一条', 处理结论: '支持' }, 'officer').expect(200);
    expect((await issue(number, draft.id, 'officer').expect(403)).body.hint).toContain('科室负责人');
    expect((await issue(number, draft.id, 'head').expect(409)).body.code).toBe('milestone-missing');
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    expect((await worded(number, draft.id, { 处理意见: '另一种说法' }, 'officer').expect(400)).body.detail).toContain(
      '处理意见：',
    );
    await hub.as('leader').act(number, 'approval', { decision: 'pass' }).expect(200);
    const opinion = await issued(number, draft.id, 'head');
    const text = await textOf(opinion.href);
    expect(text).toContain('自收到本意见书之日起30日内，向普陀区人民政府或者上海市环境保护局请求复查');
    expect(text).toContain('处理意见为：支持。');
    expect(text).toContain('\n已责令整改。\n');
  });

  it('that leave columns open are not issued, and say which', async () => {
    const number = await accepted();
    const draft = await drawn(number, 'risk-sheet');
    const { body } = await issue(number, draft.id).expect(409);
    expect([body.code, body.detail]).toEqual(['document-incomplete', '风险评估表还空着：风险因素、风险等级、化解措施。']);
  });

  it('to a department carry the number of the transfer and nothing of who the citizen is', async () => {
    const number = await registered({
      from: '陆文杰 <luwenjie@example.com>',
      text: '我叫陆文杰，电话 13812345678。路口有烧烤摊。',
    });
    const transfer = { departmentId: 'urban-management', summary: '路口每晚有烧烤摊。', reason: '属城管职责' };
    const { body } = await hub.as('office').act(number, 'transfer', transfer).expect(200);
    const letter = await issued(number, (await drawn(number, 'transfer-letter')).id);
    expect(letter.number).toBe(body.transfers[0].number);
    const text = await textOf(letter.href);
    expect(text).toContain('区城管执法大队：');
    expect(text).toContain('转交事项办理回执');
    expect(text).not.toMatch(/陆|luwenjie|13812345678/);
    const notice = await issued(number, (await drawn(number, 'whereabouts-notice')).id);
    expect(await textOf(notice.href)).toContain(`以${letter.number}转交区城管执法大队`);
  });

  it('to a department are held back where their words tell who the citizen is', async () => {
    const number = await registered({ from: '陆文杰 <luwenjie@example.com>' });
    const transfer = { departmentId: 'water', summary: '路口积水', reason: '属其职责' };
    await hub.as('office').act(number, 'transfer', transfer).expect(200);
    const draft = await drawn(number, 'transfer-letter');
    await worded(number, draft.id, { 事由摘要: '陆文杰反映路口积水' }).expect(200);
    expect((await issue(number, draft.id).expect(409)).body.code).toBe('leak-found');
    await worded(number, draft.id, { 事由摘要: '有居民反映路口积水' }).expect(200);
    expect((await issued(number, draft.id)).state).toBe('issued');
  });

  it('that tell what a department has answered are drawn up from the answer that was passed on', async () => {
    const number = await accepted();
    const transfer = { departmentId: 'water', reason: '河道属河道部门', summary: '河水发黑' };
    await hub.as('office').act(number, 'transfer', transfer).expect(200);
    const early = await hub.as('office').post(at(number), { kind: 'reply-letter' }).expect(409);
    expect(early.body.code).toBe('document-not-now');
    await hub.as('office').act(number, 'transfer', { outcome: 'answer', answer: '河道已经清淤。' }).expect(200);
    expect((await papersOf(number)).drawable[0]).toMatchObject({ kind: 'reply-letter', usual: true });
    const { body } = await hub.as('office').post(at(number), { kind: 'opinion' }).expect(409);
    expect([body.code, body.hint]).toEqual(['document-passed-on', '请用答复函，把外单位的答复写给反映人。']);
    const { id } = await drawn(number, 'reply-letter');
    const { href, number: given } = await issued(number, id);
    expect(given).toContain('〔');
    expect(await textOf(href)).toContain('河道已经清淤。');
  });

  it('of supervision orders are one to each order, with its number and its words', async () => {
    const number = await inHand();
    const refused = await hub.as('leader').post(at(number), { kind: 'supervision-order' }).expect(409);
    expect(refused.body.code).toBe('document-no-source');
    const order = { decision: 'issue', ground: 'important', reason: '居民多次反映', demand: '请一周内办结' };
    const { body } = await hub.as('leader').act(number, 'supervision', order).expect(200);
    const draft = await drawn(number, 'supervision-order', 'leader');
    expect(draft).toMatchObject({ number: body.orders[0].number, state: 'draft' });
    const text = await textOf((await issued(number, draft.id, 'leader')).href);
    for (const words of [body.orders[0].number, '居民多次反映', '请一周内办结', '监察支队', 'leader君'])
      expect(text).toContain(words);
    await hub.as('leader').post(at(number), { kind: 'supervision-order' }).expect(409);
  });

  it('of a second transfer carry the second number; a draft that is void gives its number to the next draft', async () => {
    const number = await registered();
    const transfer = (departmentId: string) => ({ departmentId, summary: '事由', reason: '属其职责' });
    const numberOf = ({ body }: { body: { transfers: { number: string }[] } }) => body.transfers.at(-1)!.number;
    const first = numberOf(await hub.as('office').act(number, 'transfer', transfer('water')).expect(200));
    await issued(number, (await drawn(number, 'transfer-letter')).id);
    await hub.as('office').act(number, 'transfer', { outcome: 'take-back', reason: '转错了' }).expect(200);
    const second = numberOf(await hub.as('office').act(number, 'transfer', transfer('police')).expect(200));
    const draft = await drawn(number, 'transfer-letter');
    await hub
      .as('office')
      .post(at(number, `/${draft.id}/void`), { reason: '重拟' })
      .expect(200);
    const letter = await issued(number, (await drawn(number, 'transfer-letter')).id);
    expect([first === second, letter.number]).toEqual([false, second]);
    expect(await textOf(letter.href)).toContain('公安分局：');
  });

  it('go to the citizen in a copy with his name, which is a look behind the masks and is kept nowhere', async () => {
    const letter = { source: '来信', kind: 'complaint', subject: '饭店油烟', text: '油烟很大', receivedAt: ago(2) };
    const who = { name: '陆文杰', phone: '13812345678', address: '长寿路88弄6号302室' };
    const { body } = await hub
      .as('office')
      .post('/api/v1/appeals', { ...letter, ...who })
      .expect(201);
    const number = (body as { number: string }).number;
    await hub.as('office').act(number, 'acceptance').expect(200);
    const draft = await drawn(number, 'receipt-notice');
    await worded(number, draft.id, { 诉求: '陆文杰住长寿路88弄6号302室，电话13812345678，反映油烟。' }).expect(200);
    await hub
      .as('office')
      .post(at(number, `/${draft.id}/named-copy`))
      .expect(409);
    const notice = await issued(number, draft.id);
    expect(await textOf(notice.href)).not.toMatch(/文杰|13812345678|88弄/);
    expect([notice.may.named, (await papersOf(number, 'leader')).items[0]!.may.named]).toEqual([true, true]);

    await hub
      .as('leader')
      .post(at(number, `/${draft.id}/named-copy`))
      .expect(400);
    const copy = await hub
      .as('office')
      .post(at(number, `/${draft.id}/named-copy`))
      .responseType('blob')
      .expect(200);
    const text = new PizZip(copy.body as Buffer)
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]*>/g, '');
    for (const words of ['陆文杰：', '长寿路88弄6号302室', notice.number!]) expect(text).toContain(words);
    const { body: after } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    expect(after.history.at(-1)).toMatchObject({ act: 'identity' });
  });

  it('show the citizen’s name nowhere, and stand in the database sealed', async () => {
    const number = await accepted({ from: '陆文杰 <lu@example.com>', subject: '鑫源饭店油烟' });
    const { id } = await drawn(number, 'receipt-notice');
    expect(JSON.stringify(await papersOf(number))).not.toContain('文杰');
    const [row] = (await hub.app.get(Database).reader.query('SELECT * FROM documents WHERE id = ?', [id])) as [object];
    expect(JSON.stringify(row)).not.toMatch(/鑫源|陆/);
  });

  it('are not there for whoever may not know of the appeal, nor under another appeal', async () => {
    const number = await inHand();
    const other = await accepted();
    const { id } = await drawn(number, 'risk-sheet', 'officer');
    const hidden = await hub.as('stranger').get(at(number)).expect(404);
    const absent = await hub.as('stranger').get(at('YXT-20200101-9999')).expect(404);
    expect(hidden.body).toEqual(absent.body);
    await hub
      .as('stranger')
      .get(at(number, `/${id}/file`))
      .expect(404);
    await hub.as('stranger').post(at(number), { kind: 'risk-sheet' }).expect(404);
    await hub
      .as('office')
      .get(at(other, `/${id}/file`))
      .expect(404);
    await issue(other, id).expect(404);
    await hub.as('admin').get(at(number)).expect(403);
  });

  it('are not reworded on an older state, nor once they are issued, nor with columns that there are not', async () => {
    const number = await accepted();
    const { id, revision } = await drawn(number, 'receipt-notice');
    const word = (body: object) => hub.as('office').post(at(number, `/${id}/fields`), body);
    await word({ fields: { 诉求: '甲' }, revision }).expect(200);
    expect((await word({ fields: { 诉求: '乙' }, revision }).expect(409)).body.code).toBe('version-conflict');
    expect((await word({ fields: { 文号: '普环〔2026〕1号' } }).expect(400)).body.detail).toContain('文号：没有这一栏');
    expect(
      (
        await hub
          .as('office')
          .post(at(number, `/${id}/issue`), { revision })
          .expect(409)
      ).body.code,
    ).toBe('version-conflict');
    await issued(number, id);
    expect((await word({ fields: { 诉求: '丙' } }).expect(409)).body.code).toBe('document-not-draft');
    expect((await issue(number, id).expect(409)).body.code).toBe('document-not-draft');
  });

  it('may only be drawn up, issued and made void as the tables say; the answer says by whom and when', async () => {
    const number = await accepted();
    const refusal = async (account: string, kind: string) => {
      const { body } = await hub.as(account).post(at(number), { kind });
      return [body.code, body.hint];
    };
    expect(await refusal('office', 'site-record')).toEqual(['forbidden', '可由科室负责人、承办人拟。']);
    expect((await refusal('office', 'opinion'))[0]).toBe('document-not-now');
    expect((await refusal('office', 'extension-notice'))[0]).toBe('document-no-source');
    expect((await papersOf(number)).drawable.map(({ kind }) => kind)).toEqual(['receipt-notice', 'risk-sheet']);
  });

  it('stay as they are once the appeal is archived', async () => {
    const number = await registered();
    const refusal = { ground: '属诉讼事项', rightPath: '向人民法院提起' };
    await hub.as('leader').act(number, 'non-acceptance', refusal).expect(200);
    const notice = await drawn(number, 'non-acceptance-notice');
    const issuedNotice = await issued(number, notice.id);
    expect(await textOf(issuedNotice.href)).toContain('属诉讼事项');
    const draft = await drawn(number, 'whereabouts-notice');
    await hub.as('office').act(number, 'closing').expect(200);
    await hub.app
      .get(Database)
      .transaction((manager) => manager.query(`UPDATE appeals SET status = 'archived' WHERE number = ?`, [number]));
    await worded(number, draft.id, { 诉求: '改' }).expect(409);
    await issue(number, draft.id).expect(409);
    expect(
      (
        await hub
          .as('office')
          .post(at(number, `/${notice.id}/void`), { reason: '作废' })
          .expect(409)
      ).body.code,
    ).toBe('archived');
    await hub.as('office').post(at(number), { kind: 'risk-sheet' }).expect(409);
    const { items, drawable } = await papersOf(number);
    expect([drawable, items.map(({ may: { named: _, ...acts } }) => Object.values(acts).some(Boolean))]).toEqual([
      [],
      [false, false],
    ]);
    await hub.as('office').get(issuedNotice.href).expect(200);
  });
});
