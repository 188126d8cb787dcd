import { instant, maskIdentityIn, NOBODY, type Instant } from '@hub/domain';
import { databaseTrouble, type ClaimedLetter, type Stores, type UnitOfWork } from '@hub/persistence';
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as rest } from 'node:timers/promises';
import { Undelivered, type Mailer } from './mail/mailer';
import { MAX_ATTEMPTS, nextTry } from './next-try';

export interface CourierOptions {
  readonly log: { warn(line: string): void };
  /** A reply went out. Called before the outbox says so, and so perhaps twice; it must bear that. */
  readonly onDelivered?: (letter: ClaimedLetter, at: Instant) => Promise<void>;
  readonly batch?: number;
  /** How long a claimed batch is ours. */
  readonly leaseMs?: number;
  /** After this a single letter is given up for now. */
  readonly letterMs?: number;
}

type Clock = () => number;

/**
 * Takes the letters of the outbox to the outside. Claims them first and commits, sends outside of any transaction, and
 * writes each result under its fencing token: a letter may arrive twice after a crash, with one Message-ID, and is never lost.
 */
export class Courier {
  private readonly owner = `${hostname().slice(0, 30)}:${process.pid}:${randomBytes(4).toString('hex')}`;
  private readonly batch: number;
  private readonly leaseMs: number;
  private readonly letterMs: number;
  private stopping = new AbortController();
  private loop: Promise<void> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly options: CourierOptions,
  ) {
    ({ batch: this.batch = 20, leaseMs: this.leaseMs = 600_000, letterMs: this.letterMs = 90_000 } = options);
  }

  /** One pass; gives the number of letters taken in hand. `now` is for tests: time goes on from there. */
  async runOnce(now: Instant = instant(Date.now())): Promise<number> {
    const ahead = Date.parse(now) - Date.now();
    const clock: Clock = () => Date.now() + ahead;
    const until = clock() + this.leaseMs;
    const letters = await this.work.run(({ outbox }) => outbox.claim(this.owner, now, instant(until), this.batch));
    let closed: Undelivered | null = null;
    for (const letter of letters) {
      // What there is no time left for is handed back, so that no lease ends in the middle of a letter.
      if (this.stopping.signal.aborted || until - clock() < Math.min(this.letterMs, this.leaseMs / 2)) {
        await this.settle(letter, { state: 'pending', lastError: letter.lastError, sentAt: null, nextAt: instant(clock()) });
        continue;
      }
      const trouble: Undelivered | null = closed ?? (await this.deliver(letter));
      if (trouble?.obstacle === 'server') closed = trouble;
      await this.record(letter, trouble, clock);
    }
    if (closed) this.options.log.warn(`寄信没有成功：${closed.message}`);
    return letters.length;
  }

  start(intervalMs: number): void {
    if (this.loop) return;
    this.stopping = new AbortController();
    this.loop = this.run(intervalMs, this.stopping.signal);
  }

  /** Waits for the letter that is on its way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    this.loop = null;
  }

  private async run(intervalMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const taken = await this.runOnce().catch((error: unknown) => {
        this.options.log.warn(`寄信出错，稍后再试。${databaseTrouble(error)}`);
        return 0;
      });
      // A full batch means that more is waiting.
      if (taken < this.batch) await rest(intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async deliver(letter: ClaimedLetter): Promise<Undelivered | null> {
    const over = new AbortController();
    const late = rest(this.letterMs, undefined, { signal: over.signal, ref: false }).then(
      () => new Undelivered('later', '寄这封信超过了限定时间。'),
      () => null,
    );
    const sent = this.mailer.send(letter).then(
      () => null,
      (error: unknown) => (error instanceof Undelivered ? error : new Undelivered('later', `寄信出错：${String(error)}`)),
    );
    const trouble = await Promise.race([sent, late]);
    over.abort();
    return trouble;
  }

  private async record(letter: ClaimedLetter, trouble: Undelivered | null, clock: Clock): Promise<void> {
    const now = instant(clock());
    if (!trouble) {
      if (letter.kind === 'reply') await this.insist(letter, async () => this.options.onDelivered?.(letter, now));
      return this.settle(letter, { state: 'sent', lastError: null, sentAt: now });
    }
    const lastError = trouble.message;
    // A mail server that is away for a weekend says nothing against the letter.
    const spent = trouble.obstacle === 'later' && letter.attempts >= MAX_ATTEMPTS;
    if (trouble.obstacle === 'letter' || spent) {
      this.options.log.warn(`第 ${letter.id} 封信寄不出，不再寄：${maskIdentityIn(lastError, NOBODY)}`);
      return this.settle(letter, { state: 'dead', lastError, sentAt: null });
    }
    return this.settle(letter, { state: 'pending', lastError, sentAt: null, nextAt: nextTry(letter.attempts, clock()) });
  }

  private settle(letter: ClaimedLetter, change: Parameters<Stores['outbox']['settle']>[1]): Promise<void> {
    return this.insist(letter, async () => void (await this.work.run(({ outbox }) => outbox.settle(letter, change))));
  }

  /** The letter has gone: a database that is away for a moment must not make it go twice. */
  private async insist(letter: ClaimedLetter, act: () => Promise<void>): Promise<void> {
    for (let left = 3; ; left--) {
      try {
        return await act();
      } catch (error) {
        if (left === 1) return this.options.log.warn(`第 ${letter.id} 封信的结果没有记下。${databaseTrouble(error)}`);
        await rest(200 * (4 - left));
      }
    }
  }
}
