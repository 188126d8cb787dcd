import type { Day, Instant, Kind, PublicationContent, PublicationState, Topic, Verdict, WithheldReason } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A publication (公开件): words of its own, so that nothing of the case shows through it. */
@Entity('publications')
@Index('publications_by_serial', ['serial'], { unique: true })
@Index('publications_by_appeal', ['appealId', 'id'])
@Index('publications_by_change', ['state', 'changedAt', 'id'])
@Index('publications_by_state', ['state', 'serial'])
@Index('publications_by_day', ['publishedOn', 'serial'])
@Index('publications_by_receipt', ['state', 'receivedOn', 'serial'])
export class PublicationEntity implements PublicationContent {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** Known inside only. */
  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 12 })
  state: PublicationState;

  /** Counts what was published, in its order; its public address. */
  @Column({ type: 'int', nullable: true })
  serial: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  number: string | null;

  @Column({ type: 'varchar', length: 120 })
  title: string;

  @Column({ type: 'varchar', length: 12 })
  kind: Kind;

  @Column({ type: 'varchar', length: 20, nullable: true })
  topic: Topic | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  street: string | null;

  @Column({ type: 'varchar', length: 10 })
  receivedOn: Day;

  @Column({ type: 'varchar', length: 10, nullable: true })
  answeredOn: Day | null;

  @Column({ type: 'varchar', length: 8 })
  verdict: Verdict;

  @Column({ type: 'text' })
  facts: string;

  @Column({ type: 'text' })
  findings: string;

  @Column({ type: 'text' })
  measures: string;

  @Column({ type: 'varchar', length: 12, nullable: true })
  withheldFor: WithheldReason | null;

  /** Why it was sent back, withheld or withdrawn. */
  @Column({ type: 'varchar', length: 500 })
  note: string;

  /** Why the approver lets stand what the leak check found, and in which words it stood. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  leakReason: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  leakHash: string | null;

  @Column({ type: 'varchar', length: 60 })
  preparedBy: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  agreedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  agreedAt: Instant | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  approvedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  approvedAt: Instant | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  publishedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  publishedAt: Instant | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  publishedOn: Day | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  withdrawnAt: Instant | null;

  @Column({ type: 'varchar', length: 24 })
  changedAt: Instant;

  @Column({ type: 'int' })
  version: number;
}

/** By what those that are published are found: pairs of signs, topic and street (`publicationTerms`). */
@Entity('publication_terms')
export class PublicationTermEntity {
  @PrimaryColumn({ type: 'int' })
  term: number;

  @PrimaryColumn({ type: 'int' })
  serial: number;
}
