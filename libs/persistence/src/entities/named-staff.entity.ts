import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who may know of a guarded appeal that his role alone would not show him (知悉人); `appeals.named` repeats the ids. */
@Entity('named_staff')
@Index('named_staff_once', ['userId', 'appealId'], { unique: true })
@Index('named_staff_by_appeal', ['appealId'])
export class NamedStaffEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'int' })
  userId: number;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 500 })
  reason: string;
}
