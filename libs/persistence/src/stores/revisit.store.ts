import type { Instant } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from '../entities/person.entity';
import { RatingEntity } from '../entities/rating.entities';
import { RevisitRecordEntity, RevisitTaskEntity, RevisitTryEntity } from '../entities/revisit.entity';

export type NewRevisitRecord = Omit<RevisitRecordEntity, 'id'>;

/** Citizens to be asked again, the calls that reached nobody, and what was said. */
export class RevisitStore {
  constructor(private readonly manager: EntityManager) {}

  /** The task that the appeal waits on. */
  openTask(appealId: number): Promise<RevisitTaskEntity | null> {
    return this.manager.findOne(RevisitTaskEntity, { where: { appealId, state: 'open' }, order: { id: 'DESC' } });
  }

  tasksOf(appealId: number): Promise<RevisitTaskEntity[]> {
    return this.manager.find(RevisitTaskEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async addTask(task: Omit<RevisitTaskEntity, 'id'>): Promise<void> {
    await this.manager.insert(RevisitTaskEntity, task);
  }

  async changeTask(id: number, change: Partial<Omit<RevisitTaskEntity, 'id'>>): Promise<void> {
    await this.manager.update(RevisitTaskEntity, { id }, change);
  }

  /** Keyed hash of the citizen's telephone; null where he left none. */
  async phoneIndexOf(appealId: number): Promise<string | null> {
    return (await this.manager.findOneBy(PersonEntity, { appealId }))?.phoneIndex ?? null;
  }

  /** When anybody under this telephone was last revisited, or is going to be; dropped tasks troubled nobody. */
  async lastUnder(phoneIndex: string): Promise<Instant | null> {
    const tasks = await this.manager.findBy(RevisitTaskEntity, { phoneIndex });
    const moments = tasks.filter(({ state }) => state !== 'dropped').map((one) => one.settledAt ?? one.createdAt);
    return moments.sort().at(-1) ?? null;
  }

  triesOf(taskId: number): Promise<RevisitTryEntity[]> {
    return this.manager.find(RevisitTryEntity, { where: { taskId }, order: { at: 'ASC' } });
  }

  async addTry(tried: Omit<RevisitTryEntity, 'id'>): Promise<void> {
    await this.manager.insert(RevisitTryEntity, tried);
  }

  /** At a revisit, or in a rating. */
  async saidUnsatisfied(appealId: number): Promise<boolean> {
    return (
      (await this.manager.existsBy(RevisitRecordEntity, { appealId, outcome: 'unsatisfied' })) ||
      (await this.manager.existsBy(RatingEntity, { appealId, satisfaction: 'unsatisfied' }))
    );
  }

  async addRecord(record: NewRevisitRecord): Promise<void> {
    await this.manager.insert(RevisitRecordEntity, record);
  }
}
