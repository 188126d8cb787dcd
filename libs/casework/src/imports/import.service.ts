import { Injectable } from '@nestjs/common';
import type { ColumnChoice, LogFile } from '@hub/domain';
import type { Fence } from '@hub/persistence';
import { ImportDesk } from './import-desk.service';
import { ImportReport } from './import-report';
import { ImportRun } from './import-run.service';
import { ImportTrial } from './import-trial.service';

export interface ImportOutcome {
  /** Under which it stands in the list of imports; null where it was only tried. */
  readonly id: number | null;
  readonly rows: number;
  readonly new: number;
  readonly joined: number;
  readonly known: number;
  readonly quarantined: number;
  /** Of the known rows, those that say something else than when they came. */
  readonly changed: ImportReport['changed'];
  /** Rows that could not be taken, with the reason. */
  readonly faults: ImportReport['faults'];
}

export interface ImportOptions {
  /** Tells what would happen and keeps nothing. */
  readonly dryRun?: boolean;
  /** What the person says about columns; it holds for the source's next logs too. */
  readonly columns?: readonly ColumnChoice[];
  /** The lease under which this process imports. */
  readonly fence?: Fence | undefined;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A log that is handed in at the command line: taken at once, and recorded like one of the console. */
@Injectable()
export class ImportService {
  constructor(
    private readonly desk: ImportDesk,
    private readonly run: ImportRun,
    private readonly trial: ImportTrial,
  ) {}

  /** Rejects with `Unreadable` where the whole file cannot be read; then nothing of it was taken. */
  async import(file: LogFile, source: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    const { columns = [], fence, onProgress } = options;
    const told = new ImportReport(onProgress);
    if (options.dryRun) await this.trial.of(file, source, columns, told);
    const id = options.dryRun ? null : await this.desk.take(file, source, columns);
    if (id !== null) {
      await this.run.one(id, fence, told);
      await this.desk.remember(source, columns);
    }
    return { id, rows: told.all, ...told.counts, changed: told.changed, faults: told.faults };
  }
}
