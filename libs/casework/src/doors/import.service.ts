import { Inject, Injectable } from '@nestjs/common';
import type { LogFile, LogReader, LogRow } from '@hub/domain';
import { ImportQuery, OperationsQuery } from '@hub/persistence';
import { IntakeService } from '../intake/intake.service';
import type { IntakeResult } from '../intake/registration';
import { LOG_READER } from '../tokens';

export interface ImportOutcome {
  readonly rows: number;
  readonly new: number;
  readonly joined: number;
  readonly known: number;
  readonly quarantined: number;
  /** Of the known rows, those that say something else than when they came. */
  readonly changed: readonly { readonly row: number; readonly number: string | null; readonly fields: readonly string[] }[];
  /** Rows that could not be taken, with the reason; they also wait for a person. */
  readonly faults: readonly { readonly row: number; readonly reason: string }[];
}

/** A log file becomes appeals, each row once. */
@Injectable()
export class ImportService {
  constructor(
    private readonly intake: IntakeService,
    private readonly operations: OperationsQuery,
    private readonly imports: ImportQuery,
    @Inject(LOG_READER) private readonly logs: LogReader,
  ) {}

  /** `dryRun` tells what would happen and keeps nothing. Rejects with `Unreadable` where the whole file cannot be read. */
  async import(
    file: LogFile,
    source: string,
    options: { readonly dryRun?: boolean; readonly onProgress?: (done: number, all: number) => void } = {},
  ): Promise<ImportOutcome> {
    const log = await this.logs.open(file, source, await this.imports.columnsOf(source));
    const counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
    const faults: { row: number; reason: string }[] = [];
    const changed: { row: number; number: string | null; fields: readonly string[] }[] = [];
    const all = log.survey.rows;
    let done = 0;
    for await (const rows of log.rows()) {
      const results = await (options.dryRun ? this.foretell(rows) : this.intake.accept(rows.map(({ message }) => message)));
      rows.forEach(({ row, fault }, at) => {
        const result = results[at]!;
        if (fault !== null) faults.push({ row, reason: fault });
        else counts[result.outcome] += 1;
        if (result.changed?.length) changed.push({ row, number: result.number, fields: result.changed });
      });
      options.onProgress?.((done += rows.length), all);
    }
    return { rows: all, ...counts, changed, faults };
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
