import { columnNames, type ColumnChoice, type ColumnNames, type Instant } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database';
import { ImportEntity, SourceColumnEntity } from '../entities/import.entity';
import type { IntakeItemState } from '../entities/intake-item.entity';

/** Reads imports. */
@Injectable()
export class ImportQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  byId(id: number): Promise<ImportEntity | null> {
    return this.manager.findOneBy(ImportEntity, { id });
  }

  /** Newest first. */
  latest(limit: number): Promise<ImportEntity[]> {
    return this.manager.find(ImportEntity, { order: { id: 'DESC' }, take: limit });
  }

  /** The oldest that is to be taken or was left half taken. */
  async next(): Promise<ImportEntity | null> {
    const where = { state: In(['running', 'waiting']) };
    return (await this.manager.find(ImportEntity, { where, order: { id: 'ASC' }, take: 1 }))[0] ?? null;
  }

  /** The last log of the source that was taken to its end. */
  async lastOf(source: string): Promise<ImportEntity | null> {
    return (
      (await this.manager.find(ImportEntity, { where: { source, state: 'done' }, order: { id: 'DESC' }, take: 1 }))[0] ?? null
    );
  }

  /** What people decided that the headings of the source's logs mean. */
  async columnsOf(source: string): Promise<ColumnNames> {
    return columnNames(await this.choicesOf(source));
  }

  async choicesOf(source: string): Promise<ColumnChoice[]> {
    const rows = await this.manager.find(SourceColumnEntity, { where: { source }, order: { id: 'ASC' } });
    return rows.map(({ heading, field }) => ({ heading, field }));
  }

  /** How many rows of the file have come to be items since then, by their state. */
  async itemsOf(fileHash: string, since: Instant): Promise<Partial<Record<IntakeItemState, number>>> {
    const rows = await this.database.reader.query<{ state: IntakeItemState; number: number | string }[]>(
      'SELECT state, COUNT(*) AS number FROM intake_items WHERE fileHash = ? AND createdAt >= ? GROUP BY state',
      [fileHash, since],
    );
    return Object.fromEntries(rows.map(({ state, number }) => [state, Number(number)]));
  }
}
