import { OperationsQuery } from '@hub/persistence';
import { load } from 'cheerio';
import request from 'supertest';
import { hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the rating of an answer by its link', (open) => {
  let hub: Hub;
  let walked: WalkedAppeal;
  let days = 0;
  let people = 0;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date(Date.now() + days * 86_400_000), sessionHours: 24 * 365 });
    await hireBureau(hub);
    walked = new WalkedAppeal(hub);
  });
  beforeEach(() => (days = 0));
  afterAll(() => hub.close());

  const get = (path: string) => request(hub.app.getHttpServer()).get(path);
  const post = (path: string, fields: object) => request(hub.app.getHttpServer()).post(path).type('form').send(fields);
  const shown = async (number: string, account = 'office') =>
    (await hub.as(account).get(`/api/v1/appeals/${number}`).expect(200)).body;
  const letters = async (to: string) =>
    (await hub.app.get(OperationsQuery).letters(['pending'], 500)).filter((one) => one.kind === 'reply' && one.to === to);
  const answered = async () => {
    const from = `rater${(people += 1)}@example.com`;
    const number = await walked.answered({ letter: { from } });
    const body = (await letters(from)).map((one) => one.body).join('\n');
    return { number, body, link: /\/rate\/[0-9a-f]{40}/.exec(body)?.[0] ?? '' };
  };
  const SATISFIED = { solved: 'yes', satisfaction: 'satisfied' };
  const UNSATISFIED = { solved: 'no', satisfaction: 'unsatisfied', words: '风机还在响' };
  const headline = ({ text }: { text: string }) => load(text)('h1').text();

  it('is kept once, with its five dimensions, and shown to those who answer for it', async () => {
    const { number, link } = await answered();
    const scores = { efficiency: '5', openness: '3', charges: '0', integrity: '1' };
    expect(headline(await post(link, { ...SATISFIED, ...scores, words: '办得快' }).expect(200))).toBe('谢谢您的评价');
    const again = await post(link, { ...UNSATISFIED }).expect(200);
    expect(headline(again)).toBe('您已经评价过了');
    expect(load(again.text)('form[action^="/rate"]').length).toBe(0);
    expect(load(again.text)('main').text()).toMatch(/满意.*行政效率很好.*收费规范不了解.*办得快/);
    const { ratings, satisfaction } = await shown(number);
    expect(ratings).toMatchObject([
      { solved: 'yes', satisfaction: 'satisfied', words: '办得快', unit: '监察支队', reopen: false },
    ]);
    expect(ratings[0].scores.map(({ score }: { score: number | null }) => score)).toEqual([5, 3, 0, null, 1]);
    expect(satisfaction).toBe('satisfied');
  });

  it('of two forms sent at once takes one', async () => {
    const { number, link } = await answered();
    await Promise.all([post(link, SATISFIED), post(link, UNSATISFIED), post(link, SATISFIED)]);
    const { ratings, history } = await shown(number);
    expect([ratings.length, history.filter(({ act }: { act: string }) => act === 'rating').length]).toEqual([1, 1]);
  });

  it('is not given by opening the link, however often', async () => {
    const { number, link } = await answered();
    for (let times = 0; times < 3; times++) expect(headline(await get(link).expect(200))).toBe('请评价这次办理');
    const { headers } = await get(`${link}?solved=yes&satisfaction=satisfied`).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    await post(link, {}).expect(422);
    await post(link, SATISFIED).set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect((await shown(number)).ratings).toEqual([]);
  });

  it('asks the unsatisfied why, and keeps what was chosen meanwhile', async () => {
    const { link } = await answered();
    const page = load((await post(link, { ...UNSATISFIED, words: ' ', service: '2' }).expect(422)).text);
    expect(page('.errors a').attr('href')).toBe('#words');
    expect([page('#satisfaction-unsatisfied').attr('checked'), page('#service2').attr('checked')]).toEqual([
      'checked',
      'checked',
    ]);
  });

  it.each([
    ['wrong words', { solved: 'maybe', satisfaction: 'great' }],
    ['several values', { solved: ['yes', 'no'], satisfaction: ['satisfied', 'fair'] }],
    ['more words than are kept', { ...SATISFIED, words: '好'.repeat(1001) }],
  ])('refuses %s and keeps nothing', async (_, fields) => {
    const { number, link } = await answered();
    await post(link, fields).expect(422);
    expect((await shown(number)).ratings).toEqual([]);
  });

  it('that is bad goes to a revisit, is told to the head and the office, and stands among what needs attention', async () => {
    const { number, link } = await answered();
    const before = (await hub.as('office').get('/api/v1/appeals').expect(200)).body.counts.unsatisfied.count;
    await post(link, UNSATISFIED).expect(200);
    const { status, revisits, orders } = await shown(number);
    expect([status, revisits[0].reason]).toEqual(['revisit', 'unsatisfied']);
    expect(orders).toMatchObject([{ ground: 'unsatisfied' }]);
    for (const account of ['head', 'office']) {
      const { body } = await hub.as(account).get('/api/v1/notices').expect(200);
      expect(JSON.stringify(body)).toContain(`${number}：反映人评价不满意`);
    }
    const page = (await hub.as('office').get('/api/v1/appeals?view=unsatisfied').expect(200)).body;
    expect(page.items.map((one: { number: string }) => one.number)).toContain(number);
    expect(page.counts.unsatisfied.count).toBe(before + 1);
    await hub.as('caller').act(number, 'revisit', { outcome: 'satisfied' }).expect(200);
    expect((await hub.as('office').get('/api/v1/appeals?view=unsatisfied')).body.counts.unsatisfied.count).toBe(before);
  });

  it('asks for another handling, which a person decides, and a new answer is rated anew', async () => {
    const { number, link } = await answered();
    await post(link, { ...UNSATISFIED, reopen: 'yes' }).expect(200);
    expect(await shown(number)).toMatchObject({ status: 'reopen-requested', ratings: [{ reopen: true }] });
    await hub.as('office').act(number, 'reopening', { decision: 'grant', reason: '情况未变' }).expect(200);
    expect(headline(await get(link).expect(200))).toBe('您已经评价过了');
    await hub.as('officer').act(number, 'draft', { text: '您好，已再次整改。', submit: true }).expect(200);
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    await hub.as('head').act(number, 'reply').expect(200);
    expect((await shown(number)).satisfaction).toBeNull();
    const to = `rater${people}@example.com`;
    const links = (await letters(to)).map(({ body }) => /\/rate\/[0-9a-f]{40}/.exec(body)![0]);
    const newest = links.find((one) => one !== link)!;
    await post(newest, SATISFIED).expect(200);
    expect((await shown(number)).ratings.map((one: { satisfaction: string }) => one.satisfaction)).toEqual([
      'unsatisfied',
      'satisfied',
    ]);
  });

  it('of an answer that is being taken up again is not taken any more', async () => {
    const { number, link } = await answered();
    await hub.as('office').act(number, 'reopening', { decision: 'request', reason: '来电' }).expect(200);
    await hub.as('office').act(number, 'reopening', { decision: 'grant', reason: '属实' }).expect(200);
    expect(headline(await post(link, SATISFIED).expect(200))).toBe('这一件正在重新办理');
    expect((await shown(number)).ratings).toEqual([]);
  });

  it('is taken until its last day', async () => {
    const [early, late] = [await answered(), await answered()];
    days = 30;
    expect(headline(await post(early.link, SATISFIED))).toBe('谢谢您的评价');
    days = 31;
    expect(headline(await post(late.link, SATISFIED).expect(200))).toBe('评价的时间已经过了');
    expect((await shown(late.number)).ratings).toEqual([]);
  });

  it('tells nothing to whoever handled it', async () => {
    const { number, link } = await answered();
    await post(link, UNSATISFIED).expect(200);
    const own = await shown(number, 'officer');
    expect([own.ratings, own.satisfaction]).toEqual([[], null]);
    expect(JSON.stringify(own)).not.toContain('风机还在响');
    await hub.as('officer').get('/api/v1/appeals?rating=unsatisfied').expect(403);
    await hub.as('officer').get('/api/v1/appeals?view=unsatisfied').expect(403);
  });

  it('makes those wait who guess links, and tells them until when', async () => {
    for (let tries = 0; tries < 5; tries++) await get(`/rate/${'0'.repeat(39)}${tries}`).expect(404);
    const { text } = await get('/rate/guess').expect(429);
    expect(load(text)('main').text()).toMatch(/请等 15 分钟，\d\d:\d\d 以后再试，或打电话/);
    const { link } = await answered();
    await get(link).expect(200);
  });
});
