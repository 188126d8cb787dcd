import { NotFound } from '@hub/domain';
import { IsNull, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { AppealEntity } from '../entities/appeal.entity';
import { MatterEntity } from '../entities/matter.entity';

/** Matters, and the appeals that they are made of. */
export class MatterStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  async add(matter: Omit<MatterEntity, 'id'>): Promise<MatterEntity> {
    const { identifiers } = await this.manager.insert(MatterEntity, matter);
    return { id: Number(identifiers[0]!['id']), ...matter };
  }

  /**
   * Reads a matter and holds it, so that joining, parting and shared records follow one another. Nothing may be read
   * before: on MariaDB a plain read would fix what the rest of the transaction sees, from before its turn.
   */
  find(number: string): Promise<MatterEntity | null> {
    return this.held('number', number);
  }

  async hold(id: number): Promise<MatterEntity> {
    const matter = await this.held('id', id);
    if (!matter) throw new NotFound();
    return matter;
  }

  /** Ids of its appeals, not held. */
  async idsOf(matterId: number): Promise<number[]> {
    const rows = await this.manager.find(AppealEntity, { select: { id: true }, where: { matterId } });
    return rows.map(({ id }) => id);
  }

  /** A matter is about the first site that one of its appeals is found to be about. */
  async settleSite(id: number, siteId: number): Promise<void> {
    await this.manager.update(MatterEntity, { id, siteId: IsNull() }, { siteId });
  }

  private held(column: 'id' | 'number', value: number | string): Promise<MatterEntity | null> {
    const query = this.manager.createQueryBuilder(MatterEntity, 'matter').where(`matter.${column} = :value`, { value });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.getOne();
  }

  /** Its appeals in the order of their ids, held for the transaction. */
  appealsOf(matterId: number): Promise<AppealEntity[]> {
    const query = this.manager
      .createQueryBuilder(AppealEntity, 'appeal')
      .where('appeal.matterId = :matterId', { matterId })
      .orderBy('appeal.id');
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.getMany();
  }
}
