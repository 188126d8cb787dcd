import type { Day, Instant, RevisitMethod, RevisitOutcome, RevisitReason, RevisitState, Solved, TryOutcome } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A citizen to be asked again after the answer (回访). */
@Entity('revisit_tasks')
@Index('revisit_tasks_by_appeal', ['appealId', 'id'])
@Index('revisit_tasks_by_state', ['state', 'dueOn', 'id'])
@Index('revisit_tasks_by_phone', ['phoneIndex', 'settledAt'])
export class RevisitTaskEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 12 })
  reason: RevisitReason;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 12 })
  state: RevisitState;

  @Column({ type: 'int', nullable: true })
  assigneeId: number | null;

  @Column({ type: 'int' })
  tries: number;

  /** Keyed hash of the citizen's telephone, so that nobody is asked again too soon. */
  @Column({ type: 'varchar', length: 44, nullable: true })
  phoneIndex: string | null;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  settledAt: Instant | null;
}

/** A call that reached nobody. */
@Entity('revisit_tries')
@Index('revisit_tries_by_task', ['taskId', 'id'])
export class RevisitTryEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  taskId: number;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 16 })
  outcome: TryOutcome;

  /** Masked. */
  @Column({ type: 'varchar', length: 40 })
  phone: string;
}

/** What the citizen said (回访记录表): five dimensions of 1 to 5, null where he does not know. */
@Entity('revisit_records')
@Index('revisit_records_by_appeal', ['appealId', 'id'])
@Index('revisit_records_by_at', ['at'])
export class RevisitRecordEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'int' })
  taskId: number;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 8 })
  method: RevisitMethod;

  @Column({ type: 'varchar', length: 12 })
  outcome: RevisitOutcome;

  /** Null where he was not asked. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  solved: Solved | null;

  @Column({ type: 'int', nullable: true })
  efficiency: number | null;

  @Column({ type: 'int', nullable: true })
  openness: number | null;

  @Column({ type: 'int', nullable: true })
  charges: number | null;

  @Column({ type: 'int', nullable: true })
  service: number | null;

  @Column({ type: 'int', nullable: true })
  integrity: number | null;

  @Column({ type: 'simple-json' })
  answers: { readonly question: string; readonly answer: string }[];

  @Column({ type: 'varchar', length: 2000 })
  words: string;
}
