import type { AppealStatus, HistoryAct, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of an appeal's history: who did what, when and why. Lines are only ever added. */
@Entity('history_lines')
@Index('history_lines_by_appeal', ['appealId', 'id'])
export class HistoryLineEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 24 })
  act: HistoryAct;

  @Column({ type: 'varchar', length: 16, nullable: true })
  way: string | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  fromStatus: AppealStatus | null;

  @Column({ type: 'varchar', length: 20 })
  toStatus: AppealStatus;

  @Column({ type: 'int', nullable: true })
  byId: number | null;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 2000 })
  note: string;
}
