import { PublishedReader } from '@hub/casework';
import { dayOf } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { load } from 'cheerio';
import { publish } from '../../factories/publication';
import { ago, hireBureau } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

/** Who wrote, in every way in which a letter and an answer may tell it. */
const WRITER = { name: '陆文洁', phone: '13812345678', email: 'lu.wj@mail.example', address: '长寿路街道梧桐里3号502室' };
const LETTER =
  '我叫陆文洁，住梧桐里3号502室，电话138 1234 5678，邮箱lu.wj@mail.example，身份证11010519491231002X，我的车牌号是沪A12345。饭店风机太吵。';
const ANSWER = '陆女士（陆文洁）您好：梧桐里三号五〇二室外已复测，合格。沪A12345已挪走。officer君 13987654321';
const TRACES = ['陆文洁', '陆女士', '文洁', '13812345678', '138 1234 5678', '5678', 'lu.wj', '11010519', '502室', '五〇二', 'A12345', 'officer君', '13987654321', '4321']; // prettier-ignore

describeBothEngines('what is published', (open) => {
  let hub: Hub;
  let serial: number;
  let page: { id: number; version: number; appeal: string };
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hireBureau(hub);
  });
  afterAll(() => hub.close());
  const get = (path: string) => hub.as(null).get(path);
  const outlets = async () => {
    const search = `/published?q=${encodeURIComponent('风机')}`;
    const paths = [
      `/published/${serial}`,
      '/published',
      search,
      '/published.rss',
      '/published.csv',
      '/open311/v2/requests.json',
      '/open311/v2/requests.xml',
    ];
    const texts = await Promise.all(paths.map(async (path) => (await get(path)).text));
    const like = await hub.app.get(PublishedReader).like('饭店的风机太吵，夜里睡不着', 'noise', 5);
    return new Map([...paths.map((path, at) => [path, texts[at]!] as const), ['like', JSON.stringify(like)]]);
  };

  it('tells nothing of who wrote, through any door, although letter, subject and answer do', async () => {
    const subject = '陆文洁反映饭店风机';
    const entry = { source: '来信', kind: 'complaint', subject, text: LETTER, place: '长寿路', receivedAt: ago(4), ...WRITER };
    const office = hub.as('office');
    const number = (await office.post('/api/v1/appeals', entry).expect(201)).body.number as string;
    const act = (account: string, name: string, body: object = {}) => hub.as(account).act(number, name, body).expect(200);
    await act('office', 'acceptance', { topic: 'noise' });
    await act('office', 'assignment', { unitId: 'supervision' });
    await act('officer', 'receipt');
    await act('officer', 'contact-records', { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' });
    const findings = '反映人陆文洁带路，在梧桐里3号502室窗外测得54分贝。';
    await act('officer', 'site-records', { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings });
    await act('officer', 'draft', { text: ANSWER, submit: true });
    await act('head', 'approval', { decision: 'pass' });
    await act('head', 'reply', { delivery: 'phone', note: '当天下午电话告知' });

    let { body } = await office.post('/api/v1/publications', { appeal: number }).expect(201);
    const step = async (account: string, name: string, more: object = {}) => {
      const path = `/api/v1/publications/${body.id}${name && `/${name}`}`;
      ({ body } = await hub
        .as(account)
        .post(path, { version: body.version, ...more })
        .expect(200));
    };
    // What the rule proposes is taken as it stands, but for the citizen's own wording.
    const { title, topic, street, verdict, findings: checked, measures } = body;
    await step('office', '', {
      title,
      topic,
      street,
      verdict,
      findings: checked,
      measures,
      facts: '居民反映饭店风机夜间声音大。',
    });
    await step('head', 'agreement', { yes: true });
    await step('leader', 'approval', { yes: true });
    await step('office', 'publication');
    page = body;
    serial = Number(body.path.split('/').at(-1));

    for (const [where, text] of await outlets()) {
      expect([where, TRACES.filter((trace) => text.includes(trace))]).toEqual([where, []]);
      expect([where, text.includes('风机')]).toEqual([where, true]);
      expect([where, text.includes(number)]).toEqual([where, false]);
    }
    expect((await get(`/published/${serial}`)).text).toContain('54分贝');
  });

  it('says in its head what it is, and nothing that the page does not say', async () => {
    const $ = load((await get(`/published/${serial}`).expect(200)).text);
    const url = `${hub.settings.office.publicUrl}/published/${serial}`;
    expect($('link[rel=canonical]').attr('href')).toBe(url);
    expect($('meta[property="og:title"]').attr('content')).toBe($('h1').text());
    expect($('meta[property="og:url"]').attr('content')).toBe(url);
    expect($('meta[name=robots]')).toHaveLength(0);
    expect($('script')).toHaveLength(0);
  });

  it.each(['/published', '/published.rss', '/published.csv'])('is not sent twice to whoever has %s', async (path) => {
    const { headers } = await get(path).expect(200);
    expect(headers['cache-control']).toBe('no-cache');
    await get(path).set('If-None-Match', headers['etag']!).expect(304);
  });

  it('is gone from every door once the citizen asks for secrecy, and its address says only that', async () => {
    const { headers } = await get(`/published/${serial}`).expect(200);
    await hub.as('office').act(page.appeal, 'confidentiality', { secrecy: 'confidential', reason: '来电要求保密' }).expect(200);
    const { text } = await get(`/published/${serial}`).set('If-None-Match', headers['etag']!).expect(410);
    expect(load(text)('h1').text()).toBe('这一条已经撤下');
    for (const [where, said] of await outlets()) expect([where, /54分贝|饭店风机夜间/.test(said)]).toEqual([where, false]);
    await get('/published/999999').expect(404);
    await get('/published/x').expect(404);
  });

  it('is read by other systems under numbers of its own, as far as it is still published', async () => {
    const work = hub.app.get(UnitOfWork);
    const receivedOn = dayOf(ago(20));
    const own = await publish(work, { title: '河道泡沫', topic: 'water', receivedOn });
    await publish(work, { title: '没有分类', topic: null, receivedOn });
    const asked = async (query: string) =>
      ((await get(`/open311/v2/requests.json?${query}`).expect(200)).body as { service_request_id: string }[]).map(
        ({ service_request_id: id }) => id,
      );
    expect(await asked('service_code=water')).toEqual([`P${own}`]);
    expect(await asked('service_code=other')).toEqual([`P${own + 1}`]);
    expect(await asked('status=open')).toEqual([]);
    expect(await asked(`service_request_id=P${serial},P${own}`)).toEqual([`P${own}`]);
    const { body } = await get(`/open311/v2/requests/P${own}.json`).expect(200);
    expect(body).toEqual([expect.objectContaining({ status: 'closed', address: '长寿路街道', lat: null, long: null })]);
    await get(`/open311/v2/requests/P${serial}.json`).expect(404);
  });

  it('comes in pages of twenty, each row once', async () => {
    const work = hub.app.get(UnitOfWork);
    for (let count = 1; count <= 45; count++) await publish(work, { title: `第${count}条油烟`, topic: 'air' });
    const titles: string[] = [];
    const sizes: number[] = [];
    for (let path: string | undefined = '/published?topic=air'; path;) {
      const $ = load((await get(path).expect(200)).text);
      const own = $('.list h2')
        .map((_, one) => $(one).text())
        .get();
      titles.push(...own);
      sizes.push(own.length);
      path = $('nav.split a.btn').attr('href');
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(titles).toEqual(Array.from({ length: 45 }, (_, at) => `第${45 - at}条油烟`));
  });

  it('runs no formula in a spreadsheet, and breaks no line of the table or the feed', async () => {
    const title = '=HYPERLINK("http://evil.example","点我")';
    await publish(hub.app.get(UnitOfWork), {
      title,
      facts: '+1\r\n"引号"，逗号',
      measures: '<b>&\u0007已办',
      publishedOn: '2026-05-01',
    });
    const table = (await get('/published.csv').buffer(true).expect(200)).text;
    expect(table.startsWith('\ufeff"公开编号"')).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(""http://evil.example"",""点我"")"`);
    expect(table).toContain(`"'+1\r\n""引号""，逗号"`);
    const feed = load((await get('/published.rss').expect(200)).text, { xml: true });
    expect(feed('item').first().find('title').text()).toBe(title);
    expect(feed('item').first().find('description').text()).toBe('<b>&已办');
  });
});
