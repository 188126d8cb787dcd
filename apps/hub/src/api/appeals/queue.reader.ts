import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { QueuePage } from '@hub/contract';
import { dayOf, readsRatings, sightOf, type Office, type Staff } from '@hub/domain';
import { OperationsQuery, QueueQuery } from '@hub/persistence';
import { appealRow } from './appeal.row';
import { dueRange, filterOf, UNSATISFIED, type QueueQueryDto } from './queue.dto';

/** The plain queue, whatever its order and page: what it finds is what is open, and need not be counted twice. */
const asksAll = ({ sort: _sort, cursor: _cursor, limit: _limit, view = 'open', ...conditions }: QueueQueryDto): boolean =>
  view === 'open' && Object.values(conditions).every((value) => value === undefined);

const NONE = { count: 0, more: false };

/** One page of the queue with its live counts. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly queue: QueueQuery,
    private readonly operations: OperationsQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(query: QueueQueryDto, staff: Staff): Promise<QueuePage> {
    const today = dayOf(this.clock());
    const { soonDays } = this.office.rules;
    const filter = filterOf(query, staff, today, soonDays);
    const mine = { sight: sightOf(staff), open: true };
    const { rows, nextCursor, glimpses } = await this.queue.page(
      filter,
      query.sort ?? 'due',
      query.cursor ?? null,
      query.limit ?? 50,
    );
    const [names, found, open, late, soon, toAccept, toAssign, own, unsatisfied] = await Promise.all([
      this.handlerNames(rows.map(({ handlerId }) => handlerId)),
      asksAll(query) ? null : this.queue.count(filter),
      this.queue.liveCount(mine),
      this.queue.liveCount({ ...mine, ...dueRange('late', today, soonDays) }),
      this.queue.liveCount({ ...mine, ...dueRange('soon', today, soonDays) }),
      this.queue.liveCount({ ...mine, statuses: ['received'] }),
      this.queue.liveCount({ ...mine, statuses: ['accepted'] }),
      this.queue.liveCount({ ...mine, handlerId: staff.id }),
      readsRatings(staff.role) ? this.queue.liveCount({ ...mine, open: null, ...UNSATISFIED }) : NONE,
    ]);
    const items = rows.map((row) =>
      appealRow(row, this.office, names.get(row.handlerId ?? 0) ?? null, today, staff, glimpses.get(row.id) ?? null),
    );
    return { items, nextCursor, counts: { found: found ?? open, open, late, soon, toAccept, toAssign, mine: own, unsatisfied } };
  }

  async handlerNames(ids: readonly (number | null)[]): Promise<Map<number, string>> {
    if (!ids.some((id) => id !== null)) return new Map();
    return new Map((await this.operations.users()).map(({ id, name }) => [id, name]));
  }
}
