import type { InboundMessage } from '@hub/domain';
import { isObservable, mergeMap, Observable } from 'rxjs';
import type { Channel } from './channel';

/** So many messages, or bytes where the door tells them, go in together: one flush to the disk serves many, and memory stays small. */
const BATCH = 50;
const BATCH_BYTES = 4 << 20;

/** Whether one more message of that size belongs to the next batch. */
export const isFull = (count: number, bytes: number, size: number): boolean =>
  count >= BATCH || (count > 0 && bytes + size > BATCH_BYTES);

/** The intake, as far as channels know it: `turn` is what must be written before these. */
export interface Intake<Result> {
  accept(batch: readonly InboundMessage[], turn: Promise<unknown>): Promise<Result[]>;
}

/**
 * Takes in what a channel offers, batch by batch. While one batch is written the next is kept and read; it is written in its
 * turn and only if those before it were, so that no cursor passes over a message. A channel that can be asked for its
 * batches is asked for one when it is needed.
 */
export function takeIn<Result>(intake: Intake<Result>, from: Channel | Observable<InboundMessage>): Observable<Result[]> {
  if (!isObservable(from) && from.batches) return asked(intake, from.batches.bind(from));
  let turn: Promise<unknown> = Promise.resolve();
  return (isObservable(from) ? from : from.messages()).pipe(
    batched,
    mergeMap((batch) => {
      const results = intake.accept(batch, turn);
      turn = results;
      return results;
    }, 2),
  );
}

function asked<Result>(intake: Intake<Result>, batches: NonNullable<Channel['batches']>): Observable<Result[]> {
  return new Observable((subscriber) => {
    let turn: Promise<unknown> = Promise.resolve();
    const run = async (): Promise<void> => {
      for await (const batch of batches()) {
        if (subscriber.closed) return;
        const before = turn;
        const results = intake.accept(batch, before).then((done) => subscriber.next(done));
        results.catch(() => undefined);
        turn = results;
        await before;
      }
    };
    // What was offered before a failure is registered all the same.
    const settled = run().finally(() => turn);
    settled.then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
  });
}

function batched(messages: Observable<InboundMessage>): Observable<readonly InboundMessage[]> {
  return new Observable((subscriber) => {
    let batch: InboundMessage[] = [];
    let bytes = 0;
    const flush = () => {
      if (batch.length) subscriber.next(batch);
      batch = [];
      bytes = 0;
    };
    return messages.subscribe({
      next: (message) => {
        const size = message.original?.size ?? 0;
        if (isFull(batch.length, bytes, size)) flush();
        batch.push(message);
        bytes += size;
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => {
        flush();
        subscriber.complete();
      },
    });
  });
}
