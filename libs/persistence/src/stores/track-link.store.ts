import type { Instant } from '@hub/domain';
import { LessThan, type EntityManager } from 'typeorm';
import { TrackLinkEntity } from '../entities/track-link.entity';
import type { Secrets } from '../secrets';

/** Links that open the page of an appeal once. */
export class TrackLinkStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  async add(token: string, appealId: number, until: Instant, now: Instant): Promise<void> {
    await this.manager.delete(TrackLinkEntity, { until: LessThan(now) });
    await this.manager.insert(TrackLinkEntity, { hash: this.secrets.secretHash('track-link', token), appealId, until });
  }

  /** The appeal it opens, and never again; null where it opens nothing. */
  async use(token: string, now: Instant): Promise<number | null> {
    const hash = this.secrets.secretHash('track-link', token);
    const link = await this.manager.findOneBy(TrackLinkEntity, { hash });
    const { affected } = await this.manager.delete(TrackLinkEntity, { hash });
    return link && affected === 1 && link.appealId && link.until > now ? link.appealId : null;
  }
}
