import type { EntityManager } from 'typeorm';
import { ExtensionEntity } from '../entities/extension.entity';
import { PartEntity } from '../entities/part.entity';
import { ReviewEntity } from '../entities/review.entity';

/** The parts of co-handling units. */
export class PartStore {
  constructor(private readonly manager: EntityManager) {}

  of(appealId: number): Promise<PartEntity[]> {
    return this.manager.find(PartEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async add(part: Omit<PartEntity, 'id'>): Promise<void> {
    await this.manager.insert(PartEntity, part);
  }

  async settle(id: number, change: Pick<PartEntity, 'state' | 'answer' | 'settledBy' | 'settledAt'>): Promise<void> {
    await this.manager.update(PartEntity, { id }, change);
  }
}

/** Reviews by the upper authority. */
export class ReviewStore {
  constructor(private readonly manager: EntityManager) {}

  of(appealId: number): Promise<ReviewEntity[]> {
    return this.manager.find(ReviewEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async add(review: Omit<ReviewEntity, 'id'>): Promise<void> {
    await this.manager.insert(ReviewEntity, review);
  }

  async decide(id: number, change: Pick<ReviewEntity, 'decidedOn' | 'outcome' | 'decision'>): Promise<void> {
    await this.manager.update(ReviewEntity, { id }, change);
  }
}

/** Wishes to answer later. */
export class ExtensionStore {
  constructor(private readonly manager: EntityManager) {}

  of(appealId: number): Promise<ExtensionEntity[]> {
    return this.manager.find(ExtensionEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async add(extension: Omit<ExtensionEntity, 'id'>): Promise<void> {
    await this.manager.insert(ExtensionEntity, extension);
  }

  async decide(id: number, change: Pick<ExtensionEntity, 'state' | 'decidedBy' | 'decidedAt' | 'words'>): Promise<void> {
    await this.manager.update(ExtensionEntity, { id }, change);
  }
}
