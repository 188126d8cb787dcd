import type { Channel } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  map,
  merge,
  type Observable,
  repeat,
  scan,
  tap,
  last,
  defaultIfEmpty,
  from,
  timer,
} from 'rxjs';

export interface Pumped {
  readonly channel: Channel;
  /** Milliseconds of rest between two passes that ended well. */
  readonly rest: number;
}

export interface PumpOptions {
  /** Takes in what is offered and answers, from time to time, how many more were new to the hub. */
  readonly takeIn: (messages: Observable<InboundMessage>) => Observable<number>;
  /** A pass ended well, with so many taken. */
  readonly passed: (channel: string, taken: number) => Promise<void>;
  /** A pass failed; answers the milliseconds to rest before the next. */
  readonly failed: (channel: string, fault: unknown) => Promise<number>;
}

/**
 * Lets every channel flow into the intake at its own pace. One that fails is reported, rests longer each time, and is
 * tried again; it stops no other.
 */
export function pump(channels: readonly Pumped[], options: PumpOptions): Observable<void> {
  return merge(...channels.map((one) => flow(one, options)));
}

function flow({ channel, rest }: Pumped, { takeIn, passed, failed }: PumpOptions): Observable<void> {
  let pause = rest;
  const pass = defer(() => takeIn(channel.messages())).pipe(
    scan((taken, more) => taken + more, 0),
    defaultIfEmpty(0),
    last(),
    concatMap((taken) => passed(channel.name, taken)),
    tap(() => (pause = rest)),
    catchError((fault: unknown) =>
      // Where even the report fails (no database), the channel rests all the same.
      from(failed(channel.name, fault).catch(() => 30_000)).pipe(
        tap((longer) => (pause = Math.max(longer, rest))),
        concatMap(() => EMPTY),
      ),
    ),
    map(() => undefined),
  );
  return pass.pipe(repeat({ delay: () => timer(pause) }));
}

/** 5 s, doubled with each failure in a row, at most 15 minutes, with some jitter so that channels do not knock together. */
export const backoff = (failures: number, random = Math.random): number =>
  Math.round(Math.min(5000 * 2 ** Math.min(failures - 1, 12), 900_000) * (0.75 + random() * 0.5));
