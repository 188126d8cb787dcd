import type { Instant } from '@hub/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a channel stands: its cursor, what it took in, and how it fares. */
@Entity('channel_states')
export class ChannelStateEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 300, nullable: true })
  position: string | null;

  /** Passes that ended well. */
  @Column({ type: 'int' })
  passes: number;

  @Column({ type: 'int' })
  taken: number;

  /** Failures in a row; 0 after a pass that ended well. */
  @Column({ type: 'int' })
  failures: number;

  @Column({ type: 'varchar', length: 24, nullable: true })
  lastOkAt: Instant | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  lastErrorAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  restUntil: Instant | null;
}
