import type { Day, Instant, TransferDelivery, TransferState } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A numbered letter that hands an appeal to an outside department. */
@Entity('transfers')
@Index('transfers_by_appeal', ['appealId'])
@Index('transfers_by_number', ['number'], { unique: true })
@Index('transfers_by_link', ['linkHash'], { unique: true })
@Index('transfers_by_state', ['state', 'id'])
@Index('transfers_by_department', ['departmentId', 'id'])
@Index('transfers_to_remind', ['remindOn', 'id'])
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

  @Column({ type: 'varchar', length: 8, default: 'mail' })
  delivery: TransferDelivery;

  /** Named by a leader, so that no objection is possible. */
  @Column({ type: 'boolean', default: false })
  designated: boolean;

  /** How the citizen agreed that his name and phone go with it; null where they do not. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  consent: string | null;

  /** The letter that carries the present link. */
  @Column({ type: 'int', nullable: true })
  outboxId: number | null;

  /** From it and the bureau's key the link can be made again; alone it opens nothing. */
  @Column({ type: 'varchar', length: 32, nullable: true })
  linkNonce: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  linkHash: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  linkUntil: Day | null;

  /** When to look again whether the department must be reminded. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  remindOn: Day | null;

  /** Who of the department spoke last. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  officer: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  officerPhone: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  receivedAt: Instant | null;

  @Column({ type: 'text', nullable: true })
  objection: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  objectedAt: Instant | null;

  /** The department's own words; `answer` is what was passed on to the citizen, or why it was taken back. */
  @Column({ type: 'text', nullable: true })
  reply: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  repliedAt: Instant | null;

  @Column({ type: 'int', nullable: true })
  replyMessageId: number | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  answeredAt: Instant | null;
}

/** One letter each for a planned day, whichever process gets there first. */
@Entity('transfer_reminders')
@Index('transfer_reminders_by_day', ['transferId', 'kind', 'day'], { unique: true })
export class TransferReminderEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  transferId: number;

  @Column({ type: 'varchar', length: 8 })
  kind: 'before' | 'after';

  @Column({ type: 'varchar', length: 10 })
  day: Day;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}

/** A copy made for the department of a file that the clerk chose, without hidden data. */
@Entity('transfer_files')
@Index('transfer_files_by_transfer', ['transferId', 'id'])
export class TransferFileEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  transferId: number;

  @Column({ type: 'varchar', length: 255 })
  name: string;

  @Column({ type: 'varchar', length: 100 })
  mediaType: string;

  @Column({ type: 'int' })
  size: number;

  @Column({ type: 'varchar', length: 64 })
  fileHash: string;
}
