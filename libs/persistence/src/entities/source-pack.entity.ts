import type { Instant, PackBasis, PackFormat, PackSpan } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A pack that was made for a source. */
@Entity('source_packs')
@Index('source_packs_by_source', ['source', 'basis', 'id'])
export class SourcePackEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 4 })
  span: PackSpan;

  @Column({ type: 'varchar', length: 8 })
  basis: PackBasis;

  @Column({ type: 'varchar', length: 24 })
  fromAt: Instant;

  /** Not included. */
  @Column({ type: 'varchar', length: 24 })
  toAt: Instant;

  @Column({ type: 'varchar', length: 4 })
  format: PackFormat;

  /** Why guarded appeals are in it too; null where they are not. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  guardedBecause: string | null;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}
