import { readPost, SiteChannel, type SiteProfile } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { lastValueFrom, toArray } from 'rxjs';
import { JsonSite, jsonSiteProfile } from './json-site';
import { PostsInMemory } from './site-memory';

describe('the channel of a site that answers JSON', () => {
  let site: JsonSite;
  beforeEach(async () => void (site = await JsonSite.start()));
  afterEach(() => site.stop());

  const channel = (profile: Partial<SiteProfile> = {}, memory = new PostsInMemory()) =>
    new SiteChannel({
      name: 'qingnian',
      source: '青年社区',
      profile: { ...jsonSiteProfile(site.listUrl), ...profile },
      memory,
    });
  const pass = (from = channel()) => lastValueFrom(from.messages().pipe(toArray()), { defaultValue: [] as InboundMessage[] });
  const ids = (messages: readonly InboundMessage[]) => messages.map(({ sourceKey }) => Number(sourceKey.split(':')[1]));
  const lists = () => site.requests.filter((path) => !/\d{3}$/.test(path));

  it('reads the fields of list and topic by their paths, markup in them as words', async () => {
    expect(readPost((await pass()).at(-1)!.record!)).toMatchObject({
      subject: '夜市油烟',
      text: '真如镇夜市油烟很大\n\n已经一个月',
      party: { name: '阿梅' },
      writtenAt: '2024-05-06T12:15:00.000Z',
      place: '真如镇北石路',
      street: '真如镇',
      outsideNumber: '905',
    });
  });

  it('keeps the answer as it came', async () => {
    const { original } = (await pass())[0]!;
    expect(original).toMatchObject({ name: '901.json', mediaType: 'application/json' });
    expect(JSON.parse(Buffer.from(await original.load()).toString())).toMatchObject({ data: { topicId: 901 } });
  });

  it('takes a field that is null for empty, and does not alarm', async () => {
    expect(readPost((await pass())[2]!.record!)).toMatchObject({ outsideNumber: '903', place: '' });
  });

  it.each([
    ['seconds', 1714997700],
    ['milliseconds', 1714997700000],
  ])('reads a moment counted in %s since 1970', async (_, createdAt) => {
    site.topics = site.topics.map((topic) => ({ ...topic, createdAt }));
    expect(readPost((await pass())[0]!.record!).writtenAt).toBe('2024-05-06T12:15:00.000Z');
  });

  it.each(['empty', 'missing', 'last'] as const)(
    'counts pages up until the list ends, where beyond it stands: %s',
    async (beyond) => {
      site.beyond = beyond;
      expect(ids(await pass())).toEqual([901, 902, 903, 904, 905]);
      expect(lists()).toEqual(['', '?page=2', '?page=3', '?page=4'].map((query) => `/api/topics${query}`));
    },
  );

  it('counts on from the page that the address names', async () => {
    expect(ids(await pass(channel({ listUrl: `${site.listUrl}?page=2&sort=new`, maxPages: 2 })))).toEqual([901, 902, 903]);
    expect(lists()).toEqual(['/api/topics?page=2&sort=new', '/api/topics?page=3&sort=new']);
  });

  it('counts on from page 0 where the site counts so', async () => {
    site.firstPage = 0;
    expect(ids(await pass(channel({ listUrl: `${site.listUrl}?page=0` })))).toEqual([901, 902, 903, 904, 905]);
  });

  it('fails where the first page of the list is missing', async () => {
    await expect(pass(channel({ listUrl: site.listUrl.replace('topics', 'gone') }))).rejects.toThrow(
      '没有 /api/gone 这一页（404）',
    );
  });

  it('proves itself by its token on every request', async () => {
    await pass();
    expect(new Set(site.tokens)).toEqual(new Set(['Bearer invented-token']));
  });

  it('does not knock twice with a token that is refused, and says where it is set', async () => {
    const refused = pass(channel({ login: { header: 'Authorization', value: 'Bearer old' } }));
    await expect(refused).rejects.toMatchObject({ kind: 'login', message: expect.stringContaining('login') });
    expect(site.requests).toHaveLength(1);
  });

  it.each([
    ['the list', /topics$/],
    ['a topic', /\d{3}$/],
  ])('alarms where %s is a web page instead, and takes nothing', async (_, underRepair) => {
    site.underRepair = underRepair;
    await expect(pass()).rejects.toMatchObject({
      kind: 'layout',
      message: expect.stringContaining('应当回答 JSON，回答的却是网页（text/html）'),
    });
  });

  it('alarms where the list is no longer where the profile says', async () => {
    await expect(pass(channel({ item: 'data.rows' }))).rejects.toThrow('item（data.rows）的地方不是一列帖子');
  });

  it('shows by a probe what it would read, and registers nothing', async () => {
    const memory = new PostsInMemory();
    const shown = (await channel({}, memory).probe()).join('\n');
    expect(shown).toContain('2 行，2 个帖子；下一页：按参数 page 翻页');
    expect(shown).toMatch(/905\s+夜市油烟\s+阿梅\s+2024-05-06 20:15/);
    expect(shown).toContain('都对得上，可以开通。');
    expect(memory.posts.size).toBe(0);
  });

  it('says by a probe which field does not match', async () => {
    const shown = await channel({ maxPages: 1, detail: { text: 'data.content' } }).probe();
    expect(shown.at(-1)).toContain('对不上：text（data.content）2 个帖子里 2 个没有找到。照这样开通，会报警而不收。');
  });
});
