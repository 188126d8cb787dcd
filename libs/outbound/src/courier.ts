import { instant, maskIdentityIn, NOBODY, type Instant } from '@hub/domain';
import { databaseTrouble, domainOf, isUnreachable, type ClaimedLetter, type UnitOfWork } from '@hub/persistence';
import { setTimeout as rest } from 'node:timers/promises';
import { Undelivered, type Mailer } from './mail/mailer';
import { DatabaseClock } from './database-clock';
import { comeToLife, newOwner, passAway } from './owner';
import { LONGEST_WAIT_MS } from './next-try';
import { takeBack } from './take-back';
import { domainRest, letterResult, serverRest } from './verdict';

export interface CourierOptions {
  readonly log: { warn(line: string): void };
  /** A reply went out. Called before the outbox says so, and so perhaps twice; it must bear that. */
  readonly onDelivered?: (letter: ClaimedLetter, at: Instant) => Promise<void>;
  /** Letters a minute to one domain; 0, the default, is no limit. */
  readonly perMinute?: (domain: string) => number;
  /** Letters on their way at one time, each to another domain. */
  readonly hands?: number;
  /** After this a single letter is given up for now. */
  readonly letterMs?: number;
  /** How long a letter is ours; longer than it may take. */
  readonly leaseMs?: number;
}

type Clock = () => number;

interface InHand {
  readonly letter: ClaimedLetter;
  readonly failures: number;
  readonly leaseUntil: Instant;
}

/** While letters are on their way, others that fall due are looked for. */
const LOOK_MS = 1000;
/** A letter on its way when the hub stops gets this long. */
const GRACE_MS = 20_000;

/**
 * Takes the letters of the outbox to the outside, one at a time to each domain. Claims first and commits, sends outside of
 * any transaction, and writes each result under its fencing token: a letter may arrive twice after a crash, with one
 * Message-ID, and is never lost. It holds no more letters than it has hands.
 */
export class Courier {
  private readonly owner = newOwner();
  private readonly hands: number;
  private readonly leaseMs: number;
  private readonly letterMs: number;
  private stopping = new AbortController();
  private cutting = new AbortController();
  private loop: Promise<void> | null = null;
  private readonly time = new DatabaseClock();
  private looked = false;
  private nextAt: Instant | null = null;
  /** See OwnLetters. */
  private readonly known = new Set<number>();
  private readonly unsure = new Set<string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly options: CourierOptions,
  ) {
    ({ hands: this.hands = 4, letterMs: this.letterMs = 90_000 } = options);
    this.leaseMs = options.leaseMs ?? this.letterMs + 60_000;
    comeToLife(this.owner);
  }

  /** Sends whatever may go now; gives the number of letters taken in hand. `now` is for tests: time goes on from there. */
  async runOnce(now?: Instant): Promise<number> {
    const ahead = now ? Date.parse(now) - Date.now() : 0;
    const clock: Clock = () => this.time.now() + ahead;
    const busy = new Set<Promise<void>>();
    let taken = 0;
    let open: string[] = [];
    const take = async (domainKey: string) => {
      const done = await this.take(domainKey, clock);
      if (done) taken += 1;
      if (done === 'closed') open = [];
    };
    try {
      while (!this.stopping.signal.aborted) {
        const looked = open.length ? null : busy.size;
        if (looked !== null) open = await this.look(clock);
        for (const domainKey of open.splice(0, this.hands - busy.size)) {
          const one: Promise<void> = take(domainKey).finally(() => busy.delete(one));
          busy.add(one);
        }
        // What came back while we looked may have more behind it.
        if (!busy.size && !looked) break;
        if (!busy.size) continue;
        await Promise.race([...busy, rest(LOOK_MS, undefined, { ref: false })]);
      }
    } finally {
      await Promise.all(busy);
    }
    return taken;
  }

  start(intervalMs: number): void {
    if (this.loop) return;
    this.stopping = new AbortController();
    this.cutting = new AbortController();
    comeToLife(this.owner);
    this.loop = this.run(intervalMs, this.stopping.signal);
  }

  /** Waits for the letters that are on their way, and cuts them off in the end. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const cut = setTimeout(() => this.cutting.abort(), GRACE_MS);
    await this.loop;
    clearTimeout(cut);
    this.mailer.close?.();
    passAway(this.owner);
    this.loop = null;
  }

  private async run(intervalMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.runOnce().catch((error: unknown) => this.options.log.warn(`寄信出错，稍后再试。${databaseTrouble(error)}`));
      const opens = this.nextAt ? Math.max(Date.parse(this.nextAt) - this.time.now(), 20) : intervalMs;
      await rest(Math.min(intervalMs, opens), undefined, { signal }).catch(() => undefined);
    }
  }

  /** What lay with a courier that is no more comes back; then the domains that may be written to. */
  private async look(clock: Clock): Promise<string[]> {
    const unsure = [...this.unsure];
    const open = await this.work.run(async (stores) => {
      this.time.set(await stores.outboxDomains.now());
      const now = clock();
      if (!this.looked) await stores.outbox.pullIn(instant(now + LONGEST_WAIT_MS), instant(now));
      await takeBack(stores, { owner: this.owner, known: this.known, unsure: new Set(unsure) }, now);
      const { open, nextAt } = await stores.outboxDomains.waiting(instant(now));
      this.nextAt = nextAt;
      return open;
    });
    this.looked = true;
    unsure.forEach((domainKey) => this.unsure.delete(domainKey));
    return open;
  }

  private async take(domainKey: string, clock: Clock): Promise<'done' | 'closed' | null> {
    const began = clock();
    const hand = await this.claim(domainKey, began).catch((error: unknown) => {
      this.unsure.add(domainKey);
      throw error;
    });
    if (!hand) return null;
    const { id } = hand.letter;
    this.known.add(id);
    const trouble = await this.deliver(hand.letter);
    await this.record(hand, trouble, began, clock).finally(() => this.known.delete(id));
    return trouble?.obstacle === 'server' ? 'closed' : 'done';
  }

  private claim(domainKey: string, at: number): Promise<InHand | null> {
    const now = instant(at);
    const leaseUntil = instant(at + this.leaseMs);
    return this.work.run(async ({ outbox, outboxDomains }) => {
      const failures = await outboxDomains.lease(domainKey, this.owner, now, leaseUntil);
      if (failures === null) return null;
      const letter = await outbox.claim(domainKey, this.owner, now, leaseUntil);
      if (!letter) await outboxDomains.free(domainKey, this.owner, leaseUntil);
      return letter && { letter, failures, leaseUntil };
    });
  }

  private async deliver(letter: ClaimedLetter): Promise<Undelivered | null> {
    const late = AbortSignal.timeout(this.letterMs);
    const sent = this.mailer.send(letter, AbortSignal.any([late, this.cutting.signal])).then(
      () => null,
      (error: unknown) => (error instanceof Undelivered ? error : new Undelivered('later', `寄信出错：${String(error)}`)),
    );
    const over = new AbortController();
    const silent = rest(this.letterMs + 1000, undefined, { signal: over.signal, ref: false }).then(
      () => new Undelivered('later', '寄这封信超过了限定时间，不知道对方收下没有。', { doubtful: true, ofDomain: true }),
      () => null,
    );
    const trouble = await Promise.race([sent, silent]);
    over.abort();
    return trouble;
  }

  private async record({ letter, failures, leaseUntil }: InHand, trouble: Undelivered | null, began: number, clock: Clock) {
    const at = clock();
    if (!trouble && letter.kind === 'reply')
      await this.insist(letter, async () => this.options.onDelivered?.(letter, instant(at)));
    const result = letterResult(letter, trouble, at);
    const pause = domainRest(failures, trouble, at, this.options.perMinute?.(domainOf(letter.to)) ?? 0);
    let closed = false;
    await this.insist(letter, () =>
      this.work.run(async ({ outbox, outboxDomains }) => {
        await outbox.settle(letter, result);
        await outboxDomains.free(letter.domainKey, this.owner, leaseUntil, pause);
        if (trouble?.obstacle !== 'server') return outboxDomains.serverAnswered();
        const server = await outboxDomains.serverState();
        closed = await outboxDomains.restServer(instant(began), serverRest(server?.failures ?? 0, trouble, at));
      }),
    );
    if (!trouble) return;
    const words = maskIdentityIn(trouble.message, NOBODY);
    if (closed) this.options.log.warn(`寄信没有成功：${words}`);
    if (result.state === 'dead') this.options.log.warn(`第 ${letter.id} 封信寄不出，不再寄：${words}`);
  }

  /** The letter has gone: a database that is away must not make it go twice, however long it is away. */
  private async insist(letter: ClaimedLetter, act: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await act();
      } catch (error) {
        const away = isUnreachable(error) && !this.cutting.signal.aborted;
        if (tries >= 3 && !away) return this.options.log.warn(`第 ${letter.id} 封信的结果没有记下。${databaseTrouble(error)}`);
        await rest(Math.min(200 * tries, 2_000));
      }
    }
  }
}
