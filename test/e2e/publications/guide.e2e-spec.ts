import { PublishedReader } from '@hub/casework';
import type { GuideArticleView } from '@hub/contract';
import { addDays, dayOf } from '@hub/domain';
import { load } from 'cheerio';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const PROMISE = {
  chapter: 'promise',
  unitId: 'supervision',
  year: 2026,
  title: '监察支队承诺',
  text: '到现场两人以上，出示证件。\n\n<b>不透露谁反映的</b>',
  promise: '接到举报后 2 个工作日内到现场',
};

describeBothEngines('the guide', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('otherhead', 'section-head', 'monitoring');
  });
  afterAll(() => hub.close());

  const page = async (path: string) => load((await hub.as(null).get(path).expect(200)).text);
  const written = async (about: object): Promise<GuideArticleView> =>
    (await hub.as('office').post('/api/v1/guide-articles', about).expect(201)).body[0];
  const step = (account: string, { id, version }: GuideArticleView, name: string, body: object = {}) =>
    hub.as(account).post(`/api/v1/guide-articles/${id}/${name}`, { version, ...body });
  const now = async (id: number): Promise<GuideArticleView> =>
    (await hub.as('office').get('/api/v1/guide-articles').expect(200)).body.find((one: GuideArticleView) => one.id === id);

  it('tells scope, times and telephone from the settings before anybody has written anything', async () => {
    const $ = await page('/guide');
    expect(
      $('h2')
        .map((_, one) => $(one).text())
        .get(),
    ).toEqual(expect.arrayContaining(['受理范围', '办理时限', '怎么联系我们']));
    expect($('table').text()).toContain(`${hub.settings.office.rules.informDays} 天`);
    expect($('main').text()).toContain(hub.settings.office.phone);
  });

  it('shows a section’s promise once its head has signed and the office has published it, and keeps the older years', async () => {
    const draft = await written(PROMISE);
    await step('office', draft, 'publication').expect(409);
    await step('otherhead', draft, 'signature').expect(409);
    await step('head', draft, 'signature').expect(200);
    const signed = await now(draft.id);
    await step('office', draft, 'publication').expect(409);
    await step('office', signed, 'publication').expect(200);
    const path = `/guide/${signed.root}`;
    expect((await page('/guide'))('#promise').parent().text()).toContain(PROMISE.promise);
    expect((await page(path))('article b')).toHaveLength(0);

    const published = await now(draft.id);
    await hub
      .as('office')
      .post(`/api/v1/guide-articles/${draft.id}`, { ...PROMISE, version: published.version })
      .expect(409);
    const [next] = (await hub.as('office').post(`/api/v1/guide-articles/${draft.id}/renewal`).expect(201))
      .body as GuideArticleView[];
    await hub.as('office').post(`/api/v1/guide-articles/${draft.id}/renewal`).expect(409);
    const better = { ...PROMISE, year: 2027, promise: '接到举报后 1 个工作日内到现场', version: next!.version };
    await hub.as('office').post(`/api/v1/guide-articles/${next!.id}`, better).expect(200);
    await step('head', await now(next!.id), 'signature').expect(200);
    await step('office', await now(next!.id), 'publication').expect(200);
    const $ = await page(path);
    expect($('article > .panel').text()).toBe(better.promise);
    expect($('details').text()).toContain(PROMISE.promise);
  });

  it('refuses a promise that nobody can measure', async () => {
    const { body } = await hub
      .as('office')
      .post('/api/v1/guide-articles', { ...PROMISE, promise: '热情服务' })
      .expect(400);
    expect(body.code).toBe('promise');
  });

  it('is searched, and found for who is about to ask', async () => {
    const article = await written({
      chapter: 'questions',
      year: 2026,
      title: '夜间施工要办什么手续',
      text: '夜间施工须先取得夜间施工许可，并在工地门口公示。',
    });
    expect((await page(`/guide?q=${encodeURIComponent('夜间施工')}`))('.list a')).toHaveLength(0);
    await step('office', article, 'publication').expect(200);
    const $ = await page(`/guide?q=${encodeURIComponent('夜间施工 公示')}`);
    expect($('.list a').attr('href')).toBe(`/guide/${article.root}`);
    const like = await hub.app.get(PublishedReader).like('工地想夜间施工，要办什么许可手续', null, 3);
    expect(like).toEqual([expect.objectContaining({ title: '夜间施工要办什么手续', path: `/guide/${article.root}` })]);
  });

  it('has a notice on every page from its first day to its last, and none once it is taken down', async () => {
    const today = dayOf(new Date());
    const notice = { text: '今天电话故障，请改用网上提交。', from: today, until: today };
    await hub
      .as('office')
      .post('/api/v1/site-notices', { ...notice, until: addDays(today, -1) })
      .expect(400);
    await hub
      .as('office')
      .post('/api/v1/site-notices', { ...notice, text: '明天停电', from: addDays(today, 1), until: addDays(today, 2) })
      .expect(201);
    const { body } = await hub.as('office').post('/api/v1/site-notices', notice).expect(201);
    for (const path of ['/', '/submit', '/track', '/published', '/guide'])
      expect([path, (await page(path))('.notice p').last().text()]).toEqual([path, `通知${notice.text}`]);
    expect((await page('/'))('.notice').text()).not.toContain('明天停电');
    await hub.as('office').post(`/api/v1/site-notices/${body[0].id}/end`).expect(200);
    expect((await page('/'))('.notice')).toHaveLength(0);
  });
});
