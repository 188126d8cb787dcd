import type { EntityManager } from 'typeorm';
import { RatingEntity } from '../entities/rating.entities';
import { RevisitRecordEntity, RevisitTaskEntity } from '../entities/revisit.entity';
import { RiskAssessmentEntity } from '../entities/risk-assessment.entity';
import { SupervisionOrderEntity } from '../entities/supervision-order.entity';

/** How an appeal is watched over: orders, revisits, risk. */
export interface Oversight {
  readonly orders: readonly SupervisionOrderEntity[];
  readonly revisits: readonly RevisitTaskEntity[];
  readonly revisitRecords: readonly RevisitRecordEntity[];
  readonly ratings: readonly RatingEntity[];
  readonly risks: readonly RiskAssessmentEntity[];
}

export async function oversightOf(manager: EntityManager, appealId: number): Promise<Oversight> {
  const where = { appealId };
  const [orders, revisits, revisitRecords, ratings, risks] = await Promise.all([
    manager.find(SupervisionOrderEntity, { where, order: { id: 'ASC' } }),
    manager.find(RevisitTaskEntity, { where, order: { id: 'ASC' } }),
    manager.find(RevisitRecordEntity, { where, order: { id: 'ASC' } }),
    manager.find(RatingEntity, { where, order: { id: 'ASC' } }),
    manager.find(RiskAssessmentEntity, { where, order: { version: 'ASC' } }),
  ]);
  return { orders, revisits, revisitRecords, ratings, risks };
}
