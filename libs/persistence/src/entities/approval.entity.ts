import type { ApprovalStep, Audience, Instant, LeakHit } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A version of a reply as it was saved. */
@Entity('draft_versions')
export class DraftVersionEntity {
  @PrimaryColumn('int')
  appealId: number;

  @PrimaryColumn('int')
  version: number;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}

/** One person's word on one version of a reply. */
@Entity('draft_approvals')
@Index('draft_approvals_by_draft', ['appealId', 'draftVersion', 'id'])
export class DraftApprovalEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'int' })
  draftVersion: number;

  @Column({ type: 'varchar', length: 16 })
  step: ApprovalStep;

  @Column({ type: 'varchar', length: 12 })
  decision: 'pass' | 'send-back';

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 1000 })
  reason: string;
}

/** A text that tells something of a citizen and whether a second person lets it leave. */
@Entity('leak_reviews')
@Index('leak_reviews_by_text', ['appealId', 'textHash'])
export class LeakReviewEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 12 })
  audience: Audience;

  @Column({ type: 'varchar', length: 64 })
  textHash: string;

  @Column({ type: 'text' })
  text: string;

  /** As found when it was asked; masked. */
  @Column({ type: 'simple-json' })
  hits: LeakHit[];

  @Column({ type: 'int' })
  askedById: number;

  @Column({ type: 'varchar', length: 60 })
  askedBy: string;

  @Column({ type: 'varchar', length: 24 })
  askedAt: Instant;

  @Column({ type: 'varchar', length: 8 })
  state: 'asked' | 'allowed' | 'refused';

  @Column({ type: 'varchar', length: 60, nullable: true })
  decidedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  decidedAt: Instant | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  reason: string | null;
}
