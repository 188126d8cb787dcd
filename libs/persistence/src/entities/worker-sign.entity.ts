import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A process that takes channels in and letters out, and until when its last sign of life counts. */
@Entity('worker_signs')
@Index('worker_signs_by_time', ['aliveUntil'])
export class WorkerSignEntity {
  @PrimaryColumn({ type: 'varchar', length: 120 })
  owner: string;

  /** By the database's clock. */
  @Column({ type: 'varchar', length: 24 })
  aliveUntil: Instant;
}
