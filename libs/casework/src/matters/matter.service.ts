import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  Fault,
  identityIn,
  instant,
  matterNumber,
  readAppealNumber,
  sharedSite,
  TOPIC_WORDS,
  type Instant,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type MatterEntity, type SiteRecordEntity, type Stores } from '@hub/persistence';
import { CaseActs, type ActContext, type ActEffect } from '../acts/case-act';
import { CLOCK, type Clock } from '../tokens';
import { heldMatter, ofMatter } from './known-matter';
import { riskOnJoining } from './share-risk';
import { refuseIdentity } from './share-site';

export interface NewMatter {
  readonly title?: string;
  readonly appeals: readonly string[];
}

/** 并件不并号: appeals are grouped about one thing and parted again, and none loses anything of its own. */
@Injectable()
export class MatterService {
  constructor(
    private readonly acts: CaseActs,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open({ title, appeals }: NewMatter, by: Staff): Promise<string> {
    // In one order, so that two openings do not wait for each other.
    const numbers = [...new Set(appeals.map((typed) => readAppealNumber(typed) ?? ''))].sort();
    if (!numbers.length) throw new Fault('invalid', 'appeals', '事项里至少要有一件来件。', '请写来件编号。');
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const day = dayOf(now);
      const number = matterNumber(day, await stores.counters.take(`matter:${day}`, 1));
      const rows: AppealEntity[] = [];
      for (const one of numbers) rows.push(await stores.appeals.hold(one));
      const [first] = rows;
      const matter = await stores.matters.add({
        number,
        title: title?.trim() || usualTitle(first!),
        siteId: rows.find(({ siteId }) => siteId !== null)?.siteId ?? null,
        unitId: first!.unitId,
        openedAt: now,
        openedById: by.id,
        openedByName: by.name,
      });
      for (const one of numbers) await this.joinIn(stores, matter, one, by, '');
      await refuseIdentity(matter.title, rows, stores);
      return number;
    });
  }

  join(typed: string, appeal: string, by: Staff, reason = ''): Promise<void> {
    return this.work.run(async (stores) => {
      const { matter } = await heldMatter(typed, by, stores);
      await this.joinIn(stores, matter, readAppealNumber(appeal) ?? '', by, reason);
    });
  }

  part(typed: string, appeal: string, by: Staff, reason: string): Promise<void> {
    return this.work.run(async (stores) => {
      const { matter, number } = ofMatter(await heldMatter(typed, by, stores), appeal);
      await this.acts.performIn(stores, { number, by, act: 'matter', way: 'part' }, async () => ({
        change: { matterId: null },
        note: `${matter.number}：${reason}`,
      }));
    });
  }

  /** The section says why a record of the matter that is older than the appeal, or than its signing, still holds for it. */
  adopt(typed: string, appeal: string, by: Staff, reason = ''): Promise<void> {
    return this.work.run(async (stores) => {
      const known = await heldMatter(typed, by, stores);
      const { matter, number } = ofMatter(known, appeal);
      await this.acts.performIn(stores, { number, by, act: 'matter', way: 'adopt' }, async (context) => {
        const record = (await recordsOf(known.seen, context.appeal, stores)).at(-1);
        if (!record) throw new Fault('refused', 'no-site-record', '这个事项还没有现场调查记录。', '请先登记现场调查，各件共用。');
        const shared = sharedSite(record.at, context.appeal, context.now, reason);
        if (!shared.counts) throw new Fault('invalid', 'reason', '请写明这次调查为什么对本件仍然有效。', '例如：情况没有变化。');
        await repeat(record, context);
        return {
          change: { siteDoneAt: shared.doneAt },
          note: [`${matter.number}，${siteWords(record)}`, reason].filter(Boolean).join('：'),
        };
      });
    });
  }

  /** An appeal that joins has the on-site step behind it where a record of the matter counts for it by itself. */
  private async joinIn(stores: Stores, matter: MatterEntity, number: string, by: Staff, reason: string): Promise<void> {
    await this.acts.performIn(stores, { number, by, act: 'matter', way: 'join' }, async (context): Promise<ActEffect> => {
      const { appeal, now } = context;
      const { seen } = await heldMatter(matter.number, by, stores);
      const counting = (await recordsOf(seen, appeal, stores)).flatMap((record) => {
        const shared = sharedSite(record.at, appeal, now, null);
        return shared.counts ? [{ record, doneAt: shared.doneAt }] : [];
      });
      const [first] = counting;
      for (const { record } of counting) await repeat(record, context);
      const words = [matter.number, matter.title, reason, first && `现场调查已有：${siteWords(first.record)}`];
      if (appeal.siteId !== null) await stores.matters.settleSite(matter.id, appeal.siteId);
      const siteDoneAt = appeal.siteDoneAt ?? first?.doneAt ?? null;
      const note = words.filter(Boolean).join('；');
      const risk = await riskOnJoining(appeal, matter.id, stores);
      return {
        change: { matterId: matter.id, siteDoneAt, ...risk },
        facts: { joined: await joinedBeside(appeal, matter, stores) },
        note,
      };
    });
  }
}

/** Records on these appeals that the appeal may repeat, each once, the oldest first: not its own, and none that names another citizen. */
async function recordsOf(
  seen: readonly AppealEntity[],
  appeal: AppealEntity,
  stores: Pick<Stores, 'evidence' | 'persons'>,
): Promise<SiteRecordEntity[]> {
  const ids = [...new Set([...seen.map(({ id }) => id), appeal.id])];
  const rows = await stores.evidence.sitesOf(ids);
  const origin = (record: SiteRecordEntity) => record.sharedFrom ?? record.id;
  const others = await stores.persons.partiesOf(ids.filter((id) => id !== appeal.id));
  const names = ({ place, findings }: SiteRecordEntity) =>
    identityIn(`${place}\n${findings}`, [...others.values()], seen.map((one) => one.place)).length > 0; // prettier-ignore
  const own = new Set(rows.filter(({ appealId }) => appealId === appeal.id).map(origin));
  const once = [...new Map(rows.map((record) => [origin(record), record])).values()];
  return once.filter((record) => !own.has(origin(record)) && !names(record));
}

/** How many appeals the matter has with this one; a confidential one is not told of by a number either. */
async function joinedBeside({ id }: AppealEntity, matter: MatterEntity, stores: Stores): Promise<number> {
  const all = await stores.matters.appealsOf(matter.id);
  return 1 + all.filter((one) => one.id !== id && one.guard === '').length;
}

async function repeat({ id, sharedFrom, ...record }: SiteRecordEntity, { appeal, stores }: ActContext): Promise<void> {
  await stores.evidence.addSite({ ...record, appealId: appeal.id, sharedFrom: sharedFrom ?? id });
}

const siteWords = ({ at, officers, place }: { at: Instant; officers: readonly string[]; place: string }): string =>
  `${dayOf(at)} ${officers.join('、')}，${place}`;

/** Read by whoever sees any of its appeals, so it is made of what no citizen wrote. */
const usualTitle = ({ street, topic }: AppealEntity): string => `${street ?? ''}${topic ? TOPIC_WORDS[topic] : '群众'}问题`;
