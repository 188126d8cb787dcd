import type { EntityManager } from 'typeorm';
import { RatingEntity, RatingLinkEntity } from '../entities/rating.entities';
import type { Secrets } from '../secrets';

export type NewRating = Omit<RatingEntity, 'id'>;

/** What citizens say of answers. */
export class RatingStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  isRated(messageId: number): Promise<boolean> {
    return this.manager.existsBy(RatingEntity, { messageId });
  }

  async add(rating: NewRating): Promise<void> {
    await this.manager.insert(RatingEntity, rating);
  }

  async addLink(token: string, link: Omit<RatingLinkEntity, 'hash'>): Promise<void> {
    await this.manager.insert(RatingLinkEntity, { hash: this.secrets.secretHash('rating', token), ...link });
  }
}
