import type { LetterFrom, OwnCheck, SenderCheck } from '@hub/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { Names, resolverOf } from './names';
import { checkSender } from './proofs';

export interface SenderQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly complete: boolean;
  readonly about: LetterFrom;
}

export interface SenderAnswer {
  readonly id: number;
  readonly check: SenderCheck | null;
}

/** Ten look-ups may each be slow. */
const LETTER_MS = 4_000;

const { receivedBy, nameServers } = workerData as OwnCheck;
const names = new Names({ resolve: resolverOf(nameServers) });

async function answer({ bytes, complete, about }: SenderQuestion): Promise<SenderCheck | null> {
  if (!names.isThere()) return null;
  const input = { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), complete };
  // What the package cannot take is no proof.
  const found = checkSender(input, about, receivedBy, names).catch(() => 'unverified' as const);
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (clock = setTimeout(resolve, LETTER_MS, null)));
  return Promise.race([found, late]).finally(() => clearTimeout(clock));
}

parentPort!.on('message', (question: SenderQuestion) => {
  void answer(question).then((check) => parentPort!.postMessage({ id: question.id, check } satisfies SenderAnswer));
});
