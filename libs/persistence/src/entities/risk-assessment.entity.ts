import type { Instant, RiskFactors, RiskLevel, RiskLooker } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of a risk assessment (信访矛盾风险评估表); an older one stays as it was. */
@Entity('risk_assessments')
@Index('risk_assessments_by_appeal', ['appealId', 'version'], { unique: true })
@Index('risk_assessments_by_matter', ['matterId', 'id'])
@Index('risk_assessments_by_origin', ['sharedFrom', 'id'])
export class RiskAssessmentEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  /** The matter that the appeal belonged to when it was assessed. */
  @Column({ type: 'int', nullable: true })
  matterId: number | null;

  /** The assessment of another appeal of the matter that this one repeats. */
  @Column({ type: 'int', nullable: true })
  sharedFrom: number | null;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'simple-json' })
  factors: RiskFactors;

  @Column({ type: 'int' })
  score: number;

  @Column({ type: 'varchar', length: 8 })
  level: RiskLevel;

  /** Who must look at it. */
  @Column({ type: 'varchar', length: 16 })
  looker: RiskLooker;

  @Column({ type: 'varchar', length: 2000 })
  measures: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 60, nullable: true })
  signedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  signedAt: Instant | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  remark: string | null;
}
