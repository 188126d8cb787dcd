import type { Instant } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Engine } from './data-source';

/** SQL for the database's time, so many milliseconds on: leases and signs of life hang on no process's clock. */
export function databaseTime(engine: Engine, ms = 0): string {
  if (engine === 'sqlite')
    return `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${ms < 0 ? '-' : '+'}${(Math.abs(ms) / 1000).toFixed(3)} seconds')`;
  const moment = `UTC_TIMESTAMP(3) + INTERVAL ${Math.round(ms) * 1000} MICROSECOND`;
  return `CONCAT(LEFT(DATE_FORMAT(${moment}, '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z')`;
}

/** The database's time, which is the same for every process. */
export async function databaseNow(manager: EntityManager, engine: Engine): Promise<Instant> {
  const [row] = (await manager.query(`SELECT ${databaseTime(engine)} AS now`)) as [{ now: Instant }];
  return row.now;
}
