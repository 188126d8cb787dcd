import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An entry that somebody has begun at the desk and not saved yet; only he reads it. */
@Entity('desk_drafts')
@Index('desk_drafts_by_key', ['staffId', 'draftKey'], { unique: true })
@Index('desk_drafts_by_save', ['savedAt'])
export class DeskDraftEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  staffId: number;

  /** Made by the page, so that a save whose answer was lost may be repeated. */
  @Column({ type: 'varchar', length: 36 })
  draftKey: string;

  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'varchar', length: 24 })
  startedAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  savedAt: Instant;
}
