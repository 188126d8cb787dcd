import type { Day, ReviewOutcome, ReviewStage } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A review of the opinion by the upper authority, as far as this office knows of it (复查、复核). */
@Entity('reviews')
@Index('reviews_by_appeal', ['appealId', 'id'])
export class ReviewEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 8 })
  stage: ReviewStage;

  @Column({ type: 'varchar', length: 120 })
  authority: string;

  @Column({ type: 'varchar', length: 10 })
  askedOn: Day;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 2000 })
  ground: string;

  @Column({ type: 'varchar', length: 10, nullable: true })
  decidedOn: Day | null;

  @Column({ type: 'varchar', length: 16, nullable: true })
  outcome: ReviewOutcome | null;

  @Column({ type: 'varchar', length: 2000, nullable: true })
  decision: string | null;
}
