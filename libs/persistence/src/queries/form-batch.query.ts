import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { FormBatchEntity, FormSheetEntity } from '../entities/form-batch.entities';
import { Secrets } from '../secrets';
import { readSheet, type ReadSheet } from '../stores/form-batch.store';

/** Reads batches of opinion forms. */
@Injectable()
export class FormBatchQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  batches(limit: number): Promise<FormBatchEntity[]> {
    return this.database.reader.manager.find(FormBatchEntity, { order: { id: 'DESC' }, take: limit });
  }

  batch(id: number): Promise<FormBatchEntity | null> {
    return this.database.reader.manager.findOneBy(FormBatchEntity, { id });
  }

  async sheets(batchId: number): Promise<ReadSheet[]> {
    const rows = await this.database.reader.manager.find(FormSheetEntity, { where: { batchId }, order: { sheet: 'ASC' } });
    return rows.map((row) => readSheet(row, this.secrets));
  }
}
