import type { Instant, SheetState } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Opinion forms that came back together (征求意见表). */
@Entity('form_batches')
export class FormBatchEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 120 })
  name: string;

  @Column({ type: 'simple-json' })
  questions: string[];

  /** How many sheets were counted. */
  @Column({ type: 'int' })
  sheets: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}

/** One sheet of a batch, as two people read it. */
@Entity('form_sheets')
@Index('form_sheets_by_batch', ['batchId', 'sheet'], { unique: true })
export class FormSheetEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  batchId: number;

  @Column({ type: 'int' })
  sheet: number;

  @Column({ type: 'varchar', length: 12 })
  state: SheetState;

  @Column({ type: 'int' })
  firstId: number;

  @Column({ type: 'varchar', length: 60 })
  firstName: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  secondName: string | null;

  /** What was read first, second, and what holds: JSON, sealed, since people write who they are. */
  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'varchar', length: 24, nullable: true })
  number: string | null;
}
