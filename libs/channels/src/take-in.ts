import type { InboundMessage } from '@hub/domain';
import { bufferCount, mergeMap, type Observable } from 'rxjs';

/** Messages go in together, so that one flush to the disk serves many. */
const BATCH = 50;

/** The intake, as far as channels know it: `turn` is what must be written before these. */
export interface Intake<Result> {
  accept(batch: readonly InboundMessage[], turn: Promise<unknown>): Promise<Result[]>;
}

/**
 * Takes in what a channel offers, batch by batch. While one batch is written the next is kept and read; it is written in its
 * turn and only if those before it were, so that no cursor passes over a message.
 */
export function takeIn<Result>(intake: Intake<Result>, messages: Observable<InboundMessage>): Observable<Result[]> {
  let turn: Promise<unknown> = Promise.resolve();
  return messages.pipe(
    bufferCount(BATCH),
    mergeMap((batch) => {
      const results = intake.accept(batch, turn);
      turn = results;
      return results;
    }, 2),
  );
}
