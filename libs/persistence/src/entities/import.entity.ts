import type { ImportCounts, ImportState, Instant, LogField } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A log that a person handed in, how far it has been taken and what became of its rows. */
@Entity('imports')
@Index('imports_by_state', ['state', 'id'])
@Index('imports_by_source', ['source', 'state', 'id'])
@Index('imports_by_file', ['fileHash'])
export class ImportEntity implements ImportCounts {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 255 })
  fileName: string;

  @Column({ type: 'varchar', length: 64 })
  fileHash: string;

  @Column({ type: 'int' })
  size: number;

  @Column({ type: 'varchar', length: 8 })
  state: ImportState;

  /** What a person said that columns mean, as JSON; from the start on with all that its source knew then. */
  @Column({ type: 'text' })
  corrections: string;

  /** From the start on the log's columns in their order and what is taken from each, as JSON. */
  @Column({ type: 'text' })
  layout: string;

  @Column({ type: 'int', name: 'rowCount' })
  rows: number;

  /** So many rows have been taken. */
  @Column({ type: 'int' })
  position: number;

  @Column({ type: 'int' })
  added: number;

  @Column({ type: 'int' })
  changed: number;

  @Column({ type: 'int' })
  same: number;

  @Column({ type: 'int' })
  waiting: number;

  @Column({ type: 'int' })
  rejected: number;

  /** Why it could not be done (Chinese). */
  @Column({ type: 'varchar', length: 500, nullable: true })
  trouble: string | null;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  startedAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  endedAt: Instant | null;

  @Column({ type: 'int' })
  version: number;
}

/** What a person decided that a heading of a source's logs means; null is nothing. */
@Entity('source_columns')
@Index('source_columns_once', ['source', 'heading'], { unique: true })
export class SourceColumnEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 60 })
  heading: string;

  @Column({ type: 'varchar', length: 12, nullable: true })
  field: LogField | null;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}
