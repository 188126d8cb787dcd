import { setTimeout as rest } from 'node:timers/promises';
import { instant, maskIdentityIn, NOBODY, type Instant, type OwedPosting, type Posting } from '@hub/domain';
import {
  databaseTrouble,
  isUnreachable,
  type SiteReplyEntity,
  type SiteReplyResult,
  type Stores,
  type UnitOfWork,
} from '@hub/persistence';
import { comeToLife, isGone, newOwner, passAway } from '../owner';
import { CUT_OFF, MOST_DOUBTS, siteReplyResult, siteRest } from './verdict';

/** A site on which answers are posted; its own part looks first whether an answer stands there. */
export interface ReplySite {
  /** Name of the channel. */
  readonly channel: string;
  readonly paceMs: number;
  /** Longer than a try may take. */
  readonly leaseMs: number;
  post(owed: OwedPosting, now: number): Promise<Posting>;
}

export interface SiteReplyCourierOptions {
  readonly log: { warn(line: string): void };
  /** Why this answer may no longer be posted; null where it may. */
  readonly refusal: (stores: Stores, reply: SiteReplyEntity) => Promise<string | null>;
  /** What became of an answer is written into the file of its appeal, in the same transaction. */
  readonly settled: (stores: Stores, reply: SiteReplyEntity, result: SiteReplyResult, at: Instant) => Promise<void>;
}

interface InHand {
  readonly reply: SiteReplyEntity;
  readonly failures: number;
  readonly leaseUntil: Instant;
}

/**
 * Takes answers to complaint sites, to each one after another: claims and commits, posts outside of any transaction, and
 * writes the result under its fencing token. What nobody saw the end of may stand there, and is looked for before anything
 * else; see `ReplySite`.
 */
export class SiteReplyCourier {
  private readonly owner = newOwner();
  private readonly sites: ReadonlyMap<string, ReplySite>;
  private stopping = new AbortController();
  private loop: Promise<void> | null = null;
  /** Answers of which this process will say what became of them, whatever their leases say. */
  private readonly known = new Set<number>();

  constructor(
    private readonly work: UnitOfWork,
    sites: readonly ReplySite[],
    private readonly options: SiteReplyCourierOptions,
  ) {
    this.sites = new Map(sites.map((site) => [site.channel, site]));
    comeToLife(this.owner);
  }

  /** Posts whatever may be posted now; gives how many tries that took. `now` is for tests: time goes on from there. */
  async runOnce(now: Instant = instant(Date.now())): Promise<number> {
    const ahead = Date.parse(now) - Date.now();
    const clock = () => Date.now() + ahead;
    let tried = 0;
    const visit = async (channel: string) => {
      while (!this.stopping.signal.aborted && (await this.take(this.sites.get(channel)!, clock))) tried += 1;
    };
    await Promise.all((await this.due(clock())).map(visit));
    return tried;
  }

  start(intervalMs: number): void {
    if (this.loop || this.sites.size === 0) return;
    this.stopping = new AbortController();
    comeToLife(this.owner);
    this.loop = this.run(intervalMs, this.stopping.signal);
  }

  /** Waits for what is being posted. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    passAway(this.owner);
    this.loop = null;
  }

  private async run(intervalMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.runOnce().catch((error: unknown) =>
        this.options.log.warn(`往网站贴答复出错，稍后再试。${databaseTrouble(error)}`),
      );
      await rest(intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** What lay with a courier that is no more comes back, and may stand on its site; then the sites with something due. */
  private due(now: number): Promise<string[]> {
    return this.work.run(async ({ siteReplies, outboxDomains }) => {
      const gone = new Set<string>();
      for (const reply of await siteReplies.inHand()) {
        if (this.known.has(reply.id)) continue;
        const dead = isGone(reply.leaseOwner ?? '');
        if (!dead && (reply.leaseUntil ?? '') > instant(now)) continue;
        await siteReplies.settle(reply, { ...siteReplyResult(reply, CUT_OFF, now), state: 'pending', nextAt: instant(now) });
        if (dead) gone.add(reply.leaseOwner!);
      }
      if (gone.size) await outboxDomains.freeAllOf([...gone]);
      return siteReplies.due([...this.sites.keys()], instant(now));
    });
  }

  /** One try at one site; false where there is none now. */
  private async take(site: ReplySite, clock: () => number): Promise<boolean> {
    const hand = await this.claim(site, clock());
    if (!hand) return false;
    const { reply } = hand;
    this.known.add(reply.id);
    try {
      const posting = await this.deliver(site, reply, clock());
      await this.insist(() => this.record(site, hand, posting, clock()));
    } finally {
      this.known.delete(reply.id);
    }
    return true;
  }

  private claim({ channel, leaseMs }: ReplySite, at: number): Promise<InHand | null> {
    const now = instant(at);
    const leaseUntil = instant(at + leaseMs);
    return this.work.run(async ({ siteReplies, outboxDomains }) => {
      const key = siteReplies.keyOf(channel);
      const failures = await outboxDomains.lease(key, this.owner, now, leaseUntil);
      if (failures === null) return null;
      const reply = await siteReplies.claim(channel, this.owner, now, leaseUntil);
      if (!reply) await outboxDomains.free(key, this.owner, leaseUntil);
      return reply && { reply, failures, leaseUntil };
    });
  }

  private async deliver(site: ReplySite, reply: SiteReplyEntity, now: number): Promise<Posting> {
    const { postId, url, body, mark, doubtSince } = reply;
    const refusal = await this.work.run((stores) => this.options.refusal(stores, reply));
    if (refusal) return { outcome: 'refused', message: refusal, restMs: 0 };
    const mayPost = reply.doubts < MOST_DOUBTS;
    return site.post({ postId, url, body, mark, doubtSince, mayPost }, now).catch((error: unknown) => ({
      outcome: 'later',
      message: `贴答复出错：${String(error)}`,
      restMs: 0,
      ofSite: false,
      doubtful: true,
    }));
  }

  private async record(site: ReplySite, { reply, failures, leaseUntil }: InHand, posting: Posting, at: number): Promise<void> {
    const result = siteReplyResult(reply, posting, at);
    await this.work.run(async (stores) => {
      const { siteReplies, outboxDomains } = stores;
      const pause = siteRest(failures, posting, at, site.paceMs);
      await outboxDomains.free(siteReplies.keyOf(site.channel), this.owner, leaseUntil, pause);
      if (await siteReplies.settle(reply, result)) await this.options.settled(stores, reply, result, instant(at));
    });
    if (result.state === 'dead')
      this.options.log.warn(`第 ${reply.id} 条网站答复没有贴上：${maskIdentityIn(result.lastError ?? '', NOBODY)}`);
  }

  /** It may stand there already: a database that is away for a moment must not make anybody post it again. */
  private async insist(act: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await act();
      } catch (error) {
        if (this.stopping.signal.aborted || (tries >= 3 && !isUnreachable(error))) throw error;
        await rest(Math.min(200 * tries, 2_000));
      }
    }
  }
}
