import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A matter (事项): what is investigated, behind one or many appeals that each stay their own. */
@Entity('matters')
@Index('matters_by_number', ['number'], { unique: true })
@Index('matters_by_site', ['siteId', 'id'])
export class MatterEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 20 })
  number: string;

  @Column({ type: 'varchar', length: 120 })
  title: string;

  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  /** The leading unit. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'varchar', length: 24 })
  openedAt: Instant;

  @Column({ type: 'int' })
  openedById: number;

  @Column({ type: 'varchar', length: 60 })
  openedByName: string;
}
