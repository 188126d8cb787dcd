import { ChannelLogService, PostMemoryService } from '@hub/casework';
import { failureOf, SiteChannel, takeIn, type SiteProfile } from '@hub/channels';
import { lastValueFrom, toArray } from 'rxjs';
import { ComplaintSite, complaintSiteProfile } from '../../support/complaint-site';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the posts of a complaint site', (open) => {
  let site: ComplaintSite;
  let hub: Hub;
  beforeEach(async () => {
    site = await ComplaintSite.start();
    hub = await Hub.open((await open()).url);
    await hub.staff('ban', 'dispatcher');
  });
  afterEach(async () => {
    await hub.close();
    await site.stop();
  });

  const pass = async (profile: Partial<SiteProfile> = {}) => {
    const channel = new SiteChannel({
      name: 'dongfang',
      source: '东方网投诉中心',
      profile: { ...complaintSiteProfile(site.listUrl), watchHours: 0, ...profile },
      memory: hub.app.get(PostMemoryService),
    });
    return (await lastValueFrom(takeIn(hub.intake, channel).pipe(toArray()))).flat();
  };
  const numberOf = async (subject: string): Promise<string> => {
    const { body } = await hub.as('ban').get('/api/v1/appeals?limit=50').expect(200);
    return (body.items as { number: string; subject: string }[]).find((one) => one.subject === subject)!.number;
  };
  const file = async (subject: string) =>
    (
      await hub
        .as('ban')
        .get(`/api/v1/appeals/${await numberOf(subject)}`)
        .expect(200)
    ).body as {
      status: string;
      messages: { text: string; remarks: string[] }[];
      history: { note: string }[];
    };
  const change = (id: number, text: string) => {
    site.posts = site.posts.map((post) => (post.id === id ? { ...post, text } : post));
  };
  const notes = async (subject: string) =>
    (await file(subject)).history.map(({ note }) => note).filter((note) => note.includes('帖子'));

  it('are registered once, however often the site is read', async () => {
    expect((await pass()).map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new', 'new', 'new']);
    expect(await pass()).toEqual([]);
  });

  it('keep every version, and staff are told', async () => {
    await pass();
    change(202, '桃浦镇真南路早上有怪味\n晚上也有');
    expect((await pass()).map(({ outcome }) => outcome)).toEqual(['joined']);
    change(202, '不闻了');
    await pass();
    expect(await pass()).toEqual([]);
    const { messages, status } = await file('桃浦怪味');
    expect(messages.map(({ text }) => text)).toEqual(['桃浦镇真南路早上有怪味', '桃浦镇真南路早上有怪味\n晚上也有', '不闻了']);
    expect(messages.map(({ remarks }) => remarks.join())).toEqual([
      '',
      expect.stringContaining('第 2 版'),
      expect.stringContaining('第 3 版'),
    ]);
    expect(status).toBe('received');
    const { body } = await hub.as('ban').get('/api/v1/notices').expect(200);
    expect(JSON.stringify(body)).toContain('网站上的帖子改过（第 2 版）');
  });

  it('keep a version that says again what the first one said', async () => {
    await pass();
    change(202, '改');
    await pass();
    change(202, '桃浦镇真南路早上有怪味');
    await pass();
    expect((await file('桃浦怪味')).messages).toHaveLength(3);
  });

  it('are not taken away when the site takes them away; it is noted once, and that they are back', async () => {
    await pass();
    site.gone.add(203);
    await pass();
    await pass();
    expect(await notes('咨询环评公示')).toEqual([expect.stringContaining('不见了：网站回答没有这一页（404）')]);
    site.gone.clear();
    await pass();
    expect(await notes('咨询环评公示')).toEqual([expect.anything(), '来源网站上的帖子又出现了']);
    expect((await file('咨询环评公示')).messages).toHaveLength(1);
  });

  it.each([500, 503, 429, 403])('are not held for gone where the site answers %i', async (code) => {
    await pass();
    site.status = { code, path: '/tousu/show.asp?id=203' };
    await pass().catch(() => undefined);
    expect(await notes('咨询环评公示')).toEqual([]);
  });

  it('are held for gone where a complete list and their own page have them no more', async () => {
    await pass({ complete: true });
    site.posts = site.posts.filter(({ id }) => id !== 204);
    await pass({ complete: true, maxPages: 1, watchDays: 0 });
    expect(await notes('饭店油烟')).toEqual([]);
    await pass({ complete: true, watchDays: 0 });
    expect(await notes('饭店油烟')).toHaveLength(1);
    expect(await notes('咨询环评公示')).toEqual([]);
  });

  it('of a pass that broke off are registered but for the one that failed, which comes later though the list has not changed since', async () => {
    site.tagged = true;
    site.status = { code: 500, path: '/tousu/show.asp?id=203' };
    await expect(pass()).rejects.toThrow('500');
    site.status = null;
    expect(await pass()).toHaveLength(1);
    site.requests.length = 0;
    expect(await pass({ watchDays: 0 })).toEqual([]);
    expect(site.requests).toEqual(['/tousu/list.asp']);
  });

  it('under a changed layout are not registered; the channel is stopped at once and says what no longer matches', async () => {
    await pass();
    site.broken = 'post';
    const states = hub.app.get(ChannelLogService);
    const error = await pass().catch((reason: unknown) => reason);
    await states.failed(hub.settings.channels[0]!.name, failureOf(error), () => 1000);
    expect(failureOf(error)).toMatchObject({
      kind: 'layout',
      message: expect.stringMatching(/text（td\.content）\d 个帖子里 \d 个没有找到/),
    });
    await hub.as(null).get('/health/ready').expect(503);
    expect((await file('桃浦怪味')).messages).toHaveLength(1);
  });
});
