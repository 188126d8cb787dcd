import { Fault } from '@hub/domain';

const WINDOW_MS = 15 * 60_000;
const TRIES = 5;
/** Wrong tries of everybody together in one window; beyond it somebody is guessing. */
const ALL_TRIES = 2000;

/** Counts wrong tries by appeal, by address and in all, for a quarter of an hour. Per process, as a brake and not as a proof. */
export class TryLimit {
  private readonly wrong = new Map<string, number[]>();

  constructor(private readonly now: () => number = Date.now) {}

  check(keys: readonly string[]): void {
    if (this.recent('all') >= ALL_TRIES || keys.some((key) => this.recent(key) >= TRIES)) {
      throw new Fault('limited', 'too-many-tries', '试的次数太多了。', '请等 15 分钟再查，或打电话请我们代查。');
    }
  }

  failed(keys: readonly string[]): void {
    if (this.wrong.size > 50_000) this.wrong.clear();
    for (const key of [...keys, 'all']) this.wrong.set(key, [...this.times(key), this.now()]);
  }

  private recent(key: string): number {
    return this.times(key).length;
  }

  private times(key: string): number[] {
    const since = this.now() - WINDOW_MS;
    return (this.wrong.get(key) ?? []).filter((at) => at > since);
  }
}
