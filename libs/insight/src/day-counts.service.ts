import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';

/** Keeps the counts of days in step with the appeals. */
@Injectable()
export class DayCounts {
  private running: Promise<void> | null = null;

  constructor(private readonly work: UnitOfWork) {}

  /** Counts the days whose appeals have changed, and the `oldest` others besides; whoever asks meanwhile waits for the same run. */
  upToDate(now: Instant, oldest = 0): Promise<void> {
    this.running ??= this.count(now, oldest).finally(() => (this.running = null));
    return this.running;
  }

  private async count(now: Instant, oldest: number): Promise<void> {
    const [changed, old] = await this.work.run(async ({ dayCounts }) => [
      await dayCounts.changedDays(),
      oldest ? await dayCounts.oldestDays(oldest) : [],
    ]);
    for (const day of new Set([...changed, ...old])) {
      await this.work.run(({ dayCounts }) => dayCounts.recount(day, now));
      // Between two days the process turns to whoever else is waiting.
      await setImmediate();
    }
    if (changed.length) await this.work.run(({ dayCounts }) => dayCounts.keepMark(now));
  }
}
