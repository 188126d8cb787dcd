import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';

/** Running numbers. */
export class CounterStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** Takes `count` numbers and answers the first; the row stays locked until the transaction ends. */
  async take(name: string, count: number): Promise<number> {
    const onTaken =
      this.engine === 'sqlite'
        ? 'ON CONFLICT(name) DO UPDATE SET value = value + excluded.value'
        : 'ON DUPLICATE KEY UPDATE value = value + VALUES(value)';
    await this.manager.query(`INSERT INTO counters (name, value) VALUES (?, ?) ${onTaken}`, [name, count]);
    const [row] = (await this.manager.query('SELECT value FROM counters WHERE name = ?', [name])) as [{ value: number }];
    return row.value - count + 1;
  }
}
