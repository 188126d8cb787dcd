import {
  addressMay,
  countNow,
  hubMay,
  instant,
  nextHour,
  oneMore,
  type AcknowledgementCount,
  type AcknowledgementLimits,
  type Instant,
} from '@hub/domain';
import { WHOLE_HUB, type HeldAcknowledgement, type Stores } from '@hub/persistence';
import { tell } from '../notices/tell';

/** The counts of some addresses and of the hub, spent one by one; one look-up for all. */
export class Budget {
  private readonly counts = new Map<string, AcknowledgementCount>();
  private readonly known: ReadonlySet<string>;
  private readonly changed = new Map<string, AcknowledgementCount>();

  constructor(
    found: ReadonlyMap<string, AcknowledgementCount>,
    keys: readonly string[],
    private readonly limits: AcknowledgementLimits,
    now: Instant,
  ) {
    this.known = new Set(found.keys());
    for (const key of [...keys, WHOLE_HUB]) this.counts.set(key, countNow(found.get(key), now));
  }

  /** The hub's budget of this hour was spent by the last one. */
  get isSpent(): boolean {
    return !hubMay(this.counts.get(WHOLE_HUB)!, this.limits);
  }

  take(key: string): boolean {
    const own = this.counts.get(key)!;
    if (this.isSpent || !addressMay(own, this.limits)) return false;
    for (const one of [key, WHOLE_HUB]) {
      const count = oneMore(this.counts.get(one)!);
      this.counts.set(one, count);
      this.changed.set(one, count);
    }
    return true;
  }

  keep(stores: Stores): Promise<void> {
    return stores.acknowledgements.keep(this.changed, this.known);
  }
}

/** Of the acknowledgements of a batch, those that go out now; the others are kept for the next hour. */
export async function withinBudget(
  stores: Stores,
  wanted: readonly HeldAcknowledgement[],
  limits: AcknowledgementLimits,
  now: Instant,
): Promise<readonly HeldAcknowledgement[]> {
  if (!wanted.length) return [];
  const keyed = wanted.map((one) => ({ one, key: stores.acknowledgements.keyOf(one.letter.to) }));
  const keys = [...new Set(keyed.map(({ key }) => key))];
  const budget = new Budget(await stores.acknowledgements.counts(keys), keys, limits, now);
  const spentBefore = budget.isSpent;
  const ready = keyed.filter(({ key }) => budget.take(key)).map(({ one }) => one);
  const later = wanted.filter((one) => !ready.includes(one));
  await budget.keep(stores);
  await stores.acknowledgements.hold(later, instant(nextHour(now)));
  if (budget.isSpent && !spentBefore) await alarm(stores, wanted[0]!, limits, now);
  return ready;
}

/** Once in the hour in which the hub has sent all that it may. */
async function alarm(
  stores: Stores,
  { letter }: HeldAcknowledgement,
  { perHour }: AcknowledgementLimits,
  now: Instant,
): Promise<void> {
  const [appeal] = await stores.appeals.byIds([letter.appealId!]);
  const text = `本小时的回执已达上限（${perHour} 份），来件照常登记，其余回执顺延到下个小时。请查看是否有人大量来信。`;
  if (appeal) await tell(stores, appeal, { kind: 'mail', duties: ['office'], text }, now);
}
