import type { Day, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** How many acknowledgements an address had in its present hour and day; `all` counts those of the whole hub. */
@Entity('acknowledgement_counts')
@Index('acknowledgement_counts_by_day', ['day'])
export class AcknowledgementCountEntity {
  /** Keyed hash of the address, or `all`. */
  @PrimaryColumn({ type: 'varchar', length: 44 })
  address: string;

  /** `2026-11-24T09`, UTC. */
  @Column({ type: 'varchar', length: 13 })
  hour: string;

  @Column({ type: 'int' })
  inHour: number;

  @Column({ type: 'varchar', length: 10 })
  day: Day;

  @Column({ type: 'int' })
  inDay: number;
}

/** An acknowledgement that goes out later, because its address or the whole hub has had enough for now. */
@Entity('owed_acknowledgements')
@Index('owed_acknowledgements_by_due', ['dueAt', 'id'])
@Index('owed_acknowledgements_by_address', ['address', 'id'])
@Index('owed_acknowledgements_by_appeal', ['appealId'])
export class OwedAcknowledgementEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 44 })
  address: string;

  @Column({ type: 'int' })
  appealId: number;

  /** Address, query code and the answered Message-ID as JSON, sealed: the code is shown once only and stands nowhere else. */
  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'varchar', length: 24 })
  dueAt: Instant;
}
