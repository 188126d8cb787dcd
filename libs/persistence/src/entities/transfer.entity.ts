import type { Day, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type TransferState = 'sent' | 'answered' | 'taken-back';

/** A numbered letter that hands an appeal to an outside department. */
@Entity('transfers')
@Index('transfers_by_appeal', ['appealId'])
@Index('transfers_by_number', ['number'], { unique: true })
export class TransferEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  /** 普环转〔2026〕12号 */
  @Column({ type: 'varchar', length: 60 })
  number: string;

  @Column({ type: 'varchar', length: 40 })
  departmentId: string;

  @Column({ type: 'varchar', length: 500 })
  reason: string;

  /** What the department reads: without the citizen's identity. */
  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'varchar', length: 10 })
  objectBy: Day;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 24 })
  sentAt: Instant;

  @Column({ type: 'varchar', length: 12 })
  state: TransferState;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  answeredAt: Instant | null;
}
