import request from 'supertest';
import { AppealQuery } from '@hub/persistence';
import { load } from 'cheerio';
import { Citizen } from '../support/citizen';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const FORM = {
  kind: 'complaint',
  subject: '楼下饭店的风机夜里太吵',
  text: '每天晚上十点以后还在响。\n家里老人睡不好。',
  street: '长寿路街道',
  place: '梧桐里 3 号',
  secrecy: 'confidential',
  name: '陈女士',
  phone: '138 0000 0000',
};

describeBothEngines('the portal', (open) => {
  let hub: Hub;
  let day = 0;
  const now = () => new Date(Date.parse('2026-11-24T02:00:00Z') + day * 86_400_000);

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now });
  });
  afterAll(() => hub.close());

  const get = (path: string) => request(hub.app.getHttpServer()).get(path);
  const post = (path: string, fields: object) => request(hub.app.getHttpServer()).post(path).type('form').send(fields);
  const emptyForm = async () => String(load((await get('/submit').expect(200)).text)('[name=receipt]').val());
  const submitted = async (about: object = {}) => {
    const { text } = await post('/submit', { ...FORM, receipt: await emptyForm(), ...about }).expect(200);
    const page = load(text);
    return { number: page('.done .big').text(), code: page('.key .big').text(), page };
  };

  it('lets browsers keep the stylesheet under its hashed name', async () => {
    const href = load((await get('/')).text)('link[rel=stylesheet]').attr('href')!;
    const { headers } = await get(href)
      .expect(200)
      .expect('Content-Type', /text\/css/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('answers a form with number, code and three dates, once', async () => {
    const receipt = await emptyForm();
    const first = await post('/submit', { ...FORM, receipt }).expect(200);
    const page = load(first.text);
    expect(page('.key .big').text()).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(
      page('.lamps .st')
        .map((_, one) => page(one).text())
        .get(),
    ).toEqual(['2026年12月1日（星期二）以前', '2026年12月8日（星期二）以前', '2026年12月22日（星期二）以前']);
    expect(first.headers['cache-control']).toBe('no-store');

    const again = load((await post('/submit', { ...FORM, receipt }).expect(200)).text);
    expect(again('h1').text()).toBe('这一件已经收到，不用再交');
    expect(again('.done .big').text()).toBe(page('.done .big').text());
    expect(again('.key').length).toBe(0);
  });

  it('says why a step is not needed', async () => {
    const { page } = await submitted({ kind: 'inquiry', secrecy: 'anonymous' });
    expect(page('.lamps .st').first().text()).toBe('不需要');
    expect(page('.lamps li').first().text()).toContain('这一类来件不用先联系');
  });

  it('keeps a faulty form that came whole as a draft, whose faults lead to their pages', async () => {
    const { text, headers } = await post('/submit', { ...FORM, subject: '', text: '<b>太吵', street: '' }).expect(422);
    const page = load(text);
    expect(page('title').text()).toMatch(/^有误：请核对一遍 - 一线通/);
    const links = page('.errors a')
      .map((_, one) => page(one).attr('href'))
      .get();
    expect(links).toEqual([
      expect.stringMatching(/\/what\?then=check#subject$/),
      expect.stringMatching(/\/what\?then=check#street$/),
    ]);
    const shown = await get(links[0]!.split('#')[0]!).set('Cookie', String(headers['set-cookie']).split(';')[0]!);
    expect(load(shown.text)('#text').val()).toBe('<b>太吵');
  });

  it('answers a wrong number and a wrong code alike', async () => {
    const { number } = await submitted();
    const answer = async (fields: { number: string; code: string }) =>
      (await post('/track', fields).expect(422)).text.replaceAll(fields.number, 'N');
    const absent = await answer({ number: 'YXT-20200101-9999', code: 'AAAA-BBBB-CCCC-DDDD' });
    expect(await answer({ number, code: 'AAAA-BBBB-CCCC-DDDD' })).toBe(absent);
    expect(absent).not.toContain('AAAA-BBBB');
  });

  it('shows the state, and takes an answer to a question, by number and code alone', async () => {
    const { number, code } = await submitted();
    const shown = load((await post('/track', { number: number.toLowerCase(), code: code.replaceAll('-', '') }).expect(200)).text);
    expect(shown('h1').text()).toBe('已收到');
    const { text, headers } = await post('/track/supplement', { number, code, more: '补一句：周末也响' }).expect(200);
    expect(load(text)('[role=status]').text()).toContain('您补充的话已经收到');
    expect([headers['cache-control'], headers['x-robots-tag'], headers['set-cookie']]).toEqual([
      'no-store',
      'noindex',
      undefined,
    ]);
  });

  it('keeps what the citizen adds once, also where his page is sent again', async () => {
    const { number, code } = await submitted();
    for (const more of ['风机换了还响', '风机换了还响', '昨晚又响到一点'])
      await post('/track/supplement', { number, code, more }).expect(200);
    const { messages } = await hub.app.get(AppealQuery).whole(await hub.app.get(AppealQuery).byNumber(number));
    expect(messages.slice(1).map(({ text }) => text)).toEqual(['风机换了还响', '昨晚又响到一点']);
  });

  it('marks a step that is late, and says sorry once', async () => {
    const { number, code } = await submitted();
    day = 9;
    const page = load((await post('/track', { number, code }).expect(200)).text);
    day = 0;
    expect(page('.is-late .st').text()).toBe('已超期 2 天');
    expect(
      page('main')
        .text()
        .match(/很抱歉/g),
    ).toHaveLength(1);
  });

  it('keeps the letters large by a cookie, and what is typed meanwhile', async () => {
    const { headers } = await post('/preferences', { letters: 'large', back: '/track' }).expect(303);
    expect([headers['location'], String(headers['set-cookie'])]).toEqual([
      '/track',
      expect.stringMatching(/^letters=large;.*HttpOnly; SameSite=Lax/),
    ]);
    await get('/')
      .set('Cookie', 'letters=large')
      .expect(/<html lang="zh-CN" class="large">/);
    await post('/preferences', { letters: 'large', back: '//evil.example' }).expect('Location', '/');
    const citizen = await (await (await new Citizen(hub).get('/submit?kind=complaint')).send({})).send({ act: 'next' });
    await citizen.send({ ...FORM, street: '', letters: 'large' });
    const { page } = citizen;
    expect([page('html').attr('class'), page('#text').val(), page('.errors').length]).toEqual(['large', FORM.text, 0]);
  });

  it('answers a form that is too big with a page', async () => {
    const { text } = await post('/submit', { text: '吵'.repeat(60_000) }).expect(413);
    expect(load(text)('h1').text()).toBe('交的内容太大了');
  });

  it('makes those wait who try too often', async () => {
    for (let tries = 0; tries < 5; tries++) await post('/track', { number: 'YXT-20260101-0001', code: 'X' });
    const { text } = await post('/track', { number: 'YXT-20260101-0001', code: 'X' }).expect(429).expect('Retry-After', '900');
    expect(load(text)('main').text()).toContain('15 分钟');
  });
});
