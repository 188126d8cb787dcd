import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { instant } from '@hub/domain';
import { ChangesQuery, type AppealChange } from '@hub/persistence';
import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  filter,
  from,
  map,
  type Observable,
  share,
  ReplaySubject,
  takeUntil,
  timer,
} from 'rxjs';

const EVERY_MS = 1_000;
/** A long transaction shows its changes only at its end, under the time at which they were made. */
const OVERLAP_MS = 15_000;
/** In a flood nobody reads every number. */
export const MOST_NAMED = 200;

/** What changes in the database, whichever process changed it: looked for once a second for all who listen here, and only while somebody does. */
@Injectable()
export class Changes implements OnModuleDestroy {
  /** Tells whoever comes later too. */
  readonly ended = new ReplaySubject<void>(1);
  readonly all: Observable<readonly AppealChange[]>;
  private readonly log = new Logger('Stream');

  constructor(
    private readonly query: ChangesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.all = defer(() => this.news()).pipe(takeUntil(this.ended), share());
  }

  onModuleDestroy(): void {
    this.ended.next();
  }

  private news(): Observable<readonly AppealChange[]> {
    // What stands there before anybody listens is no news.
    let known: ReadonlyMap<number, number> | null = null;
    return timer(0, EVERY_MS).pipe(
      concatMap(() => this.newest()),
      map((rows) => {
        const before = known;
        known = new Map(rows.map(({ id, version }) => [id, version]));
        return before ? rows.filter(({ id, version }) => before.get(id) !== version) : [];
      }),
      filter((changed) => changed.length > 0),
    );
  }

  private newest(): Observable<readonly AppealChange[]> {
    const since = instant(this.clock().getTime() - OVERLAP_MS);
    return from(this.query.since(since, MOST_NAMED + 1)).pipe(
      catchError((error: unknown) => {
        this.log.warn(`没有查到新的变化，稍后再查：${error instanceof Error ? error.message : String(error)}`);
        return EMPTY;
      }),
    );
  }
}
