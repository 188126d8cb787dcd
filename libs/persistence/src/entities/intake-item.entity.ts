import type { ChannelName, Instant, RawFormat } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type IntakeItemState = 'registered' | 'joined' | 'quarantined' | 'held' | 'aside' | 'discarded' | 'repeated';

/** Everything that ever came in by any door, once by (channel, sourceKey), with the bytes as received. */
@Entity('intake_items')
@Index('intake_items_once', ['channel', 'sourceKey'], { unique: true })
@Index('intake_items_by_file', ['fileHash'])
@Index('intake_items_by_message_id', ['messageIdHash'])
@Index('intake_items_by_state', ['state', 'id'])
export class IntakeItemEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 12 })
  channel: ChannelName;

  @Column({ type: 'varchar', length: 190 })
  sourceKey: string;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 8 })
  format: RawFormat;

  @Column({ type: 'varchar', length: 64 })
  fileHash: string;

  @Column({ type: 'varchar', length: 255 })
  fileName: string;

  @Column({ type: 'varchar', length: 100 })
  mediaType: string;

  /** The part of the file that is this item, as JSON, sealed, for it names who wrote; longer ones stand in the file store under `recordHash`. */
  @Column({ type: 'text', nullable: true })
  sealedRecord: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  recordHash: string | null;

  /** Of what it said; only where its source may change it later. */
  @Column({ type: 'varchar', length: 32, nullable: true })
  contentHash: string | null;

  @Column({ type: 'varchar', length: 12 })
  state: IntakeItemState;

  /** Why a person must look at it (Chinese). */
  @Column({ type: 'varchar', length: 500, nullable: true })
  reason: string | null;

  /** Sender, subject and first words, masked and sealed, while a person must look at it. */
  @Column({ type: 'text', nullable: true })
  sealedGlance: string | null;

  @Column({ type: 'int', nullable: true })
  appealId: number | null;

  /** Mail only: by it, letters with one Message-ID find one another; null where the letter has none. */
  @Column({ type: 'varchar', length: 22, nullable: true })
  messageIdHash: string | null;

  /** It came before its channel was set up; no acknowledgement is owed. */
  @Column({ type: 'boolean', default: false })
  backfilled: boolean;

  @Column({ type: 'varchar', length: 24 })
  arrivedAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}
