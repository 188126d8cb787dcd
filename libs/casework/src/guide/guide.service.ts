import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  Fault,
  instant,
  isMeasurable,
  refuseGuideStep,
  unitName,
  VersionConflict,
  type Day,
  type GuideChapter,
  type GuideStep,
  type Instant,
  type Office,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type GuideArticleEntity, type Stores } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';

/** What the office writes of an article. */
export interface GuideWords {
  readonly chapter: GuideChapter;
  readonly unitId: string | null;
  readonly year: number;
  readonly title: string;
  readonly text: string;
  readonly promise: string;
}

const UNSIGNED = { signedBy: null, signedAt: null };
const FRESH = { ...UNSIGNED, publishedBy: null, publishedAt: null, state: 'draft' as const };

/** The guide's articles from draft to page; a published one is never changed, a new version takes its place. */
@Injectable()
export class GuideService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  add(words: GuideWords, by: Staff): Promise<number> {
    this.refuseUnfit(words);
    const now = instant(this.clock());
    return this.work.run(async ({ guide, counters, audit }) => {
      const root = await counters.take('guide', 1);
      const id = await guide.add({ ...words, ...FRESH, root, preparedBy: by.name, changedAt: now });
      audit.add(told('add', words.title, by, now));
      return id;
    });
  }

  /** The next version begins as the published one stands. */
  renew(id: number, by: Staff): Promise<number> {
    const now = instant(this.clock());
    return this.work.run(async ({ guide, audit }) => {
      const { id: _, version: __, ...before } = await guide.byId(id);
      refuseGuideStep('renewal', before, by);
      const waiting = (await guide.versionsOf(before.root)).some(({ state }) => state === 'draft' || state === 'signed');
      if (waiting) throw new Fault('refused', 'guide-renewed', '这一篇已经有新版草稿了。', '请在草稿里改。');
      const year = Number(dayOf(now).slice(0, 4));
      const next = await guide.add({ ...before, ...FRESH, year, preparedBy: by.name, changedAt: now });
      audit.add(told('renewal', before.title, by, now));
      return next;
    });
  }

  async change(id: number, words: GuideWords, version: number, by: Staff): Promise<void> {
    this.refuseUnfit(words);
    await this.take('change', id, version, by, () => ({ ...words, ...UNSIGNED, state: 'draft', preparedBy: by.name }));
  }

  async sign(id: number, version: number, by: Staff): Promise<void> {
    await this.take('signature', id, version, by, (_, now) => ({ state: 'signed', signedBy: by.name, signedAt: now }));
  }

  async publish(id: number, version: number, by: Staff): Promise<void> {
    await this.take('publication', id, version, by, async ({ root }, now, { guide }) => {
      for (const one of await guide.versionsOf(root))
        if (one.state === 'published') await guide.keep(one, { state: 'replaced', changedAt: now });
      return { state: 'published', publishedBy: by.name, publishedAt: now };
    });
  }

  async retire(id: number, version: number, by: Staff): Promise<void> {
    await this.take('retirement', id, version, by, () => ({ state: 'retired' }));
  }

  notify(text: string, from: Day, until: Day, by: Staff): Promise<void> {
    const now = instant(this.clock());
    if (until < from || until < dayOf(now))
      throw new Fault('invalid', 'notice-days', '通知的起止日期不对。', '止的那天不能早于起的那天，也不能早于今天。');
    return this.work.run(async ({ guide, audit }) => {
      await guide.addNotice({ text, shownFrom: from, shownUntil: until, byName: by.name, at: now });
      audit.add({ ...told('notice', `${from} 至 ${until}`, by, now), detail: { text } });
    });
  }

  endNotice(id: number, by: Staff): Promise<void> {
    const now = instant(this.clock());
    return this.work.run(async ({ guide, audit }) => {
      await guide.endNotice(id, addDays(dayOf(now), -1));
      audit.add(told('notice-end', String(id), by, now));
    });
  }

  private take(
    step: GuideStep,
    id: number,
    version: number,
    by: Staff,
    effect: (row: GuideArticleEntity, now: Instant, stores: Stores) => Change | Promise<Change>,
  ): Promise<void> {
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const row = await stores.guide.byId(id);
      if (row.version !== version) throw new VersionConflict('别人刚改过这一篇，您的修改没有保存。', '请刷新后对照再改。');
      refuseGuideStep(step, row, by);
      await stores.guide.keep(row, { ...(await effect(row, now, stores)), changedAt: now });
      stores.audit.add(told(step, row.title, by, now));
    });
  }

  private refuseUnfit({ chapter, unitId, promise }: GuideWords): void {
    if (unitId !== null && unitName(this.office, unitId) === null)
      throw new Fault(
        'invalid',
        'unit',
        `没有“${unitId}”这个单位。`,
        `可选：${this.office.units.map(({ id }) => id).join('、')}。`,
      );
    if (chapter === 'promise' && !isMeasurable(promise))
      throw new Fault('invalid', 'promise', '承诺要量得出来。', '请写清数字和时限，如“5 个工作日内答复”。');
  }
}

type Change = Partial<Omit<GuideArticleEntity, 'id' | 'version'>>;

const told = (what: string, subject: string, by: Staff, at: Instant) => ({
  at,
  actorId: by.id,
  actorName: by.name,
  action: `guide.${what}`,
  subject,
});
