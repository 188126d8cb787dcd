import type { EntityManager } from 'typeorm';
import { RiskAssessmentEntity } from '../entities/risk-assessment.entity';

/** Versions of risk assessments. */
export class RiskStore {
  constructor(private readonly manager: EntityManager) {}

  lastOf(appealId: number): Promise<RiskAssessmentEntity | null> {
    return this.manager.findOne(RiskAssessmentEntity, { where: { appealId }, order: { version: 'DESC' } });
  }

  async add(assessment: Omit<RiskAssessmentEntity, 'id'>): Promise<void> {
    await this.manager.insert(RiskAssessmentEntity, assessment);
  }

  async sign(id: number, change: Pick<RiskAssessmentEntity, 'signedBy' | 'signedAt' | 'remark'>): Promise<void> {
    await this.manager.update(RiskAssessmentEntity, { id }, change);
  }
}
