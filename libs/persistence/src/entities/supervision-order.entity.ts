import type { Day, Instant, OrderState, SupervisionGround } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A supervision order (督办单), or the suggestion of one. */
@Entity('supervision_orders')
@Index('supervision_orders_by_appeal', ['appealId', 'id'])
@Index('supervision_orders_by_number', ['number'], { unique: true })
@Index('supervision_orders_by_state', ['state', 'dueOn', 'id'])
@Index('supervision_orders_by_warning', ['state', 'warnedLevel', 'dueOn', 'id'])
@Index('supervision_orders_by_issue', ['issuedAt'])
export class SupervisionOrderEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  /** 普环督〔2026〕3号; null while it is only suggested. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  number: string | null;

  @Column({ type: 'varchar', length: 12 })
  state: OrderState;

  @Column({ type: 'varchar', length: 20 })
  ground: SupervisionGround;

  @Column({ type: 'varchar', length: 1000 })
  reason: string;

  @Column({ type: 'varchar', length: 2000 })
  demand: string;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  /** The highest level of lateness that has been told of. */
  @Column({ type: 'int' })
  warnedLevel: number;

  /** The unit that answers; null for the office itself. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  suggestedAt: Instant | null;

  /** Null where a rule of the office issued it. */
  @Column({ type: 'int', nullable: true })
  issuedById: number | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  issuedBy: string | null;

  /** Who of the office entered it on a leader's order. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  enteredBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  issuedAt: Instant | null;

  @Column({ type: 'int' })
  reminders: number;

  @Column({ type: 'varchar', length: 24, nullable: true })
  remindedAt: Instant | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  answeredBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  answeredAt: Instant | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  closedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  closedAt: Instant | null;

  /** What the issuer says at the end, or why a suggestion was not followed. */
  @Column({ type: 'varchar', length: 1000, nullable: true })
  closingWords: string | null;
}
