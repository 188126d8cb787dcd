import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { DayCounts } from '@hub/insight';
import { Repeating } from './repeating';

const EVERY_MS = 5 * 60_000;
/** Days counted once more each time although nothing tells that they have changed: a year within a day. */
const OLDEST = 2;

/** Keeps the counts of days warm, so that nobody who asks for figures waits for them. */
@Injectable()
export class DayCountsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Counts');
  private readonly turns: Repeating;

  constructor(counts: DayCounts, @Inject(CLOCK) clock: Clock) {
    this.turns = new Repeating(
      EVERY_MS,
      () => counts.upToDate(clock().toISOString(), OLDEST),
      (trouble) => this.log.warn(`统计没有数成，稍后再试：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.stop();
  }
}
