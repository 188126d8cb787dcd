import type { EntityManager } from 'typeorm';
import { SourcePackEntity } from '../entities/source-pack.entity';

/** Writes down which packs were made. */
export class SourcePackStore {
  constructor(private readonly manager: EntityManager) {}

  async add(pack: Omit<SourcePackEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(SourcePackEntity, pack);
    return Number(identifiers[0]!['id']);
  }
}
