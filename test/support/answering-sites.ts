import { DeliveryService, PostMemoryService } from '@hub/casework';
import { replySites, SiteChannel, takeIn } from '@hub/channels';
import { SiteReplyCourier } from '@hub/outbound';
import { UnitOfWork } from '@hub/persistence';
import type { SiteProfileSettings, SiteSettings } from '@hub/settings';
import { lastValueFrom, toArray } from 'rxjs';
import { ComplaintSite, complaintSiteProfile, complaintSiteReply, type InventedPost } from './complaint-site';
import { Hub } from './hub';
import { JsonSite, jsonSiteProfile, jsonSiteReply } from './json-site';
import { RssSite, rssSiteProfile } from './rss-site';

const ANSWER = '您好，我局已责令该工地停止夜间施工。\n感谢您的关心。';

interface OwedReply {
  readonly id: number;
  readonly state: string;
  readonly appeal: string;
  readonly site: string;
  readonly lastError: string | null;
  readonly retriable: boolean;
}

interface File {
  readonly history: readonly { readonly note: string }[];
  readonly messages: readonly { readonly delivery: { readonly state: string; readonly stateName: string } | null }[];
  readonly person: { readonly replySite: string | null };
}

/** A hub that reads the three made-up sites and answers there, driven by hand; its courier's time runs as the test says. */
export class AnsweringSites {
  /** Of the old site, one of its own for each test. */
  post: InventedPost;
  private hours = 0;

  private constructor(
    readonly old: ComplaintSite,
    readonly json: JsonSite,
    readonly rss: RssSite,
    readonly hub: Hub,
    private readonly courier: SiteReplyCourier,
  ) {
    this.post = old.posts[0]!;
  }

  static async open(url: string): Promise<AnsweringSites> {
    const [old, json, rss] = [await ComplaintSite.start(), await JsonSite.start(), await RssSite.start()];
    old.password = old.login.password;
    const channels = [
      channel('dongfang', { ...complaintSiteProfile(old.listUrl), login: old.login, reply: complaintSiteReply() }),
      channel('jiefang', { ...jsonSiteProfile(json.listUrl), reply: jsonSiteReply(json.listUrl) }),
      channel('shequ', rssSiteProfile(rss.url('/feed.xml'))),
    ];
    const hub = await Hub.open(url, { channels });
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
    const deliveries = hub.app.get(DeliveryService);
    const courier = new SiteReplyCourier(hub.app.get(UnitOfWork), replySites(channels), {
      log: { warn: () => undefined },
      refusal: (stores, reply) => deliveries.refusal(stores, reply),
      settled: (...told) => deliveries.siteReplySettled(...told),
    });
    const sites = new AnsweringSites(old, json, rss, hub, courier);
    for (const one of channels) await sites.read(one);
    return sites;
  }

  async close(): Promise<void> {
    await this.hub.close();
    await Promise.all([this.old.stop(), this.json.stop(), this.rss.stop()]);
  }

  /** The sites as at the beginning, with a new post on the old one, a day later. */
  async newDay(): Promise<void> {
    const { old, json } = this;
    this.hours += 24;
    const id = old.posts[0]!.id + 1;
    this.post = { ...old.posts[0]!, id, subject: `夜里施工 ${id}` };
    old.posts = [this.post, ...old.posts];
    Object.assign(old, { replyField: 'content', password: old.login.password, status: null, broken: null });
    for (const { replies } of [old, json]) Object.assign(replies, { on: 'take', posts: 0, all: [] });
    await this.read(this.hub.settings.channels[0] as SiteSettings);
  }

  /** Brings the appeal of a post up to its answer. */
  async ready(text = ANSWER, subject = this.post.subject): Promise<string> {
    const { hub } = this;
    const { body } = await hub.as('office').get('/api/v1/appeals?limit=100').expect(200);
    const { number } = (body.items as { number: string; subject: string }[]).find((one) => one.subject === subject)!;
    await hub.as('office').act(number, 'acceptance', { kind: 'complaint' }).expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    await hub.as('officer').act(number, 'waivers', { milestone: 'contact', reason: '反映人要求不联系' }).expect(200);
    await hub.as('officer').act(number, 'waivers', { milestone: 'site', reason: '无需现场，只需解释答复' }).expect(200);
    await hub.as('officer').act(number, 'draft', { text, submit: true }).expect(200);
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    return number;
  }

  async answered(text?: string, subject?: string): Promise<string> {
    const number = await this.ready(text, subject);
    await this.hub.as('head').act(number, 'reply').expect(200);
    return number;
  }

  /** One round of the courier, so many hours later. */
  round(after = 0): Promise<number> {
    this.hours += after;
    return this.courier.runOnce(new Date(Date.now() + this.hours * 3_600_000).toISOString());
  }

  async outbox(number: string): Promise<OwedReply[]> {
    const { body } = await this.hub.as('office').get('/api/v1/outbox/site-replies').expect(200);
    return (body as OwedReply[]).filter(({ appeal }) => appeal === number);
  }

  async file(number: string): Promise<File> {
    return (await this.hub.as('office').get(`/api/v1/appeals/${number}`).expect(200)).body as File;
  }

  async notes(number: string): Promise<string[]> {
    return (await this.file(number)).history.map(({ note }) => note);
  }

  async stands(number: string): Promise<boolean> {
    return (await this.notes(number)).some((note) => note.includes('答复已贴到'));
  }

  private read({ name, source, profile }: SiteSettings) {
    const reader = new SiteChannel({ name, source, profile, memory: this.hub.app.get(PostMemoryService) });
    return lastValueFrom(takeIn(this.hub.intake, reader).pipe(toArray()));
  }
}

const channel = (name: string, profile: SiteProfileSettings): SiteSettings => ({
  name,
  type: 'site',
  source: name,
  everySeconds: 600,
  profile,
});
