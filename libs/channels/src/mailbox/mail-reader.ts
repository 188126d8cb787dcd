import { type Reading, Unreadable } from '@hub/domain';
import { type Job, MailThread } from './mail-thread';

export interface MailReaderOptions {
  readonly threads?: number;
  /** How long one mail may take, in milliseconds. */
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
  /** Heap of a thread. */
  readonly memoryMb?: number;
}

export interface MailReader {
  /** Rejects with `Unreadable`, never with a crash. Many mails may be given at once. The bytes stay the caller's. */
  read(bytes: Uint8Array): Promise<Reading>;
  close(): Promise<void>;
}

/**
 * Reads mails outside the caller's thread, with a deadline and a limit of memory: a mail that hangs or kills its thread is
 * unreadable, and those behind it are read by a fresh thread. Threads start with the first mail and let the process end.
 */
export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const { threads = 1, deadlineMs = 5_000, maxBytes = 32 << 20, memoryMb = 256 } = options;
  const waiting: Job[] = [];
  let closed = false;

  const pump = () => {
    while (waiting.length > 0) {
      const thread = pool.reduce((best, one) => (one.load < best.load ? one : best));
      if (!thread.hasRoomFor(waiting[0]!)) return;
      thread.send(waiting.shift()!);
    }
  };
  const settings = {
    deadlineMs,
    memoryMb,
    wake: pump,
    requeue: (jobs: Job[]) => {
      waiting.unshift(...jobs);
      pump();
    },
  };
  const pool = Array.from({ length: threads }, () => new MailThread(settings));

  return {
    read(bytes) {
      if (closed) return Promise.reject(new Error('邮件读取已经停止。'));
      if (bytes.length > maxBytes) {
        return Promise.reject(new Unreadable(`邮件超过 ${Math.floor(maxBytes / (1 << 20))} MB 的上限，没有读；请下载原件查看。`));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ bytes, resolve, reject });
        pump();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error('邮件读取已经停止。'));
      await Promise.all(pool.map((thread) => thread.close()));
    },
  };
}
