import { Inject, Injectable } from '@nestjs/common';
import { OFFICE } from '@hub/casework';
import type { GroupingView } from '@hub/contract';
import { placeKeysOf, sees, suggestedSite, type Office, type Staff } from '@hub/domain';
import { GroupingQuery, type AppealEntity } from '@hub/persistence';
import { appealRef, siteRef } from './appeal-ref';
import { RelatedReader } from './related.reader';

/** What stands beside an appeal, as far as the person may know of it. */
@Injectable()
export class GroupingReader {
  constructor(
    private readonly groups: GroupingQuery,
    private readonly related: RelatedReader,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async of(appeal: AppealEntity, staff: Staff): Promise<GroupingView> {
    const [matter, related, site, suggestedSite] = await Promise.all([
      this.matterOf(appeal, staff),
      this.relatedTo(appeal, staff),
      appeal.siteId === null ? null : this.groups.site(appeal.siteId),
      this.suggestedSite(appeal, staff),
    ]);
    return { matter, related, site: site && siteRef(site), suggestedSite };
  }

  private async matterOf({ id, matterId }: AppealEntity, staff: Staff): Promise<GroupingView['matter']> {
    if (matterId === null) return null;
    const [matter, appeals] = await Promise.all([this.groups.matterById(matterId), this.groups.appealsOfMatter(matterId)]);
    const others = appeals.filter((one) => one.id !== id && sees(staff, one));
    return matter && { number: matter.number, title: matter.title, appeals: others.map((one) => appealRef(one, this.office)) };
  }

  private async relatedTo(appeal: AppealEntity, staff: Staff): Promise<GroupingView['related']> {
    const found = await this.related.toAppeal(appeal, staff);
    const numbers = await this.groups.matterNumbers(found.flatMap(({ of }) => of.matterId ?? []));
    return found.map(({ of, reason }) => ({
      ...appealRef(of, this.office),
      reason,
      matter: of.matterId === null ? null : (numbers.get(of.matterId) ?? null),
    }));
  }

  /** Among the known sites that the person sees an appeal about. */
  private async suggestedSite(appeal: AppealEntity, staff: Staff): Promise<GroupingView['suggestedSite']> {
    const keys = placeKeysOf(appeal.place);
    if (appeal.siteId !== null || !keys.length) return null;
    const site = suggestedSite(appeal, await this.groups.knownSites(staff, keys));
    return site && siteRef(site);
  }
}
