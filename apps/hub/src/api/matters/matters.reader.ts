import { Inject, Injectable } from '@nestjs/common';
import { knownMatter, OFFICE } from '@hub/casework';
import type { MatterPage, MatterRow, MatterView } from '@hub/contract';
import { dayOf, Fault, readMatterNumber, sightOf, unitName, withOffset, type Office, type Staff } from '@hub/domain';
import { GroupingQuery, type AppealEntity, type MatterEntity, type SiteEntity, type SiteRecordEntity } from '@hub/persistence';
import { appealRef, siteRef } from './appeal-ref';
import type { MattersQueryDto } from './matters.dto';

/** Matters as a person may know of them: by the appeals that he sees. */
@Injectable()
export class MattersReader {
  constructor(
    private readonly groups: GroupingQuery,
    @Inject(OFFICE) private readonly office: Office,
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
