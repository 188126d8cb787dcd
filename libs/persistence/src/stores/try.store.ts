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

  /**
   * Counts one try more; a window that began before `open`, or that a clock which went wrong began after `ahead`, begins
   * anew. Answers the counter, its row held.
   */
  async count(
    hash: string,
    { now, open, ahead }: Readonly<Record<'now' | 'open' | 'ahead', Instant>>,
  ): Promise<Pick<TryEntity, 'since' | 'count'>> {
    const over = 'CASE WHEN since <= ? OR since > ? THEN';
    const [taken, offered] =
      this.engine === 'sqlite'
        ? ['ON CONFLICT(hash) DO UPDATE SET', 'excluded.since']
        : ['ON DUPLICATE KEY UPDATE', 'VALUES(since)'];
    await this.manager.query(
      `INSERT INTO tries (hash, since, count) VALUES (?, ?, 1)
       ${taken} count = ${over} 1 ELSE count + 1 END, since = ${over} ${offered} ELSE since END`,
      [hash, now, open, ahead, open, ahead],
    );
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
