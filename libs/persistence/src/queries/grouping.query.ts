import { addDays, sightOf, startOf, type Day, type Sight, type Staff } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { DraftEntity, SiteRecordEntity } from '../entities/evidence.entity';
import { MatterEntity } from '../entities/matter.entity';
import { MessageEntity } from '../entities/message.entity';
import { RevisitRecordEntity } from '../entities/revisit.entity';
import { RiskAssessmentEntity } from '../entities/risk-assessment.entity';
import { SiteEntity, SiteMeasureEntity, SourceControlTaskEntity } from '../entities/site.entity';
import { sightSources } from './sight.sql';

/** A site with more appeals than these shows the newest. */
const TIMELINE_LIMIT = 500;
/** Looked through for what may be about the same thing. */
const CANDIDATES = 300;
const CHUNK = 200;

/** Matters and sites with their appeals. Rows of appeals are given as they are: the caller keeps those that the person sees. */
@Injectable()
export class GroupingQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  matter(number: string): Promise<MatterEntity | null> {
    return this.manager.findOneBy(MatterEntity, { number });
  }

  matterById(id: number): Promise<MatterEntity | null> {
    return this.manager.findOneBy(MatterEntity, { id });
  }

  appealsOfMatter(matterId: number): Promise<AppealEntity[]> {
    return this.manager.find(AppealEntity, { where: { matterId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  recordsOf(appealIds: readonly number[]): Promise<SiteRecordEntity[]> {
    if (!appealIds.length) return Promise.resolve([]);
    return this.manager.find(SiteRecordEntity, { where: { appealId: In([...appealIds]) }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** What a first filling of a matter's risk form is made of: the citizens' words, and who of them was not satisfied. */
  async riskFactsOf(appealIds: readonly number[]): Promise<{ messages: MessageEntity[]; unsatisfied: number }> {
    if (!appealIds.length) return { messages: [], unsatisfied: 0 };
    const appealId = In([...appealIds]);
    const [messages, unsatisfied] = await Promise.all([
      this.manager.find(MessageEntity, { where: { appealId, direction: 'in' }, order: { id: 'ASC' } }),
      this.manager.countBy(RevisitRecordEntity, { appealId, outcome: 'unsatisfied' }),
    ]);
    return { messages, unsatisfied };
  }

  /** The last assessment of the matter, as it stands in the file of one of these appeals. */
  riskOf(matterId: number, appealIds: readonly number[]): Promise<RiskAssessmentEntity | null> {
    const where = { matterId, appealId: In([...appealIds]) };
    return this.manager.findOne(RiskAssessmentEntity, { where, order: { id: 'DESC' } });
  }

  appealsByIds(ids: readonly number[]): Promise<AppealEntity[]> {
    return ids.length ? this.manager.findBy(AppealEntity, { id: In([...ids]) }) : Promise.resolve([]);
  }

  /** Matters that have an appeal the person sees, the newest first; `before` is the last id of the page above. */
  async matters(
    sight: Sight,
    { siteId, words, before, limit }: { siteId: number | null; words: string; before: number | null; limit: number },
  ): Promise<MatterEntity[]> {
    const found: MatterEntity[] = [];
    for (let last = before; ;) {
      const query = this.manager.createQueryBuilder(MatterEntity, 'matter').orderBy('matter.id', 'DESC').limit(CHUNK);
      if (last !== null) query.andWhere('matter.id < :last', { last });
      if (siteId !== null) query.andWhere('matter.siteId = :siteId', { siteId });
      // The escape sign is given as a value: the engines write a backslash in a literal differently.
      if (words)
        query.andWhere('(matter.number = :whole OR matter.title LIKE :like ESCAPE :sign)', {
          whole: words.toUpperCase(),
          like: `%${words.replace(/[\\%_]/g, '\\$&')}%`,
          sign: '\\',
        });
      const rows = await query.getMany();
      const seen = await this.seenOf(sight, 'matterId', rows.map(({ id }) => id)); // prettier-ignore
      found.push(...rows.filter(({ id }) => seen.has(id)));
      if (rows.length < CHUNK || found.length >= limit) return found.slice(0, limit);
      last = rows.at(-1)!.id;
    }
  }

  async matterNumbers(ids: readonly number[]): Promise<Map<number, string>> {
    const rows = ids.length ? await this.manager.findBy(MatterEntity, { id: In([...new Set(ids)]) }) : [];
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** Of these appeals, those whose draft says something already. */
  async draftedOf(appealIds: readonly number[]): Promise<Set<number>> {
    const rows = appealIds.length ? await this.manager.findBy(DraftEntity, { appealId: In([...appealIds]) }) : [];
    return new Set(rows.filter(({ text }) => text.trim()).map(({ appealId }) => appealId));
  }

  site(id: number): Promise<SiteEntity | null> {
    return this.manager.findOneBy(SiteEntity, { id });
  }

  /** Sites of these very names or at these very places that have an appeal the person sees. */
  async knownSites(staff: Staff, keys: readonly string[]): Promise<SiteEntity[]> {
    const [named, placed] = await Promise.all([
      this.manager.findBy(SiteEntity, { nameKey: In([...keys]) }),
      this.manager.find(SiteEntity, { where: { placeKey: In([...keys]) }, take: CHUNK }),
    ]);
    const rows = [...new Map([...named, ...placed].map((one) => [one.id, one])).values()];
    const seen = await this.seenOf(sightOf(staff), 'siteId', rows.map(({ id }) => id)); // prettier-ignore
    return rows.filter(({ id }) => seen.has(id));
  }

  /** Of these sites, those that have an appeal the person sees. */
  async seenSites(staff: Staff, ids: readonly number[]): Promise<SiteEntity[]> {
    const sites = await this.sitesByIds(ids);
    const seen = await this.seenOf(sightOf(staff), 'siteId', sites.map(({ id }) => id)); // prettier-ignore
    return sites.filter(({ id }) => seen.has(id));
  }

  sitesByIds(ids: readonly number[]): Promise<SiteEntity[]> {
    return ids.length ? this.manager.findBy(SiteEntity, { id: In([...new Set(ids)]) }) : Promise.resolve([]);
  }

  /** Sites whose key begins so and that have an appeal the person sees, in the order of their keys. */
  async sites(sight: Sight, prefix: string, limit: number): Promise<SiteEntity[]> {
    const found: SiteEntity[] = [];
    for (let after = ''; ;) {
      const query = this.manager
        .createQueryBuilder(SiteEntity, 'site')
        .where('site.nameKey > :after', { after })
        .orderBy('site.nameKey')
        .limit(CHUNK);
      if (prefix) query.andWhere('site.nameKey >= :prefix AND site.nameKey < :end', { prefix, end: `${prefix}\u{10ffff}` });
      const rows = await query.getMany();
      const seen = await this.seenOf(sight, 'siteId', rows.map(({ id }) => id)); // prettier-ignore
      found.push(...rows.filter(({ id }) => seen.has(id)));
      if (rows.length < CHUNK || found.length >= limit) return found.slice(0, limit);
      after = rows.at(-1)!.nameKey;
    }
  }

  /** The newest appeals about a site, the oldest of them first. */
  async appealsOfSite(siteId: number): Promise<AppealEntity[]> {
    const order = { receivedAt: 'DESC', id: 'DESC' } as const;
    return (await this.manager.find(AppealEntity, { where: { siteId }, order, take: TIMELINE_LIMIT })).reverse();
  }

  measuresOf(siteId: number): Promise<SiteMeasureEntity[]> {
    return this.manager.find(SiteMeasureEntity, { where: { siteId }, order: { id: 'ASC' } });
  }

  tasksOf(siteId: number): Promise<SourceControlTaskEntity[]> {
    return this.manager.find(SourceControlTaskEntity, { where: { siteId }, order: { id: 'ASC' } });
  }

  task(id: number): Promise<SourceControlTaskEntity | null> {
    return this.manager.findOneBy(SourceControlTaskEntity, { id });
  }

  tasks(state: 'open' | 'done'): Promise<SourceControlTaskEntity[]> {
    const dueOn = state === 'open' ? 'ASC' : 'DESC';
    return this.manager.find(SourceControlTaskEntity, { where: { state }, order: { dueOn, id: dueOn }, take: TIMELINE_LIMIT });
  }

  /** Open appeals of the same site or street in a range of days: what may be about the same thing is among them. */
  async candidates(
    { siteId, street }: { readonly siteId: number | null; readonly street: string | null },
    from: Day,
    to: Day,
  ): Promise<AppealEntity[]> {
    const about = { open: true, receivedAt: Between(startOf(from), startOf(addDays(to, 1))) };
    const order = { receivedAt: 'DESC', id: 'DESC' } as const;
    const [same, near] = await Promise.all([
      siteId === null ? [] : this.manager.find(AppealEntity, { where: { ...about, siteId }, order, take: CANDIDATES }),
      street === null ? [] : this.manager.find(AppealEntity, { where: { ...about, street }, order, take: CANDIDATES }),
    ]);
    return [...new Map([...same, ...near].map((one) => [one.id, one])).values()];
  }

  /** Of these matters or sites, those with an appeal that the person sees. */
  private async seenOf(sight: Sight, column: 'matterId' | 'siteId', ids: readonly number[]): Promise<Set<number>> {
    if (!ids.length) return new Set();
    const marks = ids.map(() => '?').join(', ');
    const rows = await Promise.all(
      sightSources(sight).map(
        ({ from, sql, values }) =>
          this.database.reader.query(
            `SELECT DISTINCT a.${column} AS id FROM ${from} WHERE ${[...sql, `a.${column} IN (${marks})`].join(' AND ')}`,
            [...values, ...ids],
          ) as Promise<{ id: number | string }[]>,
      ),
    );
    return new Set(rows.flat().map(({ id }) => Number(id)));
  }
}
