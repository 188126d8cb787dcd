import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { SimilarAppeal } from '@hub/contract';
import { instant, placeKey, streetIn, type Office, type Staff } from '@hub/domain';
import { GroupingQuery } from '@hub/persistence';
import { appealRef } from '../matters/appeal-ref';
import { RelatedReader } from '../matters/related.reader';

export interface About {
  readonly subject?: string;
  readonly text?: string;
  readonly place?: string;
  readonly street?: string;
  readonly topic?: string;
}

/** Open appeals that may be about what is being told at the desk. */
@Injectable()
export class SimilarReader {
  constructor(
    private readonly groups: GroupingQuery,
    private readonly related: RelatedReader,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async to({ subject = '', text = '', place = '', street = '', topic = '' }: About, staff: Staff): Promise<SimilarAppeal[]> {
    const key = placeKey(place);
    const [site] = key ? await this.groups.knownSites(staff, [key]) : [];
    const told = {
      id: 0,
      siteId: site?.id ?? null,
      street: street || streetIn(place, this.office.streets),
      topic: topic || null,
      place,
      subject,
      receivedAt: instant(this.clock()),
    };
    const found = await this.related.toWords(told, text, staff);
    return found.map(({ of, reason }) => ({ ...appealRef(of, this.office), reason }));
  }
}
