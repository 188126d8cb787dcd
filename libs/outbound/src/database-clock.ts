import type { Instant } from '@hub/domain';

/** The database's time, carried on by a clock that nobody puts forward or back: two processes never differ about a lease. */
export class DatabaseClock {
  private told = Date.now();
  private at = performance.now();

  set(now: Instant): void {
    this.told = Date.parse(now);
    this.at = performance.now();
  }

  now(): number {
    return this.told + performance.now() - this.at;
  }
}
