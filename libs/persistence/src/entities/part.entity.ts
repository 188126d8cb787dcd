import type { Day, Instant, PartState } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a co-handling unit is asked for, and what it answered to the leading one (协办). */
@Entity('parts')
@Index('parts_by_appeal', ['appealId', 'id'])
@Index('parts_by_unit', ['unitId', 'state', 'appealId'])
export class PartEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 40 })
  unitId: string;

  @Column({ type: 'varchar', length: 1000 })
  demand: string;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 60 })
  askedBy: string;

  @Column({ type: 'varchar', length: 24 })
  askedAt: Instant;

  @Column({ type: 'varchar', length: 10 })
  state: PartState;

  /** The unit's opinion, or why it was released. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  settledBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  settledAt: Instant | null;
}
