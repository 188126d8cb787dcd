import { Inject, Injectable } from '@nestjs/common';
import type { IntakeOutcome, LogFile, LogReader, LogRow } from '@hub/domain';
import { ImportQuery, OperationsQuery } from '@hub/persistence';
import { IntakeService } from '../intake/intake.service';
import { LOG_READER } from '../tokens';

export interface ImportOutcome {
  readonly rows: number;
  readonly new: number;
  readonly joined: number;
  readonly known: number;
  readonly quarantined: number;
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
    const all = log.survey.rows;
    let done = 0;
    for await (const rows of log.rows()) {
      const outcomes = await (options.dryRun ? this.foretell(rows) : this.take(rows));
      rows.forEach(({ row, fault }, at) => {
        if (fault !== null) faults.push({ row, reason: fault });
        else counts[outcomes[at]!] += 1;
      });
      options.onProgress?.((done += rows.length), all);
    }
    return { rows: all, ...counts, faults };
  }

  private async take(rows: readonly LogRow[]): Promise<IntakeOutcome[]> {
    return (await this.intake.accept(rows.map(({ message }) => message))).map(({ outcome }) => outcome);
  }

  private async foretell(rows: readonly LogRow[]): Promise<IntakeOutcome[]> {
    const keys = rows.map(({ message }) => message.sourceKey);
    const known = await this.operations.knownKeys('hotline', keys);
    return keys.map((key) => (known.has(key) ? 'known' : 'new'));
  }
}
