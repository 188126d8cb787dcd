import type { Sheet } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { FormBatchEntity, FormSheetEntity } from '../entities/form-batch.entities';
import type { Secrets } from '../secrets';

/** How a sheet was read by the first and by the second, and what holds since they agree or somebody settled it. */
export interface Readings {
  readonly first: Sheet;
  readonly second: Sheet | null;
  readonly agreed: Sheet | null;
}
export type ReadSheet = Omit<FormSheetEntity, 'sealed'> & Readings;

export const readSheet = ({ sealed, ...row }: FormSheetEntity, secrets: Secrets): ReadSheet => ({
  ...row,
  ...(JSON.parse(secrets.unseal(sealed)) as Readings),
});

/** Batches of opinion forms. */
export class FormBatchStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
    private readonly secrets: Secrets,
  ) {}

  async add(batch: Omit<FormBatchEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(FormBatchEntity, batch);
    return Number(identifiers[0]!.id);
  }

  /** Holds the batch, so that two entries of one sheet follow each other. */
  hold(id: number): Promise<FormBatchEntity | null> {
    const query = this.manager.createQueryBuilder(FormBatchEntity, 'batch').where('batch.id = :id', { id });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.getOne();
  }

  async sheet(batchId: number, sheet: number): Promise<ReadSheet | null> {
    const row = await this.manager.findOneBy(FormSheetEntity, { batchId, sheet });
    return row && readSheet(row, this.secrets);
  }

  async addSheet(row: Omit<ReadSheet, 'id'>): Promise<void> {
    const { first, second, agreed, ...columns } = row;
    await this.manager.insert(FormSheetEntity, { ...columns, sealed: this.sealed({ first, second, agreed }) });
  }

  async keepSheet({ id, first, second, agreed, ...columns }: ReadSheet): Promise<void> {
    await this.manager.update(FormSheetEntity, { id }, { ...columns, sealed: this.sealed({ first, second, agreed }) });
  }

  private sealed = (readings: Readings): string => this.secrets.seal(JSON.stringify(readings));
}
