import type { LetterFrom, OwnCheck, SenderCheck, SenderChecker } from '@hub/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SenderAnswer, SenderQuestion } from './sender-worker';
import { HEADER_BYTES } from './whole-letter';

export type ClosableSenderChecker = SenderChecker & { close(): Promise<void> };

/** Jest runs the TypeScript; a worker thread needs the compiled twin below dist/. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../../dist/libs/channels/src/mailbox/sender/sender-worker.js')
  : join(__dirname, 'sender-worker.js');

/** Of a longer letter only the header is looked at, since hashing its body would hold up the others. */
const MAX_BYTES = 8 << 20;
const MEMORY_MB = 192;
/** So many letters are in the thread at once, and so many more may wait for it. */
const AT_ONCE = 16;
const WAITING = 200;
const WAITING_BYTES = 16 << 20;
/** Waiting longer helps nobody: the letter is registered by then and will be looked at again. */
const WAIT_MS = 3_000;
/** A letter's own time ends long before; a thread that says nothing for so long hangs. */
const HANGS_MS = 10_000;

interface Job {
  readonly question: Omit<SenderQuestion, 'id'>;
  readonly since: number;
  readonly resolve: (check: SenderCheck | null) => void;
}

const NOTHING_FOUND: ClosableSenderChecker = {
  check: () => Promise.resolve('unverified'),
  close: () => Promise.resolve(),
};

/**
 * Checks letters in a thread of its own, which hostile ones may take down: the others are then looked at again later. Where
 * the office does not want it, nothing is ever found out.
 */
export const createSenderChecker = (how: OwnCheck | null): ClosableSenderChecker => (how ? checkInThread(how) : NOTHING_FOUND);

function checkInThread({ receivedBy, nameServers }: OwnCheck): ClosableSenderChecker {
  const waiting: Job[] = [];
  const running = new Map<number, Job>();
  let bytesWaiting = 0;
  let next = 0;
  let worker: Worker | null = null;
  let watch: NodeJS.Timeout | undefined;
  let closed = false;

  const start = (): Worker => {
    const workerData: OwnCheck = { receivedBy, nameServers };
    const fresh = new Worker(WORKER, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    fresh.unref();
    fresh.on('message', ({ id, check }: SenderAnswer) => worker === fresh && take(id, check));
    fresh.on('error', () => end(fresh));
    fresh.on('exit', () => end(fresh));
    return fresh;
  };

  const take = (id: number, check: SenderCheck | null) => {
    stopWatch();
    running.get(id)?.resolve(check);
    running.delete(id);
    pump();
  };

  const end = (which: Worker | null) => {
    if (worker !== which) return;
    stopWatch();
    worker = null;
    for (const { resolve } of running.values()) resolve(null);
    running.clear();
    if (!closed) pump();
  };

  const pump = () => {
    while (running.size < AT_ONCE && waiting.length) {
      const job = waiting.shift()!;
      bytesWaiting -= job.question.bytes.length;
      if (performance.now() - job.since > WAIT_MS) {
        job.resolve(null);
        continue;
      }
      worker ??= start();
      const bytes = new Uint8Array(job.question.bytes);
      running.set((next += 1), job);
      worker.postMessage({ ...job.question, bytes, id: next } satisfies SenderQuestion, [bytes.buffer]);
    }
    if (running.size) startWatch();
  };

  const startWatch = () => {
    const watched = worker;
    watch ??= setTimeout(() => {
      void watched?.terminate();
      end(watched);
    }, HANGS_MS).unref();
  };
  const stopWatch = () => {
    clearTimeout(watch);
    watch = undefined;
  };

  return {
    check(bytes, about: LetterFrom) {
      const complete = bytes.length <= MAX_BYTES;
      const part = complete ? bytes : bytes.subarray(0, HEADER_BYTES + 4);
      if (closed || waiting.length >= WAITING || bytesWaiting + part.length > WAITING_BYTES) return Promise.resolve(null);
      return new Promise((resolve) => {
        waiting.push({ question: { bytes: part, complete, about }, since: performance.now(), resolve });
        bytesWaiting += part.length;
        pump();
      });
    },
    async close() {
      closed = true;
      const last = worker;
      for (const { resolve } of waiting.splice(0)) resolve(null);
      end(last);
      await last?.terminate();
    },
  };
}
