import type { SenderCheck } from '@hub/domain';
import type { KeptMessage } from './kept-message';

const MOST_MS = 2_000;
const REFILL = 0.1;

/**
 * How long letters may be held up for what is being found out of their senders: two seconds at once, and a tenth of the time
 * in the long run, however slowly DNS answers. What is not known by then is looked at again later.
 */
export class Patience {
  private left = MOST_MS;
  private since: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  async settle(kept: readonly KeptMessage[]): Promise<KeptMessage[]> {
    const found = new Map<KeptMessage, SenderCheck | null>();
    const open = kept.flatMap((one) => one.checking?.then((check) => void found.set(one, check)) ?? []);
    if (!open.length) return [...kept];
    const began = this.refill();
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (clock = setTimeout(resolve, this.left)));
    await Promise.race([Promise.all(open), late]);
    clearTimeout(clock);
    this.since = this.now();
    this.left = Math.max(0, this.left - (this.since - began));
    return kept.map((one) => ({ ...one, checked: found.get(one) ?? null }));
  }

  private refill(): number {
    const now = this.now();
    this.left = Math.min(MOST_MS, this.left + (now - this.since) * REFILL);
    return now;
  }
}
