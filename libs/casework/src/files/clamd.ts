import { connect, type Socket } from 'node:net';
import type { ClamdPlace } from '@hub/domain';

/** `unknown` where nobody could say: it is away, too slow, or has not looked at all of it. */
export type ScanVerdict = 'clean' | 'infected' | 'unknown';

const CHUNK = 64 * 1024;
const ANSWER_BYTES = 4096;

/**
 * Asks clamd whether bytes are harmless (its INSTREAM command): parts with their length before them, ended by none. What it
 * gave up on because of its limits counts as not looked at.
 */
export async function scanBytes(place: ClamdPlace, bytes: Uint8Array, deadlineMs: number): Promise<ScanVerdict> {
  try {
    return verdictOf(await ask(place, bytes, deadlineMs));
  } catch {
    return 'unknown';
  }
}

function ask(place: ClamdPlace, bytes: Uint8Array, deadlineMs: number): Promise<string> {
  const line: Socket = 'socket' in place ? connect(place.socket) : connect(place.port, place.host);
  return new Promise<string>((resolve, reject) => {
    let answer = '';
    const timer = setTimeout(() => reject(new Error('clamd is too slow')), deadlineMs);
    line.on('error', reject).on('close', () => reject(new Error('clamd has hung up')));
    line.on('data', (part) => {
      answer += part.toString('utf8');
      if (answer.includes('\0') || answer.length > ANSWER_BYTES) resolve(answer.split('\0')[0]!);
    });
    line.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const part = bytes.subarray(at, at + CHUNK);
      line.write(lengthOf(part));
      line.write(part);
    }
    line.write(lengthOf(new Uint8Array()));
    line.once('close', () => clearTimeout(timer));
  }).finally(() => line.destroy());
}

function lengthOf({ length }: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

function verdictOf(answer: string): ScanVerdict {
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/ FOUND$/.test(answer) && !answer.includes('Heuristics.Limits.Exceeded')) return 'infected';
  return 'unknown';
}
