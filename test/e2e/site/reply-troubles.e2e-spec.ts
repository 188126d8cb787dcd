import { AnsweringSites } from '../../support/answering-sites';
import { openSqlite } from '../../support/mariadb';

describe('an answer to a complaint site', () => {
  let sites: AnsweringSites;
  beforeAll(async () => void (sites = await AnsweringSites.open((await openSqlite()).url)));
  beforeEach(() => sites.newDay());
  afterAll(() => sites.close());

  it('goes in the letters of the page, what GBK has no sign for as a reference, and is found again all the same', async () => {
    sites.old.replies.on = 'cut-after';
    const number = await sites.answered('您好，𠮷祥里工地、䶮字号店和“㙍”字头已停工——谢谢😊。');
    await sites.round();
    expect(sites.old.sent.at(-1)).toContain('%26%23134071%3B');
    sites.old.replies.on = 'take';
    await sites.round(24);
    expect(sites.old.replies.all).toHaveLength(1);
    expect(await sites.stands(number)).toBe(true);
  });

  it('whose line is cut before it was taken is posted, once', async () => {
    sites.old.replies.on = 'cut-before';
    const number = await sites.answered();
    await sites.round();
    sites.old.replies.on = 'take';
    await sites.round(24);
    await sites.round(24);
    expect(sites.old.replies).toMatchObject({ posts: 2, all: [expect.anything()] });
    expect(await sites.stands(number)).toBe(true);
  });

  it('is not posted a second time while the page cannot be read', async () => {
    sites.old.replies.on = 'cut-before';
    const number = await sites.answered();
    await sites.round();
    sites.old.replies.on = 'take';
    sites.old.status = { code: 503, path: `/tousu/show.asp?id=${sites.post.id}` };
    for (let tries = 0; tries < 4; tries++) await sites.round(24);
    sites.old.status = null;
    sites.old.broken = 'post';
    await sites.round(24);
    expect(await sites.outbox(number)).toMatchObject([
      { state: 'unknown', lastError: expect.stringContaining('没有找到帖子的正文') },
    ]);
    expect(sites.old.replies.posts).toBe(1);
    sites.old.broken = null;
    await sites.round(24);
    expect(sites.old.replies).toMatchObject({ posts: 2, all: [expect.anything()] });
  });

  it('waits for as long as the site asks', async () => {
    sites.old.replies.on = 'busy';
    await sites.answered();
    await sites.round();
    sites.old.replies.on = 'take';
    await sites.round(0.1);
    expect(sites.old.replies.posts).toBe(1);
    await sites.round(0.1);
    expect(sites.old.replies.all).toHaveLength(1);
  });

  it('is taken for posted where the site says nothing and shows it', async () => {
    sites.old.replies.on = 'silent-success';
    const number = await sites.answered();
    await sites.round();
    expect(await sites.stands(number)).toBe(true);
  });

  it.each([
    ['the form has changed', () => (sites.old.replyField = 'words'), '没有“content”这一栏'],
    ['the post takes none any more', () => sites.old.closed.add(sites.post.id), '没有找到回复的表单（form#answer）'],
    ['the post is gone', () => sites.old.gone.add(sites.post.id), '原帖已经不在了（404）'],
    [
      'the password is wrong',
      () => {
        sites.old.password = '另一个';
        sites.old.endSessions();
      },
      '不让登录',
    ],
    ['the site does not take it', () => (sites.old.replies.on = 'refuse'), '网站说：您没有回复的权限'],
  ])('waits for a person where %s, with one clear sentence, and its file says so', async (_, spoil, words) => {
    const number = await sites.answered();
    spoil();
    await sites.round();
    await sites.round(24);
    const [row] = await sites.outbox(number);
    expect(row).toMatchObject({ state: 'dead', retriable: true, lastError: expect.stringContaining(words) });
    expect(await sites.notes(number)).toContain(row!.lastError);
    expect(sites.old.replies.all).toEqual([]);
    const { body } = await sites.hub.as('office').get('/api/v1/notices').expect(200);
    expect(JSON.stringify(body)).toContain(`${number} 的答复没有贴到dongfang`);
    // Told otherwise by hand, the file is done.
    await sites.hub
      .as('officer')
      .act(number, 'reply', { otherwise: true, delivery: 'phone', note: '11月25日电话告知反映人' })
      .expect(200);
  });

  it('is never owed where the appeal is confidential', async () => {
    const number = await sites.ready();
    await sites.hub
      .as('office')
      .act(number, 'confidentiality', { secrecy: 'confidential', reason: '反映人要求保密' })
      .expect(200);
    expect((await sites.file(number)).person.replySite).toBeNull();
  });

  it.each([
    ['the citizen', '网友甲您好，已查处。', '反映人姓名'],
    ['one of us', '您好，承办人officer君已查处。', '工作人员姓名'],
    ['a telephone', '您好，请打 13912345678 问进展。', '手机号码'],
  ])('that tells everybody of %s does not leave', async (_, text, words) => {
    const number = await sites.ready(text);
    const { body } = await sites.hub.as('head').act(number, 'reply').expect(409);
    expect(body).toMatchObject({ code: 'leak-found', detail: expect.stringContaining(words) });
    expect(await sites.outbox(number)).toEqual([]);
  });

  it('may say again what the post itself says there', async () => {
    const number = await sites.answered('您反映“真如镇兰溪路工地夜里两点还在浇混凝土”，情况属实，已责令停工。');
    await sites.round();
    expect(await sites.stands(number)).toBe(true);
  });
});
