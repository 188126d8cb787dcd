import type { Document, DocumentKind, DocumentState, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of an official paper; its Word file stands in the file store, its wording is sealed here. */
@Entity('documents')
@Index('documents_by_appeal', ['appealId', 'id'])
@Index('documents_by_number', ['number', 'version'], { unique: true })
export class DocumentEntity implements Document {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 24 })
  kind: DocumentKind;

  @Column({ type: 'varchar', length: 60, nullable: true })
  number: string | null;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 8 })
  state: DocumentState;

  @Column({ type: 'int', nullable: true })
  supersedes: number | null;

  /** What the clerk worded and what the hub filled in; see DocumentWording. */
  @Column({ type: 'text' })
  sealed: string;

  /** Counts what was changed since it was drawn up. */
  @Column({ type: 'int' })
  revision: number;

  @Column({ type: 'varchar', length: 64 })
  fileHash: string;

  /** The template as it was, so that a copy can be made that differs in nothing. */
  @Column({ type: 'varchar', length: 64 })
  templateHash: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 60, nullable: true })
  issuedByName: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  issuedAt: Instant | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  voidReason: string | null;
}
