import type { Instant, TroubleKind } from '@hub/domain';
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

  /** Since when no pass has ended well; null while they do. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  failingSince: Instant | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  troubleKind: TroubleKind | null;

  /** Before this nobody logs in there, whoever asks for it: the server refused us or asked for a rest. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  notBefore: Instant | null;

  /** Whether it heard of new letters by itself at the end of the last pass; null where that is not known. */
  @Column({ type: 'boolean', nullable: true })
  listens: boolean | null;

  /** When a pass last brought something new. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  lastTakenAt: Instant | null;

  /** When somebody last asked for a pass at once. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  askedAt: Instant | null;
}
