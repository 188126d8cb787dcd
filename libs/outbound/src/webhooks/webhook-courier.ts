import { setTimeout as rest } from 'node:timers/promises';
import { instant, type Instant } from '@hub/domain';
import { HttpTrouble, type GuardedHttp } from '@hub/http';
import {
  databaseTrouble,
  type Secrets,
  type UnitOfWork,
  type WebhookDeliveryEntity,
  type WebhookSubscriptionEntity,
} from '@hub/persistence';
import { comeToLife, isGone, newOwner, passAway } from '../owner';
import { signed } from './sign';
import { webhookResult, type WebhookOutcome } from './verdict';

export interface WebhookCourierOptions {
  readonly log: { warn(line: string): void };
  /** Addresses that are told something at one time; each gets one thing after another. */
  readonly hands?: number;
}

interface Hand {
  readonly target: WebhookSubscriptionEntity;
  readonly delivery: WebhookDeliveryEntity;
}

/** Longer than `GuardedHttp` lets a request take. */
const LEASE_MS = 90_000;
const LOOK_MS = 1000;
/** The address will be the same at the next try. */
const HOPELESS: readonly string[] = ['inward', 'address'];

/**
 * Tells other systems what they are owed to be told: claims and commits, sends outside of any transaction, and writes the
 * result under its fencing token. What is told may arrive twice under one id, and not in order; one address that hangs holds
 * one hand and no other address.
 */
export class WebhookCourier {
  private readonly owner = newOwner();
  private readonly hands: number;
  private stopping = new AbortController();
  private loop: Promise<void> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly http: GuardedHttp,
    private readonly options: WebhookCourierOptions,
  ) {
    this.hands = options.hands ?? 8;
    comeToLife(this.owner);
  }

  /** Tells whatever may be told now; gives how many tries that took. `now` is for tests: time goes on from there. */
  async runOnce(now: Instant = instant(Date.now())): Promise<number> {
    const ahead = Date.parse(now) - Date.now();
    const clock = () => Date.now() + ahead;
    const busy = new Map<number, Promise<void>>();
    let told = 0;
    while (!this.stopping.signal.aborted) {
      const due = (await this.due(instant(clock()))).filter((id) => !busy.has(id)).slice(0, this.hands - busy.size);
      for (const id of due) {
        const one = this.take(id, clock)
          .then((done) => void (told += done ? 1 : 0))
          // Its lease ends by itself, and it is told once more.
          .catch((error: unknown) => this.options.log.warn(`通知的结果没有记下。${databaseTrouble(error)}`))
          .finally(() => busy.delete(id));
        busy.set(id, one);
      }
      if (!busy.size) return told;
      await Promise.race([...busy.values(), rest(LOOK_MS, undefined, { ref: false })]);
    }
    await Promise.all(busy.values());
    return told;
  }

  start(intervalMs: number): void {
    if (this.loop) return;
    this.stopping = new AbortController();
    comeToLife(this.owner);
    this.loop = this.run(intervalMs, this.stopping.signal);
  }

  /** Waits for what is on its way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    passAway(this.owner);
    this.loop = null;
  }

  private async run(intervalMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.runOnce().catch((error: unknown) =>
        this.options.log.warn(`通知外部系统出错，稍后再试。${databaseTrouble(error)}`),
      );
      await rest(intervalMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private due(now: Instant): Promise<number[]> {
    return this.work.run(async ({ webhooks }) => {
      const left = (await webhooks.leased()).flatMap(({ leaseOwner }) => leaseOwner ?? []);
      await webhooks.freeAllOf([...new Set(left)].filter(isGone));
      return webhooks.due(now);
    });
  }

  private async take(id: number, clock: () => number): Promise<boolean> {
    const at = clock();
    const hand = await this.work.run(({ webhooks }) => webhooks.claim(id, this.owner, instant(at), instant(at + LEASE_MS)));
    if (!hand) return false;
    const outcome = await this.send(hand, clock());
    const about = { attempts: hand.delivery.attempts, owedSince: hand.delivery.createdAt, failures: hand.target.failures };
    const result = webhookResult(about, outcome, clock());
    await this.work.run(({ webhooks }) => webhooks.settle(hand, result));
    if (result.delivery.state === 'dead')
      this.options.log.warn(`通知“${hand.target.name}”的第 ${hand.delivery.id} 条送不到：${result.delivery.lastError}`);
    return true;
  }

  private async send({ target, delivery }: Hand, at: number): Promise<WebhookOutcome> {
    try {
      const secret = this.secrets.unseal(target.sealedSecret);
      const { status, headers } = await this.http.send(target.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed(secret, delivery.eventId, delivery.body, at) },
        body: delivery.body,
      });
      return { status, retryAfter: headers['retry-after'] };
    } catch (error) {
      if (error instanceof HttpTrouble) return { trouble: error.message, hopeless: HOPELESS.includes(error.code) };
      return { trouble: `通知出错：${String(error)}` };
    }
  }
}
