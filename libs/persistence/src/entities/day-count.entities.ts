import type { Day, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * How many appeals received on one day share a fact, the day on which it counts, unit and guard; under a slice also one value
 * of it. Derived from the appeals and made anew for the days whose appeals have changed.
 */
@Entity('day_counts')
@Index('day_counts_by_day', ['slice', 'fact', 'day', 'value', 'unitId', 'guard', 'n'])
export class DayCountEntity {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  receivedOn: Day;

  /** '' for the whole. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  slice: string;

  @PrimaryColumn({ type: 'varchar', length: 20 })
  fact: string;

  @PrimaryColumn({ type: 'varchar', length: 10 })
  day: Day;

  @PrimaryColumn({ type: 'varchar', length: 60 })
  value: string;

  /** '' while no unit has it. */
  @PrimaryColumn({ type: 'varchar', length: 40 })
  unitId: string;

  @PrimaryColumn({ type: 'varchar', length: 50 })
  guard: string;

  @Column({ type: 'int' })
  n: number;
}

/** When the appeals received on a day were last counted. */
@Entity('counted_days')
@Index('counted_days_by_age', ['countedAt'])
export class CountedDayEntity {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  receivedOn: Day;

  @Column({ type: 'varchar', length: 24 })
  countedAt: Instant;
}

/** One row: whatever changed before this moment is counted. */
@Entity('count_mark')
export class CountMarkEntity {
  @PrimaryColumn({ type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 24 })
  countedTo: Instant;
}
