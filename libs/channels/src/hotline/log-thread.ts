import { NoTextColumn, Unreadable } from '@hub/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LogAnswer } from './log-worker';
import type { LogTask } from './parse-log';

const MEMORY_MB = 96;
const TOO_MUCH_MEMORY = '读不出这个文件：它要用的内存太多。请拆成几个小一些的文件再试。';
const tooLong = (ms: number) => `读不出这个文件：${ms / 1000} 秒内没有读完。请拆成几个小一些的文件再试。`;

/** Jest runs the TypeScript; a worker thread needs the compiled twin below dist/. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/channels/src/hotline/log-worker.js')
  : join(__dirname, 'log-worker.js');

const troubleIn = ({ unreadable, unfinished, textless }: Extract<LogAnswer, { unreadable: string }>): Unreadable =>
  textless ? new NoTextColumn(unreadable, textless) : new Unreadable(unreadable, unfinished);

/** A thread that reads one log and is asked for one piece after the other; a hostile file takes only its thread down. */
export class LogThread {
  private readonly worker: Worker;
  private ended: Error | null = null;
  private waiting: { resolve(answer: LogAnswer): void; reject(error: Error): void } | null = null;

  constructor(
    task: LogTask,
    private readonly deadlineMs: number,
  ) {
    const limits = { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 8 };
    this.worker = new Worker(WORKER, { workerData: task, execArgv: [], resourceLimits: limits });
    this.worker.on('message', (answer: LogAnswer) => {
      if ('unreadable' in answer) this.end(troubleIn(answer));
      else this.settle().resolve(answer);
    });
    this.worker.once('error', (error: NodeJS.ErrnoException) =>
      this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable(TOO_MUCH_MEMORY) : error),
    );
    this.worker.once('exit', () => this.end(new Error('台账读取中断了。')));
  }

  /** The next piece. Rejects with `Unreadable`, also where it does not come in time. One call at a time. */
  ask(): Promise<LogAnswer> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      const deadline = setTimeout(() => this.end(new Unreadable(tooLong(this.deadlineMs))), this.deadlineMs);
      const done =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(deadline);
          then(value);
        };
      this.waiting = { resolve: done(resolve), reject: done(reject) };
      this.worker.postMessage('next');
    });
  }

  end(why: Error = new Error('台账读取已经停止。')): void {
    if (this.ended) return;
    this.ended = why;
    void this.worker.terminate();
    this.settle().reject(why);
  }

  private settle() {
    const waiting = this.waiting;
    this.waiting = null;
    return waiting ?? { resolve: () => undefined, reject: () => undefined };
  }
}
