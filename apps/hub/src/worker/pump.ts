import type { Channel } from '@hub/channels';
import { LeaseLost, type Claim, type Fence } from '@hub/persistence';
import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  from,
  map,
  merge,
  NEVER,
  type Observable,
  race,
  repeat,
  scan,
  startWith,
  takeLast,
  tap,
  timer,
} from 'rxjs';

export interface Pumped {
  readonly channel: Channel;
  /** Milliseconds of rest between two passes that ended well. */
  readonly rest: number;
}

export interface PumpOptions {
  /** Asks for the channel, which one process at a time reads. */
  readonly claim: (channel: string) => Promise<Claim>;
  /** How long to wait for a channel that another process has. */
  readonly waitMs: (held: { readonly freeInMs: number }) => number;
  /** The channel has gone to another process meanwhile. */
  readonly lost: (channel: string) => void;
  /** Takes in one pass and answers, from time to time, how many more were new to the hub. */
  readonly takeIn: (channel: Channel, fence: Fence) => Observable<number>;
  /** A pass ended well, with so many taken. */
  readonly passed: (channel: Channel, taken: number) => Promise<void>;
  /** Emits when somebody wants a pass before its time. */
  readonly asked?: (channel: string) => Observable<unknown>;
  /** A pass failed; answers the milliseconds to rest before the next. */
  readonly failed: (channel: string, fault: unknown) => Promise<number>;
}

/**
 * Lets every channel that is ours flow into the intake at its own pace. One that fails is reported, rests longer each time,
 * and is tried again; it stops no other.
 */
export function pump(channels: readonly Pumped[], options: PumpOptions): Observable<void> {
  return merge(...channels.map((one) => flow(one, options)));
}

function flow({ channel, rest }: Pumped, options: PumpOptions): Observable<void> {
  const { name } = channel;
  let next: { readonly pause: number; readonly listen: boolean } = { pause: rest, listen: false };
  const pass = (fence: Fence): Observable<void> =>
    options.takeIn(channel, fence).pipe(
      startWith(0),
      scan((taken, more) => taken + more, 0),
      takeLast(1),
      concatMap((taken) => options.passed(channel, taken)),
      tap(() => (next = { pause: rest, listen: true })),
    );
  const turn = defer(() => options.claim(name)).pipe(
    concatMap((claim) => {
      if ('fence' in claim) return pass(claim.fence);
      next = { pause: options.waitMs(claim), listen: false };
      return EMPTY;
    }),
    catchError((fault: unknown) => {
      if (fault instanceof LeaseLost) {
        options.lost(name);
        next = { pause: 1_000, listen: false };
        return EMPTY;
      }
      // Where even the report fails (no database), the channel rests all the same.
      return from(options.failed(name, fault).catch(() => 30_000)).pipe(
        tap((longer) => (next = { pause: Math.max(longer, rest), listen: false })),
        concatMap(() => EMPTY),
      );
    }),
    map(() => undefined),
  );
  // What the channel hears cuts the rest short; that it hears nothing means nothing.
  const hint = () => (next.listen && channel.hints ? channel.hints().pipe(catchError(() => NEVER)) : NEVER);
  return turn.pipe(repeat({ delay: () => race(timer(next.pause), hint(), options.asked?.(name) ?? NEVER) }));
}

/** 5 s, doubled with each failure in a row, at most 15 minutes, with some jitter so that channels do not knock together. */
export const backoff = (failures: number, random = Math.random): number =>
  Math.round(Math.min(5000 * 2 ** Math.min(failures - 1, 12), 900_000) * (0.75 + random() * 0.5));
