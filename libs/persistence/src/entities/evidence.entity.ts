import type { ContactOutcome, Instant, Role } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One try to speak with the citizen; the first exchange, or three tries on two days, stop the one-week clock. */
@Entity('contact_records')
@Index('contact_records_by_appeal', ['appealId', 'at'])
export class ContactRecordEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 12 })
  method: 'phone' | 'mail' | 'visit' | 'message';

  @Column({ type: 'varchar', length: 16 })
  outcome: ContactOutcome;

  /** The number that was called, masked. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  called: string | null;

  @Column({ type: 'varchar', length: 2000 })
  words: string;
}

/** One inspection on site by two officers; it stops the two-week clock. */
@Entity('site_records')
@Index('site_records_by_appeal', ['appealId', 'at'])
export class SiteRecordEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'simple-json' })
  officers: string[];

  @Column({ type: 'varchar', length: 200 })
  place: string;

  @Column({ type: 'text' })
  findings: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  /** The record of another appeal of the same matter that this one repeats; each appeal keeps its own proof. */
  @Column({ type: 'int', nullable: true })
  sharedFrom: number | null;
}

/** The reply as it is being written; one to an appeal, and its history lines tell who sent it where. */
@Entity('drafts')
export class DraftEntity {
  @PrimaryColumn('int')
  appealId: number;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  /** Who approves depends on who wrote. */
  @Column({ type: 'varchar', length: 16, default: 'handler' })
  byRole: Role;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 60, nullable: true })
  approvedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  approvedAt: Instant | null;
}
