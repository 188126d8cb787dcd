import { type ChannelTrouble, readPost, SiteChannel, type SiteProfile } from '@hub/channels';
import { type InboundMessage, Unreadable } from '@hub/domain';
import { lastValueFrom, tap, toArray } from 'rxjs';
import { ComplaintSite, complaintSiteProfile, complaintSiteReply } from './complaint-site';
import { PostsInMemory } from './site-memory';

describe('the channel of a complaint site', () => {
  let site: ComplaintSite;
  beforeEach(async () => void (site = await ComplaintSite.start()));
  afterEach(() => site.stop());

  const channel = (profile: Partial<SiteProfile> = {}, memory = new PostsInMemory()) =>
    new SiteChannel({
      name: 'dongfang',
      source: '东方网投诉中心',
      profile: { ...complaintSiteProfile(site.listUrl), ...profile },
      memory,
    });
  const pass = (from = channel()) => lastValueFrom(from.messages().pipe(toArray()), { defaultValue: [] as InboundMessage[] });
  const ids = (messages: readonly InboundMessage[]) => messages.map(({ sourceKey }) => Number(sourceKey.split(':')[1]));
  const knowing = async (...posts: number[]) => {
    const memory = new PostsInMemory();
    const all = await pass();
    await memory.register(all.filter((message) => posts.includes(ids([message])[0]!)));
    memory.list = { etag: null, lastModified: null };
    site.requests.length = 0;
    return memory;
  };
  const details = () => site.requests.filter((path) => path.includes('show'));

  it('offers the posts of every page, the oldest first', async () => {
    expect(ids(await pass())).toEqual([201, 202, 203, 204, 205]);
  });

  it('reads a GB2312 page into its fields and keeps its bytes as they came', async () => {
    const message = (await pass()).at(-1)!;
    expect(message).toMatchObject({
      channel: 'site',
      source: '东方网投诉中心',
      format: 'post',
      arrivedAt: '2011-03-18T15:10:00.000Z',
    });
    expect(message.original).toMatchObject({ name: '205.html', mediaType: 'text/html' });
    expect(new TextDecoder('gb18030').decode(await message.original.load())).toContain('<td class=content>真如镇兰溪路工地<br>');
    expect(readPost(message.record!)).toMatchObject({
      subject: '兰溪路夜里施工',
      text: '真如镇兰溪路工地\n夜里两点还在浇混凝土',
      party: { name: '网友甲' },
      writtenAt: '2011-03-18T15:10:00.000Z',
      place: '真如镇兰溪路',
      street: '真如镇',
      outsideNumber: '205',
    });
  });

  it('takes an author without a name for anonymous', async () => {
    expect(readPost((await pass())[3]!.record!)).toMatchObject({ party: { name: '' }, secrecy: 'anonymous' });
  });

  it('does not fetch posts that are registered', async () => {
    expect(ids(await pass(channel({ watchDays: 0 }, await knowing(204, 202, 201))))).toEqual([203, 205]);
    expect(details()).toHaveLength(2);
  });

  it('turns no further page after one whose posts are all registered', async () => {
    expect(await pass(channel({ watchDays: 0 }, await knowing(205, 204)))).toEqual([]);
    expect(site.requests).toEqual(['/tousu/list.asp']);
  });

  it('turns as many pages as the settings allow', async () => {
    expect(ids(await pass(channel({ maxPages: 2 })))).toEqual([202, 203, 204, 205]);
  });

  it('asks for one page at a time and rests in between', async () => {
    const started = Date.now();
    await pass(channel({ pauseMs: 60 }));
    expect(site.mostAtOnce).toBe(1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(60 * (site.requests.length - 1));
  });

  it('passes over a post that is gone, and does not ask for it again', async () => {
    site.gone.add(203);
    const same = channel();
    expect(ids(await pass(same))).toEqual([201, 202, 204, 205]);
    await pass(same);
    expect(details().filter((path) => path.endsWith('203'))).toHaveLength(1);
  });

  it('keeps a single post without words for a person', async () => {
    site.bare.add(201).add(205);
    const messages = await pass();
    expect(ids(messages)).toEqual([201, 202, 203, 204, 205]);
    expect(() => readPost(messages[0]!.record!)).toThrow(Unreadable);
    expect(() => readPost(messages[4]!.record!)).toThrow('没有文字');
  });

  it('ends with what to do where the list has a new layout', async () => {
    site.broken = 'list';
    await expect(pass()).rejects.toThrow(/“东方网投诉中心”的版面可能改了.*没有找到 item（table\.list tr\.post）/);
  });

  it('ends with what to do where the posts have a new layout, before it has asked for all of them', async () => {
    site.broken = 'post';
    await expect(pass()).rejects.toThrow(/“东方网投诉中心”的版面可能改了.*text（td\.content）3 个帖子里 3 个没有找到/);
    expect(details()).toHaveLength(3);
  });

  it.each([429, 500, 503])('ends at status %i and asks no more', async (code) => {
    site.status = { code };
    await expect(pass()).rejects.toThrow(`现在不接待（${code}）`);
    expect(site.requests).toHaveLength(1);
  });

  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(Date.now() + 3_600_000).toUTCString(), 3_600_000],
    ['more than a day', '999999', 86_400_000],
    ['nothing that can be read', 'bald', 60_000],
  ])('is held back as long as a site asks that is asked too often: %s', async (_, retryAfter, wanted) => {
    site.status = { code: 429, retryAfter };
    const error = (await pass().catch((reason: unknown) => reason)) as ChannelTrouble;
    expect(error.kind).toBe('throttled');
    expect(Math.abs(error.holdMs - wanted)).toBeLessThan(30_000);
  });

  it('asks for no further post of a site that asks for a rest in the middle of a pass', async () => {
    site.status = { code: 429, path: '/tousu/show.asp?id=202', retryAfter: '90' };
    await expect(pass()).rejects.toMatchObject({ kind: 'throttled', holdMs: 90_000 });
    expect(details().map((path) => path.slice(-3))).toEqual(['201', '202']);
  });

  it('leaves a post that answers 500 for the next pass, and reads the others', async () => {
    site.status = { code: 500, path: '/tousu/show.asp?id=203' };
    const memory = new PostsInMemory();
    const offered: InboundMessage[] = [];
    const messages = channel({}, memory)
      .messages()
      .pipe(tap((message) => void offered.push(message)));
    await expect(lastValueFrom(messages)).rejects.toThrow('现在不接待');
    expect(ids(offered)).toEqual([201, 202, 204, 205]);
    await memory.register(offered);
    site.status = null;
    expect(ids(await pass(channel({ watchDays: 0 }, memory)))).toEqual([203]);
  });

  it('ends where the site does not answer', async () => {
    site.silent = true;
    await expect(pass(channel({ timeoutMs: 100 }))).rejects.toThrow('没有回答（等了 0.1 秒）');
  });

  it('ends where the site cannot be reached', async () => {
    await expect(pass(channel({ listUrl: 'http://127.0.0.1:9/list' }))).rejects.toThrow(
      /“东方网投诉中心”：连不上 127\.0\.0\.1:9/,
    );
  });

  it('follows a redirect within the site', async () => {
    site.status = { code: 302, path: '/tousu/', location: '/tousu/list.asp' };
    expect(await pass(channel({ listUrl: `${site.url}/tousu/` }))).toHaveLength(5);
  });

  it('follows no redirect to another site', async () => {
    site.status = { code: 302, location: 'http://localhost:1/inner' };
    await expect(pass()).rejects.toThrow('转到了别的网站（localhost:1）');
  });

  it('reads no page above 2 MB, and goes on with the others', async () => {
    site.posts = site.posts.map((post) => (post.id === 202 ? { ...post, text: '长'.repeat(1_100_000) } : post));
    const messages = await pass();
    expect(ids(messages)).toEqual([201, 202, 203, 204, 205]);
    expect(() => readPost(messages[1]!.record!)).toThrow('超过 2048 KB');
  });

  describe('behind a login', () => {
    const inside = () => channel({ login: site.login });
    beforeEach(() => void (site.password = '暗号'));

    it('fills in the form in the encoding of its page, with what the form hides, once', async () => {
      expect(ids(await pass(inside()))).toEqual([201, 202, 203, 204, 205]);
      expect(site.sent).toEqual(['csrf=c5&user=%C7%F8%BB%B7%B1%A3%BE%D6&pwd=%B0%B5%BA%C5']);
    });

    it('logs in again where the session has ended, and goes on', async () => {
      const same = inside();
      await pass(same);
      site.endSessions();
      expect(await pass(same)).toHaveLength(5);
      expect(site.sent).toHaveLength(2);
    });

    it('tries a wrong password once, and then not for a while', async () => {
      site.password = '别的';
      await expect(pass(inside())).rejects.toMatchObject({
        kind: 'login',
        holdMs: 900_000,
        message: '“东方网投诉中心”不让登录。请检查渠道设置里 login 的用户名和密码。',
      });
      expect(site.sent).toHaveLength(1);
    });

    it('says where the form has no such field', async () => {
      const other = channel({ login: { ...site.login, userField: 'account' } });
      await expect(pass(other)).rejects.toMatchObject({
        kind: 'layout',
        message: expect.stringContaining('没有“account”这一栏'),
      });
      expect(site.sent).toEqual([]);
    });

    it('takes no post from the login page where the profile has no login', async () => {
      await expect(pass()).rejects.toMatchObject({ kind: 'layout' });
    });
  });

  it('shows by a probe what it would read and what is missing, and registers nothing', async () => {
    site.gone.add(203);
    const memory = new PostsInMemory();
    const shown = (await channel({ maxPages: 1 }, memory).probe()).join('\n');
    expect(shown).toMatch(/205\s+兰溪路夜里施工\s+网友甲\s+2011-03-18 23:10\s+真如镇兰溪路/);
    expect(shown).toMatch(/text\s+td\.content\s+2\/2/);
    expect(shown).toContain('都对得上，可以开通。');
    expect([memory.posts.size, memory.list]).toEqual([0, null]);
  });

  it('shows by a probe what answering would find, and posts nothing', async () => {
    site.replies.all.push({ postId: '205', text: '已答复' });
    const shown = (await channel({ maxPages: 1, reply: complaintSiteReply() }).probe()).join('\n');
    expect(shown).toContain('查重：div.answer 找到 1 条答复，如“已答复”');
    expect(shown).toContain('表单：form#answer 找到');
    expect(shown).toContain('栏目 token、content（网页已填好 token），答复填在 content');
    expect(site.replies.posts).toBe(0);
  });

  it('says by a probe that the form of answering is not as the profile says', async () => {
    site.replyField = 'words';
    const shown = (await channel({ maxPages: 1, reply: complaintSiteReply() }).probe()).join('\n');
    expect(shown).toContain('表单：对不上，回复的表单里没有“content”这一栏');
  });

  it('says by a probe that the layout has changed', async () => {
    site.broken = 'list';
    expect(await channel().probe()).toEqual([expect.stringContaining('对不上。列表页上没有找到 item（table.list tr.post）')]);
    site.broken = 'post';
    expect((await channel().probe()).at(-1)).toContain('text（td.content）2 个帖子里 2 个没有找到');
  });

  it.each([
    ['listUrl', { listUrl: 'tousu.example/list' }],
    ['item', { item: 'tr[' }],
    ['id', { id: '(' }],
    ['encoding', { encoding: 'gb-nonsense' }],
  ] as const)('says at once that %s of its profile cannot be used', (key, profile) => {
    expect(() => channel(profile)).toThrow(`${key} 写的是`);
  });
});
