import { NotFound } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { CounterEntity } from '../entities/counter.entity';
import { DocumentEntity } from '../entities/document.entity';
import { Secrets } from '../secrets';
import type { DocumentWording } from '../stores/document.store';

export type WordedDocument = Omit<DocumentEntity, 'sealed'> & DocumentWording;

/** Reads official papers. Who may see the appeal they belong to is decided by the caller. */
@Injectable()
export class DocumentQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async of(appealId: number): Promise<WordedDocument[]> {
    const rows = await this.database.reader.manager.find(DocumentEntity, { where: { appealId }, order: { id: 'ASC' } });
    return rows.map((row) => this.worded(row));
  }

  async one(appealId: number, id: number): Promise<WordedDocument> {
    const row = await this.database.reader.manager.findOneBy(DocumentEntity, { appealId, id });
    if (!row) throw new NotFound('这件没有这份文书。', '请刷新后再看。');
    return this.worded(row);
  }

  /** The number that the counter would give next, if nobody takes it first. */
  async nextOf(counter: string): Promise<number> {
    const row = await this.database.reader.manager.findOneBy(CounterEntity, { name: counter });
    return (row?.value ?? 0) + 1;
  }

  private worded({ sealed, ...row }: DocumentEntity): WordedDocument {
    return { ...row, ...(JSON.parse(this.secrets.unseal(sealed)) as DocumentWording) };
  }
}
