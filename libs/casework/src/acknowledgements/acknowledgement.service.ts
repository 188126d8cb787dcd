import { Inject, Injectable } from '@nestjs/common';
import { instant, nextHour, type Office } from '@hub/domain';
import { UnitOfWork, type HeldAcknowledgement, type OwedLetter } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { folded } from './folded';
import { Budget } from './within-budget';

/** So many are read at once, and so many numbers stand in one letter. */
const BATCH = 500;
const IN_ONE = 200;

/** Acknowledgements that waited: one letter to an address tells all its numbers and codes, at the budget's pace. */
@Injectable()
export class AcknowledgementService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sends what is due; answers how many letters became owed. */
  async run(): Promise<number> {
    let all = 0;
    for (;;) {
      const { sent, more } = await this.pass();
      all += sent;
      if (!more) return all;
    }
  }

  private pass(): Promise<{ sent: number; more: boolean }> {
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const due = await stores.acknowledgements.due(now, BATCH);
      if (!due.size) {
        await stores.acknowledgements.forget(now.slice(0, 10));
        return { sent: 0, more: false };
      }
      // Registrations hold this row to their end: counts are read and written one after another.
      await stores.counters.take('message-id', 1);
      const keys = [...due.keys()];
      const budget = new Budget(await stores.acknowledgements.counts(keys), keys, this.office.acknowledgements, now);
      const letters: OwedLetter[] = [];
      const later: number[] = [];
      const done: number[] = [];
      for (const [key, waiting] of due) {
        for (const some of together(waiting)) {
          const may = budget.take(key);
          (may ? done : later).push(...some.map(({ id }) => id));
          const [{ letter }, ...others] = some.map(({ held }) => held) as [HeldAcknowledgement, ...HeldAcknowledgement[]];
          if (may) letters.push({ ...folded(letter, others), at: now });
        }
      }
      await budget.keep(stores);
      await stores.outbox.add(letters);
      await stores.appeals.mailReturned(stores.outbox.withheld);
      await stores.acknowledgements.settle(done);
      await stores.acknowledgements.putOff(later, instant(nextHour(now)));
      return { sent: letters.length, more: true };
    });
  }
}

/** What may stand in one letter: what is confidential never beside what tells of the bureau. */
function together<T extends { readonly held: HeldAcknowledgement }>(waiting: readonly T[]): T[][] {
  const parts = [true, false].map((discreet) => waiting.filter(({ held }) => held.letter.discreet === discreet));
  return parts.flatMap((part) =>
    Array.from({ length: Math.ceil(part.length / IN_ONE) }, (_, at) => part.slice(at * IN_ONE, (at + 1) * IN_ONE)),
  );
}
