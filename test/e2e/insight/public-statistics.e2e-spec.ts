import request from 'supertest';
import { PublicStatistics } from '@hub/insight';
import { UnitOfWork } from '@hub/persistence';
import { load } from 'cheerio';
import { anAppeal } from '../../factories/appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const NOW = '2026-11-24T02:00:00.000Z';
const at = (month: string, day: number) => `2026-${month}-${String(day).padStart(2, '0')}T02:00:00.000Z`;

describeBothEngines('the statistics that everybody may read', (open) => {
  let hub: Hub;
  let now = NOW;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => new Date(now) });
    const due = { contactDueOn: '2026-10-20', siteDueOn: '2026-10-27', replyDueOn: '2026-11-10', finishDueOn: '2026-12-12' };
    const rows = Array.from({ length: 40 }, (_, one) =>
      anAppeal(one + 1, {
        kind: one < 21 ? 'complaint' : one < 38 ? 'inquiry' : 'report',
        secrecy: one < 38 ? 'named' : 'confidential',
        topic: one < 20 ? 'noise' : one < 36 ? 'air' : 'radiation',
        street: one < 25 ? '长寿路街道' : '桃浦镇',
        receivedAt: at('10', 13 + (one % 10)),
        ...due,
        contactDoneAt: one < 30 ? at('10', one < 24 ? 18 : 22) : null,
        contactWaiver: one >= 34 ? '匿名' : null,
        replyDoneAt: one < 12 ? at('11', 1 + (one % 3)) : null,
        changedAt: NOW,
      }),
    );
    const late = anAppeal(41, {
      ...due,
      receivedAt: at('11', 3),
      contactDueOn: '2026-11-10',
      status: 'discarded',
      changedAt: NOW,
    });
    await hub.app.get(UnitOfWork).run(({ appeals }) => appeals.add([...rows, late]));
  });
  afterAll(() => hub.close());

  const get = (path: string) => request(hub.app.getHttpServer()).get(path);
  const page = async (period: string) => load((await get(`/statistics?period=${period}`).expect(200)).text);
  const table = ($: Awaited<ReturnType<typeof page>>, caption: string) =>
    $('table.bars').filter((_, one) => $(one).find('caption').text() === caption).find('tbody tr')
      .map((_, row) => $(row).find('th, td.r').map((_at, cell) => $(cell).text()).get().join(' ')).get(); // prettier-ignore

  it('tell each promise with both its parts, waivers apart', async () => {
    const $ = await page('2026-10');
    const [contact, site] = $('.rates li').map((_, one) => $(one).text()).get(); // prettier-ignore
    expect(contact).toBe('70.6%1 周内取得联系应办 34 件，按时 24 件');
    expect(site).toContain('应办 40 件，按时 0 件');
    expect($('.rates + p').text()).toContain('联系 6 件');
    expect($('.lead').text()).toContain('共收到 40 件');
  });

  it('count a month by the day on which a step was due', async () => {
    const $ = await page('2026-11');
    expect($('.rates li').last().text()).toContain('应办 40 件，按时 12 件');
    expect($('.rates li').first().text()).toContain('没有到期的');
  });

  it('join what is under five to the rest, with another so that it cannot be computed', async () => {
    const $ = await page('2026');
    expect(table($, '按类型')).toEqual(['投诉 21 52.5%', '其他 19 47.5%']);
    expect(table($, '按方面')).toEqual(['噪声 20 50.0%', '其他 20 50.0%']);
    expect(table($, '按街道（镇）')).toEqual(['长寿路街道 25 62.5%', '桃浦镇 15 37.5%']);
  });

  it('draw each number once more as a bar, without script or style', async () => {
    const { text } = await get('/statistics').expect(200);
    const $ = load(text);
    expect($('table.bars svg[role=img]').first().attr('aria-label')).toBe('投诉 21 件');
    expect(text).not.toMatch(/<script|style="|\son[a-z]+="/);
  });

  it('speak of no single appeal', async () => {
    const { text } = await get('/statistics?period=2026-10').expect(200);
    expect(text).not.toMatch(/YXT-|风机|长寿路(?!街道)/);
  });

  it('are kept for minutes, by browsers and by the hub', async () => {
    const first = await get('/statistics').expect(200).expect('Cache-Control', 'public, max-age=300');
    await get('/statistics').set('If-None-Match', String(first.headers.etag)).expect(304);
    const added = anAppeal(50, { receivedAt: at('11', 20), changedAt: '2026-11-24T02:01:00.000Z' });
    await hub.app.get(UnitOfWork).run(({ appeals }) => appeals.add([added]));
    now = '2026-11-24T02:04:00.000Z';
    expect((await page('2026'))('.lead').text()).toContain('共收到 40 件');
    now = '2026-11-24T02:06:00.000Z';
    expect((await page('2026'))('.lead').text()).toContain('共收到 41 件');
  });

  it('follow an act that changes what was counted', async () => {
    await hub.staff('office', 'dispatcher');
    await hub.as('office').act('YXT-20261102-0050', 'discard', { reason: '重复' }).expect(200);
    now = '2026-11-24T02:20:00.000Z';
    const { figures } = await hub.app.get(PublicStatistics).of({ name: '2026', words: '', from: '', to: '' }, new Date(now));
    expect(figures.received).toBe(40);
  });

  it('come as a table for office programs, the same numbers', async () => {
    const { text, headers } = await get('/statistics/data.csv?period=2026-10').expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('按时办理,按时联系,24,34\r\n');
    expect(text).toContain('按类型,投诉,21,\r\n按类型,其他,19,\r\n');
  });

  it.each(['2026-13', 'gestern', '2027', '2026-12'])('say what works where the period is %s', async (period) => {
    const { text } = await get(`/statistics?period=${period}`).expect(422);
    expect(load(text)('main').text()).toMatch(/时段看不懂|还没有开始/);
  });
});
