import { In, type EntityManager } from 'typeorm';
import { RiskAssessmentEntity } from '../entities/risk-assessment.entity';

export type NewRisk = Omit<RiskAssessmentEntity, 'id'>;

/** Versions of risk assessments. */
export class RiskStore {
  constructor(private readonly manager: EntityManager) {}

  lastOf(appealId: number): Promise<RiskAssessmentEntity | null> {
    return this.manager.findOne(RiskAssessmentEntity, { where: { appealId }, order: { version: 'DESC' } });
  }

  /** The last one of each of these appeals. */
  async lastOfAll(appealIds: readonly number[]): Promise<Map<number, RiskAssessmentEntity>> {
    if (!appealIds.length) return new Map();
    const rows = await this.manager.find(RiskAssessmentEntity, {
      where: { appealId: In([...appealIds]) },
      order: { version: 'ASC' },
    });
    return new Map(rows.map((row) => [row.appealId, row]));
  }

  lastOfMatter(matterId: number): Promise<RiskAssessmentEntity | null> {
    return this.manager.findOne(RiskAssessmentEntity, { where: { matterId }, order: { id: 'DESC' } });
  }

  /** The appeals in whose files this very assessment stands. */
  async appealsWith(origin: number): Promise<number[]> {
    const rows = await this.manager.findBy(RiskAssessmentEntity, [{ id: origin }, { sharedFrom: origin }]);
    return rows.map(({ appealId }) => appealId);
  }

  async add(assessment: NewRisk): Promise<number> {
    const { identifiers } = await this.manager.insert(RiskAssessmentEntity, assessment);
    return Number(identifiers[0]!['id']);
  }

  /** Signed once, in every file where it stands. */
  async sign(origin: number, change: Pick<RiskAssessmentEntity, 'signedBy' | 'signedAt' | 'remark'>): Promise<void> {
    await this.manager.update(RiskAssessmentEntity, { id: origin }, change);
    await this.manager.update(RiskAssessmentEntity, { sharedFrom: origin }, change);
  }
}
