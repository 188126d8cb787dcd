import type { Instant } from '@hub/domain';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { TryEntity } from '../entities/try.entity';

/** Counters of tries, each in its own window. */
export class TryStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** Counts one try more; a window that began before `open` begins anew. Answers the counter, its row held. */
  async count(hash: string, now: Instant, open: Instant): Promise<Pick<TryEntity, 'since' | 'count'>> {
    const again =
      this.engine === 'sqlite'
        ? `ON CONFLICT(hash) DO UPDATE SET count = CASE WHEN since <= ? THEN 1 ELSE count + 1 END,
             since = CASE WHEN since <= ? THEN excluded.since ELSE since END`
        : `ON DUPLICATE KEY UPDATE count = IF(since <= ?, 1, count + 1), since = IF(since <= ?, VALUES(since), since)`;
    await this.manager.query(`INSERT INTO tries (hash, since, count) VALUES (?, ?, 1) ${again}`, [hash, now, open, open]);
    return this.manager.findOneByOrFail(TryEntity, { hash });
  }

  /** Tries that turned out to be right. */
  async giveBack(hashes: readonly string[]): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .update(TryEntity)
      .set({ count: () => 'count - 1' })
      .where({ hash: In([...hashes]) })
      .andWhere('count > 0')
      .execute();
  }

  async forget(before: Instant): Promise<void> {
    await this.manager.delete(TryEntity, { since: LessThan(before) });
  }
}
