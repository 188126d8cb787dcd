import { Inject, Injectable } from '@nestjs/common';
import { columnNames, corrected, type ColumnChoice, type LogFile, type LogReader, type LogRow } from '@hub/domain';
import { ImportQuery, OperationsQuery } from '@hub/persistence';
import { IntakeService } from '../intake/intake.service';
import type { IntakeResult } from '../intake/registration';
import { LOG_READER } from '../tokens';
import type { ImportReport } from './import-report';

/** Tells what an import would do; keeps nothing. */
@Injectable()
export class ImportTrial {
  constructor(
    private readonly intake: IntakeService,
    private readonly operations: OperationsQuery,
    private readonly imports: ImportQuery,
    @Inject(LOG_READER) private readonly logs: LogReader,
  ) {}

  async of(file: LogFile, source: string, columns: readonly ColumnChoice[], told: ImportReport): Promise<void> {
    const choices = corrected(await this.imports.choicesOf(source), columns);
    const log = await this.logs.open(file, source, columnNames(choices));
    told.all = log.survey.rows;
    for await (const rows of log.rows()) told.add(rows, await this.foretell(rows.filter(({ fault }) => fault === null)));
  }

  private async foretell(rows: readonly LogRow[]): Promise<IntakeResult[]> {
    const messages = rows.map(({ message }) => message);
    const known = await this.operations.knownKeys(
      'hotline',
      messages.map(({ sourceKey }) => sourceKey),
    );
    const revisions = await this.intake.revisionsAmong(messages.filter(({ sourceKey }) => known.has(sourceKey)));
    const changes = new Map(revisions.map((one) => [one.message, one.changes.map(({ name }) => name)]));
    const nothing = { number: null, queryCode: null, reason: null };
    return messages.map((message) => ({
      ...nothing,
      outcome: known.has(message.sourceKey) ? 'known' : 'new',
      changed: changes.get(message) ?? [],
    }));
  }
}
