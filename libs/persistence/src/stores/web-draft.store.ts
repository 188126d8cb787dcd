import type { Instant } from '@hub/domain';
import { LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { WebDraftEntity } from '../entities/web-draft.entity';
import type { Secrets } from '../secrets';

/** Where a draft is found: whose it is, and which of his. */
export interface DraftPlace {
  readonly ownerHash: string;
  readonly draftKey: string;
}

export interface KeptDraft extends DraftPlace {
  readonly content: string;
  readonly startedAt: Instant;
}

/** What citizens write on the portal, sealed on the way in. */
export class WebDraftStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
    private readonly secrets: Secrets,
  ) {}

  async begin(place: DraftPlace, content: string, now: Instant, expiresAt: Instant): Promise<void> {
    await this.manager.insert(WebDraftEntity, { ...place, sealed: this.secrets.seal(content), startedAt: now, expiresAt });
  }

  /** Holds it until the transaction ends; null where it is gone. */
  async hold({ ownerHash, draftKey }: DraftPlace, now: Instant): Promise<KeptDraft | null> {
    const query = this.manager
      .createQueryBuilder(WebDraftEntity, 'draft')
      .where({ ownerHash, draftKey, expiresAt: MoreThan(now) });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    const row = await query.getOne();
    return row && openedDraft(row, this.secrets);
  }

  async change({ ownerHash, draftKey }: DraftPlace, content: string, expiresAt: Instant): Promise<void> {
    await this.manager.update(WebDraftEntity, { ownerHash, draftKey }, { sealed: this.secrets.seal(content), expiresAt });
  }

  async discard({ ownerHash, draftKey }: DraftPlace): Promise<void> {
    await this.manager.delete(WebDraftEntity, { ownerHash, draftKey });
  }

  /** Throws away what is over; answers the keys, whose files may go as well. */
  async discardUntil(now: Instant, limit: number): Promise<string[]> {
    const over = await this.manager.find(WebDraftEntity, {
      select: { id: true, draftKey: true },
      where: { expiresAt: LessThanOrEqual(now) },
      order: { expiresAt: 'ASC' },
      take: limit,
    });
    if (over.length)
      await this.manager.delete(
        WebDraftEntity,
        over.map(({ id }) => id),
      );
    return over.map(({ draftKey }) => draftKey);
  }
}

export const openedDraft = (row: WebDraftEntity, secrets: Secrets): KeptDraft => {
  const { ownerHash, draftKey, startedAt, sealed } = row;
  return { ownerHash, draftKey, startedAt, content: secrets.unseal(sealed) };
};
