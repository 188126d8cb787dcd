import { PublishedReader } from '@hub/casework';
import { GuideQuery, PublishedQuery, type Database, type PublishedFilter, type UnitOfWork } from '@hub/persistence';
import { publish } from '../../factories/publication';
import { describeBothEngines } from '../../support/mariadb';
import { openStored } from '../../support/stored';

describeBothEngines('what is published', (open) => {
  let database: Database;
  let work: UnitOfWork;
  let published: PublishedQuery;
  const serials: Record<string, number> = {};

  beforeAll(async () => {
    ({ database, work } = await openStored((await open()).url));
    published = new PublishedQuery(database);
    serials.fan = await publish(work, { publishedOn: '2026-03-10' });
    serials.paint = await publish(work, {
      title: '汽修店喷漆异味',
      topic: 'air',
      street: '桃浦镇',
      facts: '喷漆房没有关门作业，下风向能闻到油漆味。',
      findings: '检查时废气设施停着。',
      measures: '已责令改正，废气设施恢复运行。',
      publishedOn: '2026-03-20',
    });
    serials.drain = await publish(work, {
      title: '雨水口排出泡沫水',
      topic: 'water',
      street: '桃浦镇',
      facts: '洗车店门口的雨水口有白色泡沫。',
      findings: '洗车废水混入雨水管。',
      measures: '限期改接污水管。',
      publishedOn: '2026-04-02',
    });
  });
  afterAll(() => database.close());

  const found = async (filter: PublishedFilter, limit = 10, before: number | null = null) =>
    (await published.page(filter, limit, before)).map(({ serial }) => serial);
  const like = (text: string) => new PublishedReader(published, new GuideQuery(database)).like(text, null, 3);

  it('is listed from the newest on, page by page', async () => {
    expect(await found({}, 2)).toEqual([serials.drain, serials.paint]);
    expect(await found({}, 2, serials.paint)).toEqual([serials.fan]);
    expect(await published.count({})).toEqual({ count: 3, more: false });
  });

  it.each<[string, PublishedFilter, string[]]>([
    ['a word of the title', { words: '喷漆' }, ['paint']],
    ['a word of what was found', { words: '废水' }, ['drain']],
    ['words that must all be there', { words: '废气 泡沫' }, []],
    ['a topic', { topic: 'noise' }, ['fan']],
    ['a street', { street: '桃浦镇' }, ['drain', 'paint']],
    ['a street and a word', { street: '桃浦镇', words: '废气' }, ['paint']],
    ['a day and all that followed', { from: '2026-03-20' }, ['drain', 'paint']],
    ['a period', { from: '2026-03-01', to: '2026-03-20' }, ['paint', 'fan']],
    ['a period in which nothing was published', { from: '2027-01-01' }, []],
    ['a single sign', { words: '水' }, []],
  ])('is found by %s', async (_, filter, names) => {
    expect(await found(filter)).toEqual(names.map((name) => serials[name]));
    expect((await published.count(filter)).count).toBe(names.length);
  });

  it('is what somebody is about to write about, the nearest first', async () => {
    const hits = await like('楼下饭店后墙的风机晚上声音很大，我们没法休息');
    expect(hits.map(({ id }) => id)).toEqual([serials.fan]);
    expect(hits[0]).toEqual({
      id: serials.fan,
      title: '居民楼下餐饮店风机夜间噪声',
      street: '长寿路街道',
      day: '2026-03-10',
      extract: '店家加装消声器，复测合格。',
      path: `/published/${serials.fan}`,
    });
  });

  it('is nothing for what nobody has written about yet', async () => {
    expect(await like('请问办理排污许可证要带哪些材料')).toEqual([]);
    expect(await like('')).toEqual([]);
  });

  it('is not found any more from the moment it is withdrawn', async () => {
    const serial = await publish(work, { title: '变电站旁电磁辐射', topic: 'radiation', publishedOn: '2026-04-03' });
    expect(await found({ words: '变电站' })).toEqual([serial]);
    await work.run(async ({ publications }) => {
      const row = (await published.bySerial(serial))!;
      await publications.keep(row, { state: 'withdrawn', note: '内容有误' });
    });
    expect(await found({ words: '变电站' })).toEqual([]);
    expect(await found({ topic: 'radiation' })).toEqual([]);
    expect((await found({})).includes(serial)).toBe(false);
    expect((await published.bySerial(serial))!.state).toBe('withdrawn');
  });
});
