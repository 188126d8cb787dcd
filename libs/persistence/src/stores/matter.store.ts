import { NotFound } from '@hub/domain';
import type { EntityManager } from 'typeorm';
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

  find(number: string): Promise<MatterEntity | null> {
    return this.manager.findOneBy(MatterEntity, { number });
  }

  /** Holds the matter, so that joining, parting and shared records follow one another. */
  async hold(id: number): Promise<MatterEntity> {
    const query = this.manager.createQueryBuilder(MatterEntity, 'matter').where('matter.id = :id', { id });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    const matter = await query.getOne();
    if (!matter) throw new NotFound();
    return matter;
  }

  /** Ids of its appeals, not held. */
  async idsOf(matterId: number): Promise<number[]> {
    const rows = await this.manager.find(AppealEntity, { select: { id: true }, where: { matterId } });
    return rows.map(({ id }) => id);
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
