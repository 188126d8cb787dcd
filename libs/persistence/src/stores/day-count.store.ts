import { addDays, COUNTED_FACTS, SLICES, startOf, type Day, type Fact, type Instant } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { CountedDayEntity, CountMarkEntity, DayCountEntity } from '../entities/day-count.entities';
import { insertRows } from '../insert-rows';
import { dayOfSql, factsSql, slicesSql } from '../queries/facts.sql';

const MARK = 1;
/** An act may be kept some time after the moment that it bears. */
const OVERLAP_MS = 10 * 60_000;

const PARTS = COUNTED_FACTS.length + SLICES.length;

const sinceMark = (mark: Instant): Instant => (mark ? new Date(Date.parse(mark) - OVERLAP_MS).toISOString() : '');

/** The counts of each day's appeals, kept in step by counting a day anew when its appeals have changed. */
export class DayCountStore {
  private readonly perDay: string;

  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {
    this.perDay = countsOfDay(engine);
  }

  /** Days whose appeals, or others of the same matter, have changed or were rated since they were last counted. */
  async changedDays(): Promise<Day[]> {
    const { countedTo } = await this.manager.findOneByOrFail(CountMarkEntity, { id: MARK });
    const since = sinceMark(countedTo);
    const rows = (await this.manager.query(
      `SELECT ${dayOfSql(this.engine, 'a.receivedAt')} AS day FROM appeals a WHERE a.open IN (0, 1) AND a.changedAt >= ?
       UNION
       SELECT ${dayOfSql(this.engine, 'e.receivedAt')} AS day FROM appeals a JOIN appeals e ON e.matterId = a.matterId
        WHERE a.open IN (0, 1) AND a.changedAt >= ? AND a.matterId IS NOT NULL
       UNION
       SELECT ${dayOfSql(this.engine, 'a.receivedAt')} AS day FROM ratings r JOIN appeals a ON a.id = r.appealId WHERE r.at >= ?`,
      [since, since, since],
    )) as { day: Day }[];
    return rows.map(({ day }) => day).sort();
  }

  /** The days that were counted longest ago. */
  async oldestDays(count: number): Promise<Day[]> {
    const rows = await this.manager.find(CountedDayEntity, { order: { countedAt: 'ASC' }, take: count });
    return rows.map(({ receivedOn }) => receivedOn);
  }

  async recount(receivedOn: Day, countedAt: Instant): Promise<void> {
    // Two processes follow one another, and on MariaDB what is read stands after this lock.
    const mark = this.manager.createQueryBuilder(CountMarkEntity, 'mark').where('mark.id = :id', { id: MARK });
    await (this.engine === 'mariadb' ? mark.setLock('pessimistic_write') : mark).getOneOrFail();
    const [from, to] = [startOf(receivedOn), startOf(addDays(receivedOn, 1))];
    const values = Array.from({ length: PARTS }, () => [from, to]).flat();
    const rows = (await this.manager.query(this.perDay, values)) as (Omit<DayCountEntity, 'receivedOn' | 'day'> & {
      day: Day | null;
    })[];
    await this.manager.delete(DayCountEntity, { receivedOn });
    const counts = rows.map((row) => ({ ...row, receivedOn, day: row.day ?? receivedOn, n: Number(row.n) }));
    await insertRows(this.manager, DayCountEntity, counts);
    await this.manager.delete(CountedDayEntity, { receivedOn });
    await this.manager.insert(CountedDayEntity, { receivedOn, countedAt });
  }

  async keepMark(countedTo: Instant): Promise<void> {
    await this.manager.update(CountMarkEntity, { id: MARK }, { countedTo });
  }
}

/** All counts of the appeals received between two moments, in one statement; each of its parts takes these two. */
function countsOfDay(engine: Engine): string {
  const facts = factsSql(engine);
  const slices = slicesSql(engine);
  const counts = (slice: string, fact: Fact, value: string): string => {
    const { rows, where, day } = facts[fact];
    return `SELECT '${slice}' AS slice, '${fact}' AS fact, ${day ?? 'NULL'} AS day, ${value} AS value,
      COALESCE(a.unitId, '') AS unitId, a.guard AS guard, COUNT(*) AS n
      FROM appeals a${rows ? ` JOIN ${rows} r ON r.appealId = a.id` : ''}
      WHERE a.open IN (0, 1) AND a.receivedAt >= ? AND a.receivedAt < ? AND ${where} GROUP BY 3, 4, 5, 6`;
  };
  return [
    ...COUNTED_FACTS.map((fact) => counts('', fact, "''")),
    ...SLICES.map((slice) => counts(slice, slices[slice].fact, slices[slice].value)),
  ].join('\nUNION ALL\n');
}
