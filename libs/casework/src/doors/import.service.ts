import { Inject, Injectable } from '@nestjs/common';
import type { InboundMessage, LogReader } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
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

const BATCH = 200;

/** A log file becomes appeals, each row once. */
@Injectable()
export class ImportService {
  constructor(
    private readonly intake: IntakeService,
    private readonly operations: OperationsQuery,
    @Inject(LOG_READER) private readonly logs: LogReader,
  ) {}

  /** `dryRun` tells what would happen and keeps nothing. Rejects with `Unreadable` where the whole file cannot be read. */
  async import(
    file: { readonly name: string; readonly bytes: Uint8Array },
    source: string,
    options: { readonly dryRun?: boolean; readonly onProgress?: (done: number, all: number) => void } = {},
  ): Promise<ImportOutcome> {
    const reading = await this.logs.read(file, source);
    const faults = reading.faults.map(({ row, reason }) => ({ row, reason }));
    const rejected = reading.faults.flatMap(({ message }) => message ?? []);
    const counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
    const { messages } = reading;
    for (let at = 0; at < messages.length; at += BATCH) {
      const batch = messages.slice(at, at + BATCH);
      if (options.dryRun) {
        const known = await this.knownIn(batch);
        counts.known += known;
        counts.new += batch.length - known;
      } else {
        for (const { outcome } of await this.intake.accept(batch)) counts[outcome] += 1;
      }
      options.onProgress?.(Math.min(at + BATCH, messages.length), messages.length);
    }
    if (!options.dryRun) await this.intake.accept(rejected);
    return { rows: reading.rows, ...counts, faults };
  }

  private async knownIn(batch: readonly InboundMessage[]): Promise<number> {
    const known = await this.operations.knownKeys(
      'hotline',
      batch.map(({ sourceKey }) => sourceKey),
    );
    return batch.filter(({ sourceKey }) => known.has(sourceKey)).length;
  }
}
