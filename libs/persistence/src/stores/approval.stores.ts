import type { EntityManager } from 'typeorm';
import { DraftApprovalEntity, DraftVersionEntity, LeakReviewEntity } from '../entities/approval.entity';

/** Versions of a reply and what was said on each. */
export class ApprovalStore {
  constructor(private readonly manager: EntityManager) {}

  async keepVersion(version: DraftVersionEntity): Promise<void> {
    await this.manager.insert(DraftVersionEntity, version);
  }

  async add(approval: Omit<DraftApprovalEntity, 'id'>): Promise<void> {
    await this.manager.insert(DraftApprovalEntity, approval);
  }

  of(appealId: number, draftVersion: number): Promise<DraftApprovalEntity[]> {
    return this.manager.find(DraftApprovalEntity, { where: { appealId, draftVersion }, order: { id: 'ASC' } });
  }
}

/** Texts that tell something of a citizen, and who let them leave. */
export class LeakReviewStore {
  constructor(private readonly manager: EntityManager) {}

  async add(review: Omit<LeakReviewEntity, 'id'>): Promise<void> {
    await this.manager.insert(LeakReviewEntity, review);
  }

  async byId(appealId: number, id: number): Promise<LeakReviewEntity | null> {
    return this.manager.findOneBy(LeakReviewEntity, { appealId, id });
  }

  isAllowed(appealId: number, textHash: string, audience: LeakReviewEntity['audience']): Promise<boolean> {
    return this.manager.existsBy(LeakReviewEntity, { appealId, textHash, audience, state: 'allowed' });
  }

  isAsked(appealId: number, textHash: string): Promise<boolean> {
    return this.manager.existsBy(LeakReviewEntity, { appealId, textHash, state: 'asked' });
  }

  async settle(id: number, change: Pick<LeakReviewEntity, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>): Promise<void> {
    await this.manager.update(LeakReviewEntity, { id }, change);
  }
}
