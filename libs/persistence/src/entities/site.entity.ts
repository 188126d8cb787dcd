import type { Day, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type SiteKind = 'polluter' | 'address';

/** What appeals are about (被反映对象): a polluter by its name, or an address. */
@Entity('sites')
@Index('sites_by_key', ['nameKey'], { unique: true })
@Index('sites_by_place', ['placeKey'])
export class SiteEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** See `siteKey` of the domain. */
  @Column({ type: 'varchar', length: 60 })
  nameKey: string;

  /** Its address as places are compared; empty where none is known. */
  @Column({ type: 'varchar', length: 60, default: '' })
  placeKey: string;

  @Column({ type: 'varchar', length: 12 })
  kind: SiteKind;

  @Column({ type: 'varchar', length: 120 })
  name: string;

  @Column({ type: 'varchar', length: 200 })
  address: string;

  @Column({ type: 'varchar', length: 40, nullable: true })
  street: string | null;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}

/** What is done at the source (治理措施), with its proof. */
@Entity('site_measures')
@Index('site_measures_by_site', ['siteId', 'id'])
export class SiteMeasureEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  siteId: number;

  @Column({ type: 'int', nullable: true })
  taskId: number | null;

  @Column({ type: 'varchar', length: 2000 })
  measure: string;

  @Column({ type: 'varchar', length: 60 })
  owner: string;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 2000, nullable: true })
  proof: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  proofHash: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  doneAt: Instant | null;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}

/** The third complaint in the office's window asks for control at the source (源头治理). */
@Entity('source_control_tasks')
@Index('source_control_tasks_by_site', ['siteId', 'state'])
@Index('source_control_tasks_by_state', ['state', 'dueOn', 'id'])
export class SourceControlTaskEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  siteId: number;

  @Column({ type: 'varchar', length: 24 })
  openedAt: Instant;

  /** The appeals that opened it, by id, the oldest first. */
  @Column({ type: 'simple-json' })
  appealIds: number[];

  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 8 })
  state: 'open' | 'done';

  @Column({ type: 'varchar', length: 24, nullable: true })
  doneAt: Instant | null;
}
