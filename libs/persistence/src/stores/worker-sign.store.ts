import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { databaseTime } from '../database-time';
import { WorkerSignEntity } from '../entities/worker-sign.entity';

const DAY_MS = 86_400_000;

/** Signs of life of the processes that take channels in and letters out. */
export class WorkerSignStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  async sign(owner: string, ttlMs: number): Promise<void> {
    const aliveUntil = () => databaseTime(this.engine, ttlMs);
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(WorkerSignEntity)
      .set({ aliveUntil })
      .where('owner = :owner', { owner })
      .execute();
    if (affected) return;
    await this.manager
      .createQueryBuilder()
      .delete()
      .from(WorkerSignEntity)
      .where(`aliveUntil < ${databaseTime(this.engine, -DAY_MS)}`)
      .execute();
    await this.manager.createQueryBuilder().insert().into(WorkerSignEntity).values({ owner, aliveUntil }).execute();
  }

  async signOff(owner: string): Promise<void> {
    await this.manager.delete(WorkerSignEntity, { owner });
  }
}
