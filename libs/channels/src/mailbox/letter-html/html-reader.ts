import type { LetterHtml, LetterHtmlReader } from '@hub/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface HtmlReaderOptions {
  /** How long one letter may take, in milliseconds. */
  readonly deadlineMs?: number;
  /** Heap of a thread. */
  readonly memoryMb?: number;
}

/** Jest runs the TypeScript; a worker thread needs the compiled twin below dist/. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../../dist/libs/channels/src/mailbox/letter-html/html-worker.js')
  : join(__dirname, 'html-worker.js');

const TOO_HARD: LetterHtml = { html: null, remark: '这封信的格式太复杂，没有按原样式显示。请看正文；需要时可以下载原件。' };

/** Makes HTML letters harmless, one at a time, each in a thread of its own: a hostile letter takes only its own thread down. */
export function createHtmlReader(options: HtmlReaderOptions = {}): LetterHtmlReader & { close(): Promise<void> } {
  const { deadlineMs = 2_000, memoryMb = 192 } = options;
  const running = new Set<Worker>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const read = (bytes: Uint8Array): Promise<LetterHtml> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('邮件读取已经停止。'));
      const worker = new Worker(WORKER, {
        workerData: bytes,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      running.add(worker);
      let deadline: NodeJS.Timeout | undefined;
      const end = (answer: LetterHtml | Error) => {
        clearTimeout(deadline);
        running.delete(worker);
        void worker.terminate();
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      };
      // The letter's time begins when its thread runs: a busy machine may take seconds to start one.
      worker.once('online', () => (deadline = setTimeout(() => end(TOO_HARD), deadlineMs)));
      worker.once('message', (answer: LetterHtml) => end(answer));
      worker.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_HARD : error));
      worker.once('exit', () => end(new Error('读信的程序中断了。')));
    });

  return {
    read(bytes) {
      const reading = queue.then(() => read(bytes));
      queue = reading.catch(() => {});
      return reading;
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
