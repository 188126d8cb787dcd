import { NOBODY, NotFound, type Party, type Sources } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { CounterEntity } from '../entities/counter.entity';
import { DocumentEntity } from '../entities/document.entity';
import { ExtensionEntity } from '../entities/extension.entity';
import { PersonEntity } from '../entities/person.entity';
import { SupervisionOrderEntity } from '../entities/supervision-order.entity';
import { TransferEntity } from '../entities/transfer.entity';
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

  /** Numbers of the appeal's transfers and orders, oldest first. */
  async sources(appealId: number): Promise<Sources> {
    const { manager } = this.database.reader;
    const about = { where: { appealId }, order: { id: 'ASC' as const } };
    const [transfers, orders, extended] = await Promise.all([
      manager.find(TransferEntity, about),
      manager.find(SupervisionOrderEntity, about),
      manager.existsBy(ExtensionEntity, { appealId, state: 'approved' }),
    ]);
    return { transfer: transfers.map(({ number }) => number), order: orders.flatMap(({ number }) => number ?? []), extended };
  }

  /** Whose traces a view of the papers must hide. */
  async partyOf(appealId: number): Promise<Party> {
    const person = await this.database.reader.manager.findOneBy(PersonEntity, { appealId });
    return person ? { ...NOBODY, ...(JSON.parse(this.secrets.unseal(person.sealed)) as Party) } : NOBODY;
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
