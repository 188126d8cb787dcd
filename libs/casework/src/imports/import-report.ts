import type { LogRow } from '@hub/domain';
import type { IntakeResult } from '../intake/registration';

/** What becomes of a log's rows, piece by piece. */
export class ImportReport {
  /** How many rows there are. */
  all = 0;
  readonly counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
  readonly faults: { row: number; reason: string }[] = [];
  readonly changed: { row: number; number: string | null; fields: readonly string[] }[] = [];
  private done = 0;

  constructor(private readonly onProgress: (done: number, all: number) => void = () => undefined) {}

  /** `results` are of the rows without a fault, in their order; none where they were taken before. */
  add(rows: readonly LogRow[], results: readonly IntakeResult[]): void {
    const left = [...results];
    for (const { row, fault } of rows) {
      if (fault !== null) this.faults.push({ row, reason: fault });
      const result = fault === null ? left.shift() : undefined;
      if (!result) continue;
      this.counts[result.outcome] += 1;
      if (result.changed?.length) this.changed.push({ row, number: result.number, fields: result.changed });
    }
    this.onProgress((this.done += rows.length), this.all);
  }
}
