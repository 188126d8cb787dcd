import type { Instant } from '@hub/domain';
import { In, IsNull, LessThan, Or, type EntityManager } from 'typeorm';
import { isDuplicate } from '../engine-errors';
import { ApiSubmissionEntity } from '../entities/api-submission.entity';
import { ApiTokenEntity } from '../entities/api-token.entity';
import { insertRows } from '../insert-rows';

/** Another request with the same Idempotency-Key was quicker; nothing of this transaction is kept. */
export class KeyTaken extends Error {
  constructor() {
    super('an idempotency key was used by another request meanwhile');
    this.name = 'KeyTaken';
  }
}

export type NewSubmission = Omit<ApiSubmissionEntity, 'id'>;

/** Tokens of other systems, and what each handed in. */
export class ApiStore {
  constructor(private readonly manager: EntityManager) {}

  async addToken(token: Omit<ApiTokenEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(ApiTokenEntity, token);
    return Number(identifiers[0]!['id']);
  }

  token(id: number): Promise<ApiTokenEntity | null> {
    return this.manager.findOneBy(ApiTokenEntity, { id });
  }

  /** False where it had been revoked already. */
  async changeToken(
    id: number,
    change: Partial<Pick<ApiTokenEntity, 'tokenHash' | 'ending' | 'revokedAt' | 'lastUsedAt'>>,
  ): Promise<boolean> {
    const { affected } = await this.manager.update(ApiTokenEntity, { id, revokedAt: IsNull() }, change);
    return affected === 1;
  }

  async used(id: number, hour: Instant): Promise<void> {
    await this.manager.update(ApiTokenEntity, { id, lastUsedAt: Or(IsNull(), LessThan(hour)) }, { lastUsedAt: hour });
  }

  /** Throws `KeyTaken` where one of the keys is used by then. */
  async addSubmissions(rows: readonly NewSubmission[]): Promise<void> {
    await insertRows(this.manager, ApiSubmissionEntity, rows).catch((error: unknown) => {
      throw isDuplicate(error) ? new KeyTaken() : error;
    });
  }

  /** A person has seen to it. */
  async pointTo(sourceKey: string, appealId: number): Promise<void> {
    await this.manager.update(ApiSubmissionEntity, { sourceKey, appealId: IsNull() }, { appealId });
  }

  /** Which token handed these appeals in. */
  async ownersOf(appealIds: readonly number[]): Promise<Map<number, number>> {
    if (!appealIds.length) return new Map();
    const rows = await this.manager.findBy(ApiSubmissionEntity, { appealId: In([...appealIds]) });
    return new Map(rows.map(({ appealId, tokenId }) => [appealId!, tokenId]));
  }
}
