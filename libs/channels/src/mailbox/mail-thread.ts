import { type Reading, Unreadable } from '@hub/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MailAnswer } from './mail-worker';

/** One mail that somebody waits for. */
export interface Job {
  readonly bytes: Uint8Array;
  resolve(reading: Reading): void;
  reject(error: Error): void;
}

export interface ThreadSettings {
  readonly deadlineMs: number;
  readonly memoryMb: number;
  /** Takes back the mails behind the one that ended the thread. */
  requeue(jobs: Job[]): void;
  /** There is room for more. */
  wake(): void;
}

/** Jest runs the TypeScript; a worker thread needs the compiled twin below dist/. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/channels/src/mailbox/mail-worker.js')
  : join(__dirname, 'mail-worker.js');

const TICKS = 10;
/** How many mails wait inside the thread, so that it never idles between two; and how many bytes of them. */
const WINDOW = 32;
const WINDOW_BYTES = 4 << 20;

/**
 * A thread that reads mails in order. The first unanswered mail is the one at work, so it is the one to blame when the thread
 * hangs or dies; the thread is replaced by a fresh one at the next mail.
 */
export class MailThread {
  private worker: Worker | null = null;
  private ready = false;
  private readonly jobs: Job[] = [];
  private bytes = 0;
  private clock: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(private readonly settings: ThreadSettings) {}

  get load(): number {
    return this.jobs.length;
  }

  hasRoomFor = (job: Job): boolean =>
    this.jobs.length === 0 || (this.jobs.length < WINDOW && this.bytes + job.bytes.length <= WINDOW_BYTES);

  send(job: Job): void {
    this.worker ??= this.start();
    this.worker.ref();
    this.jobs.push(job);
    this.bytes += job.bytes.length;
    // A copy is handed over and the original kept, to be sent again should a mail before it end the thread.
    const copy = new Uint8Array(job.bytes);
    this.worker.postMessage(copy, [copy.buffer]);
    if (this.ready && !this.clock) this.startClock();
  }

  async close(): Promise<void> {
    const jobs = this.jobs.splice(0);
    const worker = this.worker;
    this.forget();
    for (const job of jobs) job.reject(new Error('邮件读取已经停止。'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: this.settings.memoryMb } });
    const ours = (act: () => void) => () => void (this.worker === worker && act());
    worker.on('message', (answer: MailAnswer) => ours(() => this.take(answer))());
    worker.once('error', (error: NodeJS.ErrnoException) =>
      ours(() =>
        this.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? '读这封邮件要用的内存太多，已经停下。' : reasonOf(error), error),
      )(),
    );
    worker.once('exit', () => ours(() => this.fail('读这封邮件时程序中断了。'))());
    return worker;
  }

  private take(answer: MailAnswer): void {
    if ('ready' in answer) {
      this.ready = true;
      return this.startClock();
    }
    const job = this.jobs.shift()!;
    this.bytes -= job.bytes.length;
    if (this.jobs.length > 0) this.ticks = 0;
    else this.rest();
    if ('reading' in answer) job.resolve(answer.reading);
    else job.reject(new Unreadable(answer.unreadable));
    this.settings.wake();
  }

  /** An idle thread does not keep the process alive. */
  private rest(): void {
    clearInterval(this.clock ?? undefined);
    this.clock = null;
    this.worker?.unref();
  }

  /** Time is counted in ticks of the clock: where the whole process stood still for a while, no mail is to blame for it. */
  private startClock(): void {
    if (this.jobs.length === 0) return;
    const { deadlineMs } = this.settings;
    this.ticks = 0;
    this.clock = setInterval(() => {
      const late = this.jobs[0];
      if (++this.ticks < TICKS) return;
      // Our own thread may have been the slow one: answers that wait are taken first.
      setImmediate(() => {
        if (late && this.jobs[0] === late) this.fail(`${deadlineMs / 1000} 秒内没有读完，已经停下。`);
      });
    }, deadlineMs / TICKS);
  }

  private fail(reason: string, error?: Error): void {
    const { worker, ready } = this;
    const jobs = this.jobs.splice(0);
    this.forget();
    void worker?.terminate();
    if (ready) jobs.shift()?.reject(new Unreadable(reason));
    // A thread that never began is our fault and not the mail's: nothing may be put aside for it.
    else
      for (const job of jobs.splice(0))
        job.reject(new Error(`读邮件的程序启动不了（${error?.message ?? reason}），请先运行 npm run build。`));
    this.settings.requeue(jobs);
  }

  private forget(): void {
    clearInterval(this.clock ?? undefined);
    this.clock = null;
    this.worker = null;
    this.ready = false;
    this.bytes = 0;
  }
}

const reasonOf = (error: Error) => `读这封邮件时出错（${error.message}）。`;
