import type { EntityManager } from 'typeorm';
import { NamedStaffEntity } from '../entities/named-staff.entity';

/** Who is named for guarded appeals; `appeals.named` is kept by whoever changes this. */
export class NamedStore {
  constructor(private readonly manager: EntityManager) {}

  of(appealId: number): Promise<NamedStaffEntity[]> {
    return this.manager.find(NamedStaffEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async add(named: Omit<NamedStaffEntity, 'id'>): Promise<void> {
    await this.manager.insert(NamedStaffEntity, named);
  }

  async end(appealId: number, userIds: readonly number[]): Promise<void> {
    for (const userId of userIds) await this.manager.delete(NamedStaffEntity, { appealId, userId });
  }
}
