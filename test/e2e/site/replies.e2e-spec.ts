import { UnitOfWork } from '@hub/persistence';
import { AnsweringSites } from '../../support/answering-sites';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('an answer to a complaint site', (open) => {
  let sites: AnsweringSites;
  beforeAll(async () => void (sites = await AnsweringSites.open((await open()).url)));
  beforeEach(() => sites.newDay());
  afterAll(() => sites.close());

  it('is posted once by the form, with what the page hides in it, and stops the clock', async () => {
    const number = await sites.answered();
    expect((await sites.file(number)).messages.at(-1)!.delivery).toMatchObject({ stateName: '待贴' });
    await sites.round();
    await sites.round(24);
    const [posted, ...more] = sites.old.replies.of(sites.post.id);
    expect(posted).toContain('责令该工地停止夜间施工。\r\n感谢您的关心。');
    expect(posted).toContain(`（编号：${number}）`);
    expect(more).toEqual([]);
    const { history, messages } = await sites.file(number);
    expect(messages.at(-1)!.delivery).toMatchObject({ state: 'sent', stateName: '已贴出' });
    expect(history.map(({ note }) => note)).toContain('答复已贴到dongfang的原帖');
    expect(await sites.outbox(number)).toMatchObject([{ state: 'sent', appeal: number, site: 'dongfang' }]);
  });

  it('is handed over once where the site has an interface, as JSON with its token', async () => {
    const number = await sites.answered('您好，已责令油烟扰民的摊位停业。', '夜市油烟');
    await sites.round();
    await sites.round(24);
    expect(sites.json.replies.of(905)).toEqual([expect.stringContaining(`（编号：${number}）`)]);
    expect(await sites.stands(number)).toBe(true);
  });

  it('stays with people where the site takes none', async () => {
    const number = await sites.answered('您好，外机已移位。', '空调外机吵');
    expect(await sites.file(number)).toMatchObject({ person: { replySite: null } });
    await sites.round();
    expect(await sites.outbox(number)).toEqual([]);
  });

  it.each([
    ['the form', undefined, () => sites.old.replies],
    ['the interface', '排口发黑', () => sites.json.replies],
  ])('whose line is cut behind %s is looked for and found, and not posted again', async (_, subject, replies) => {
    replies().on = 'cut-after';
    const number = await sites.answered(undefined, subject);
    await sites.round();
    expect(await sites.outbox(number)).toMatchObject([{ state: 'unknown', lastError: expect.stringContaining('可能已经贴上') }]);
    expect(await sites.stands(number)).toBe(false);
    replies().on = 'take';
    await sites.round(24);
    expect(replies()).toMatchObject({ posts: 1, all: [expect.anything()] });
    expect(await sites.stands(number)).toBe(true);
  });

  it('is not posted a third time where twice nothing was heard; a person decides', async () => {
    sites.old.replies.on = 'cut-before';
    const number = await sites.answered();
    for (let tries = 0; tries < 4; tries++) await sites.round(24);
    expect(sites.old.replies.posts).toBe(2);
    const [row] = await sites.outbox(number);
    expect(row).toMatchObject({ retriable: true, lastError: expect.stringContaining('已经贴过两次') });
    sites.old.replies.on = 'take';
    await sites.hub.as('office').post(`/api/v1/outbox/site-replies/${row!.id}/retry`).expect(204);
    await sites.round(24);
    expect(sites.old.replies.all).toHaveLength(1);
  });

  it('that was owed is not posted any more once the appeal has become confidential', async () => {
    const number = await sites.answered();
    await sites.hub.app.get(UnitOfWork).run(async ({ appeals }) => {
      const appeal = await appeals.hold(number);
      const line = {
        act: 'confidentiality' as const,
        way: null,
        byId: null,
        byName: '系统',
        at: new Date().toISOString(),
        note: '',
      };
      await appeals.keep(appeal, { secrecy: 'confidential' }, line);
    });
    await sites.round();
    expect(sites.old.replies.posts).toBe(0);
    expect(await sites.outbox(number)).toMatchObject([{ state: 'dead', lastError: expect.stringContaining('已转为不公开') }]);
  });

  it('that is written a second time is another answer, and is posted beside the first', async () => {
    const number = await sites.answered();
    await sites.round();
    await sites.hub.app.get(UnitOfWork).run(async ({ appeals }) => {
      const appeal = await appeals.hold(number);
      const line = { act: 'reopening' as const, way: null, byId: null, byName: '系统', at: new Date().toISOString(), note: '' };
      await appeals.keep(appeal, { status: 'in-review' }, line);
    });
    await sites.hub.as('head').act(number, 'reply').expect(200);
    await sites.round(24);
    expect(sites.old.replies.of(sites.post.id).map((text) => /编号：([^）]+)/.exec(text)![1])).toEqual([number, `${number}/2`]);
  });

  it('shows nothing of it to whoever keeps the hub running but that it goes', async () => {
    await sites.hub.staff('root', 'administrator');
    await sites.answered();
    const { body } = await sites.hub.as('root').get('/api/v1/outbox/site-replies').expect(200);
    expect(body[0]).toMatchObject({ site: 'dongfang', state: 'pending', appeal: null, url: null });
  });
});
