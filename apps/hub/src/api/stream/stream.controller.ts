import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { SignInService } from '@hub/casework';
import type { ChangedEvent } from '@hub/contract';
import { may, sees, type Staff } from '@hub/domain';
import type { AppealChange } from '@hub/persistence';
import type { Request } from 'express';
import { concatMap, endWith, filter, from, map, merge, type Observable, of, takeUntil, takeWhile, tap, timer } from 'rxjs';
import { Allow, Person, sessionToken } from '../http/allow';
import { Changes, MOST_NAMED } from './changes';

/** Also keeps proxies from cutting a silent line, and ends it for whoever has been signed out. */
const ALIVE_MS = 20_000;

/** Server-sent events (WHATWG HTML, 9.2): what has changed, for pages that stay open. */
@Controller('api/v1/stream')
export class StreamController {
  constructor(
    private readonly changes: Changes,
    private readonly signIn: SignInService,
  ) {}

  @Sse()
  @Allow('queue.read')
  stream(@Person() person: Staff, @Req() request: Request): Observable<MessageEvent> {
    let staff: Staff = person;
    const alive = timer(ALIVE_MS, ALIVE_MS).pipe(
      concatMap(() => from(this.signIn.personOf(sessionToken(request)))),
      takeWhile((now) => now !== null && may(now, 'queue.read')),
      tap((now) => (staff = now!)),
      map(() => ALIVE),
      endWith(OVER),
    );
    const changed = this.changes.all.pipe(
      map((rows) => eventOf(rows.filter((row) => sees(staff, row)))),
      filter(({ numbers }) => numbers.length > 0),
      map((data): MessageEvent => ({ type: 'changed', data })),
    );
    return merge(of(ALIVE), changed, alive).pipe(
      takeWhile((event) => event !== OVER),
      takeUntil(this.changes.ended),
    );
  }
}

const ALIVE: MessageEvent = { type: 'alive', data: {} };
const OVER: MessageEvent = { data: {} };

const eventOf = (rows: readonly AppealChange[]): ChangedEvent => ({
  numbers: rows.slice(0, MOST_NAMED).map(({ number }) => number),
  more: rows.length > MOST_NAMED,
});
