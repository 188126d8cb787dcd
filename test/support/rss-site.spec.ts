import { readPost, SiteChannel, type SiteProfile } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { lastValueFrom, toArray } from 'rxjs';
import { RssSite, rssSiteProfile } from './rss-site';
import { PostsInMemory } from './site-memory';

describe('the channel of a feed', () => {
  let site: RssSite;
  beforeEach(async () => void (site = await RssSite.start()));
  afterEach(() => site.stop());

  const channel = (profile: Partial<SiteProfile> = {}, memory = new PostsInMemory()) =>
    new SiteChannel({
      name: 'shequ',
      source: '社区投诉',
      profile: { ...rssSiteProfile(site.url('/feed.xml')), ...profile },
      memory,
    });
  const pass = (from = channel()) => lastValueFrom(from.messages().pipe(toArray()), { defaultValue: [] as InboundMessage[] });
  const readings = async (from = channel()) => (await pass(from)).map(({ record }) => readPost(record!));

  it('takes a post from the feed alone, the oldest first', async () => {
    expect((await readings()).map(({ outsideNumber, writtenAt }) => [outsideNumber, writtenAt])).toEqual([
      ['31', '2024-05-04T04:00:00.000Z'],
      ['32', '2024-05-05T00:30:00.000Z'],
      ['33', '2024-05-06T12:15:00.000Z'],
    ]);
    expect(site.requests).toEqual(['/feed.xml']);
  });

  it('reads the long text before the short one', async () => {
    expect((await readings())[2]).toMatchObject({
      subject: '餐馆排风口对着窗',
      text: '餐馆排风口对着窗\n\n曹杨新村每晚如此',
      party: { name: '南窗' },
    });
  });

  it('reads CDATA and escaped markup as words', async () => {
    expect((await readings())[1]).toMatchObject({
      subject: '河里漂油 & 垃圾',
      text: '真如港漂着油花\n岸边也有',
      secrecy: 'anonymous',
    });
  });

  it('keeps the post as it was read, with its own address', async () => {
    const { original, post } = (await pass())[0]!;
    expect(original).toMatchObject({ name: '31.json', mediaType: 'application/json' });
    expect(post!.url).toBe(new URL('/posts/31', site.url('/feed.xml')).href);
  });

  it('reads Atom too', async () => {
    expect(await readings(channel({ listUrl: site.url('/atom.xml') }))).toMatchObject([
      { subject: '锅炉冒烟', text: '石泉路锅炉冒黑烟', party: { name: '小陆' }, writtenAt: '2024-05-07T08:00:00.000Z' },
    ]);
  });

  it('offers a registered post again only where its words have changed', async () => {
    const memory = new PostsInMemory();
    const same = channel({}, memory);
    await memory.register(await pass(same));
    expect(await pass(same)).toEqual([]);
    site.items = site.items.replace('整夜吵', '整夜吵，已报过物业');
    expect(await readings(same)).toMatchObject([{ outsideNumber: '31', text: '长征镇空调外机整夜吵，已报过物业' }]);
  });

  it('finds nothing in a feed without posts, and does not alarm', async () => {
    site.items = '';
    expect(await pass()).toEqual([]);
  });

  it('alarms where the posts hold no text any more', async () => {
    site.items = site.items.replaceAll('description>', 'teaser>').replaceAll('content:encoded', 'teaser');
    await expect(pass()).rejects.toMatchObject({ kind: 'layout', message: expect.stringContaining('3 个帖子里 3 个没有找到') });
  });

  it('alarms where the answer is no feed', async () => {
    await expect(pass(channel({ listUrl: site.url('/') }))).rejects.toThrow('回答的不是 RSS 或 Atom');
  });
});
