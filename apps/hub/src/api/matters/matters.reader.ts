import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, knownMatter, mayRisk, OFFICE, riskGuess, type Clock } from '@hub/casework';
import type { MatterPage, MatterRow, MatterView } from '@hub/contract';
import {
  dayOf,
  Fault,
  maySign,
  NO_DUE,
  readMatterNumber,
  sightOf,
  unitName,
  withOffset,
  type Office,
  type RiskFactors,
  type Staff,
} from '@hub/domain';
import { GroupingQuery, type AppealEntity, type MatterEntity, type SiteEntity, type SiteRecordEntity } from '@hub/persistence';
import { assessmentView } from '../risk/risk.view';
import { appealRef, siteRef } from './appeal-ref';
import type { MattersQueryDto } from './matters.dto';

/** Matters as a person may know of them: by the appeals that he sees. */
@Injectable()
export class MattersReader {
  constructor(
    private readonly groups: GroupingQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page({ site, q = '', cursor, limit = 50 }: MattersQueryDto, staff: Staff): Promise<MatterPage> {
    const before = cursor === undefined ? null : Number(cursor);
    if (before !== null && !Number.isSafeInteger(before))
      throw new Fault('invalid', 'cursor', '翻页标记不对。', '请从第一页重新查询。');
    // A site that the person does not know has no matters for him.
    if (site !== undefined && !(await this.groups.seenSites(staff, [site])).length) return { items: [], nextCursor: null };
    const words = q.trim().normalize('NFKC');
    const found = await this.groups.matters(sightOf(staff), { siteId: site ?? null, words, before, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const known = await this.sitesOf(rows, staff);
    return {
      items: rows.map((matter) => this.row(matter, known)),
      nextCursor: found.length > limit ? String(rows.at(-1)!.id) : null,
    };
  }

  async show(typed: string, staff: Staff): Promise<MatterView> {
    const found = await this.groups.matter(readMatterNumber(typed) ?? '');
    const { matter, seen } = knownMatter(staff, found, found ? await this.groups.appealsOfMatter(found.id) : []);
    const ids = seen.map(({ id }) => id);
    const [records, drafted, known] = await Promise.all([
      this.groups.recordsOf(ids),
      this.groups.draftedOf(ids),
      this.sitesOf([matter], staff),
    ]);
    return {
      ...this.row(matter, known),
      appeals: seen.map((one) => ({
        ...appealRef(one, this.office),
        siteDoneOn: one.siteDoneAt && dayOf(one.siteDoneAt),
        hasDraft: drafted.has(one.id),
      })),
      siteRecords: sharedRecords(records, seen),
      ...(await this.riskView(matter, seen, staff)),
    };
  }

  /** What the risk form of the matter is first filled with: what the person's own sight of it tells. */
  async guess(typed: string, staff: Staff): Promise<RiskFactors> {
    const found = await this.groups.matter(readMatterNumber(typed) ?? '');
    return this.guessOf(knownMatter(staff, found, found ? await this.groups.appealsOfMatter(found.id) : []).seen);
  }

  private async riskView(
    { id }: MatterEntity,
    seen: readonly AppealEntity[],
    staff: Staff,
  ): Promise<Pick<MatterView, 'risk' | 'riskGuess' | 'maySignRisk'>> {
    const risk = await this.groups.riskOf(id, seen.map((one) => one.id)); // prettier-ignore
    const file = seen.find((one) => one.id === risk?.appealId);
    return {
      risk: risk && assessmentView(risk, this.office),
      riskGuess: seen.some((one) => mayRisk(staff, one, 'assess')) ? await this.guessOf(seen) : null,
      maySignRisk:
        risk?.signedAt === null && maySign(risk.looker, staff.role) && file !== undefined && mayRisk(staff, file, 'sign'),
    };
  }

  private async guessOf(seen: readonly AppealEntity[]): Promise<RiskFactors> {
    const facts = await this.groups.riskFactsOf(seen.map(({ id }) => id));
    const dueOn = seen.map((one) => one.dueOn).sort()[0] ?? NO_DUE;
    const messages = facts.messages.map(({ direction, text }) => ({ direction, text }));
    return {
      ...riskGuess({ ...facts, messages, appeal: { dueOn }, joined: seen.length }, dayOf(this.clock())),
      repeats: seen.length,
    };
  }

  private row(matter: MatterEntity, sites: ReadonlyMap<number, SiteEntity>): MatterRow {
    const site = matter.siteId === null ? undefined : sites.get(matter.siteId);
    return {
      number: matter.number,
      title: matter.title,
      site: site ? siteRef(site) : null,
      unit: unitName(this.office, matter.unitId),
      openedAt: withOffset(matter.openedAt),
      openedBy: matter.openedByName,
    };
  }

  /** The site of a matter may be known to it by an appeal that the person does not see. */
  private async sitesOf(matters: readonly MatterEntity[], staff: Staff): Promise<Map<number, SiteEntity>> {
    const sites = await this.groups.seenSites(
      staff,
      matters.flatMap(({ siteId }) => siteId ?? []),
    );
    return new Map(sites.map((site) => [site.id, site]));
  }
}

/** Each record once, with the appeals among these that it proves. */
export function sharedRecords(records: readonly SiteRecordEntity[], appeals: readonly AppealEntity[]): MatterView['siteRecords'] {
  const numbers = new Map(appeals.map(({ id, number }) => [id, number]));
  const origin = ({ id, sharedFrom }: SiteRecordEntity) => sharedFrom ?? id;
  const once = [...new Map(records.map((record) => [origin(record), record])).values()];
  return once.map((record) => {
    const { at, officers, place, findings, byName } = record;
    const same = records.filter((one) => origin(one) === origin(record));
    const proved = same.flatMap(({ appealId }) => numbers.get(appealId) ?? []);
    return { at: withOffset(at), officers, place, findings, by: byName, appeals: proved };
  });
}
