import { randomBytes } from 'node:crypto';
import {
  clip,
  eventsOf,
  guardOf,
  maskIdentityIn,
  NOBODY,
  tokenState,
  webhookBody,
  type Appeal,
  type Instant,
  type WebhookEvent,
} from '@hub/domain';
import { In, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import { ApiTokenEntity } from '../entities/api-token.entity';
import { WebhookDeliveryEntity, WebhookSubscriptionEntity } from '../entities/webhook.entities';
import { insertRows } from '../insert-rows';
import type { ApiStore } from './api.store';

type Subject = Pick<
  Appeal,
  | 'id'
  | 'number'
  | 'channel'
  | 'outsideNumber'
  | 'status'
  | 'unitId'
  | 'departmentId'
  | 'secrecy'
  | 'targetUnitId'
  | 'aboutConduct'
>;

export type WebhookTarget = WebhookSubscriptionEntity;

/** What other systems are owed to be told; see `WebhookCourier` for how it goes out. */
export class WebhookStore {
  private subscriptions: Promise<WebhookSubscriptionEntity[]> | null = null;

  constructor(
    private readonly manager: EntityManager,
    private readonly api: ApiStore,
  ) {}

  /** Owes what there is to tell of appeals that are new (`before` null) or stand otherwise than before. */
  async tell(changes: readonly { before: Subject | null; after: Subject }[], at: Instant): Promise<void> {
    const news = changes.flatMap(({ before, after }) => eventsOf(before, after).map((event) => ({ event, appeal: after })));
    if (!news.length) return;
    this.subscriptions ??= this.open(at);
    const subscriptions = await this.subscriptions;
    if (!subscriptions.length) return;
    const handedIn = news.filter(({ appeal }) => appeal.channel === 'api').map(({ appeal }) => appeal.id);
    const owners = await this.api.ownersOf([...new Set(handedIn)]);
    const rows = news.flatMap(({ event, appeal }) =>
      subscriptions
        .filter(({ events }) => events.split(' ').includes(event))
        .filter(({ tokenId }) => (tokenId === null ? guardOf(appeal) === '' : owners.get(appeal.id) === tokenId))
        .map((subscription) => deliveryOf(subscription, event, appeal, at)),
    );
    await insertRows(this.manager, WebhookDeliveryEntity, rows);
  }

  private async open(now: Instant): Promise<WebhookSubscriptionEntity[]> {
    const active = await this.manager.findBy(WebhookSubscriptionEntity, { active: true });
    const ids = active.flatMap(({ tokenId }) => tokenId ?? []);
    if (!ids.length) return active;
    const tokens = await this.manager.findBy(ApiTokenEntity, { id: In(ids) });
    const good = new Set(tokens.filter((token) => tokenState(token, now) === 'active').map(({ id }) => id));
    return active.filter(({ tokenId }) => tokenId === null || good.has(tokenId));
  }

  async add(subscription: Omit<WebhookSubscriptionEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(WebhookSubscriptionEntity, subscription);
    return Number(identifiers[0]!['id']);
  }

  async change(id: number, change: Partial<Pick<WebhookSubscriptionEntity, 'active' | 'failures' | 'openAt'>>): Promise<boolean> {
    const { affected } = await this.manager.update(WebhookSubscriptionEntity, { id }, change);
    return affected === 1;
  }

  async pauseAllOf(tokenId: number): Promise<void> {
    await this.manager.update(WebhookSubscriptionEntity, { tokenId }, { active: false });
  }

  /** Addresses that may be told something now. */
  async due(now: Instant): Promise<number[]> {
    const rows = await this.manager
      .createQueryBuilder(WebhookSubscriptionEntity, 'target')
      .select('target.id', 'id')
      .where('target.active = :active AND target.openAt <= :now', { active: true, now })
      .andWhere('(target.leaseUntil IS NULL OR target.leaseUntil <= :now)')
      .andWhere((query) => {
        const waiting = query
          .subQuery()
          .select('1')
          .from(WebhookDeliveryEntity, 'delivery')
          .where("delivery.subscriptionId = target.id AND delivery.state = 'pending' AND delivery.nextAt <= :now");
        return `EXISTS ${waiting.getQuery()}`;
      })
      .getRawMany<{ id: number | string }>();
    return rows.map(({ id }) => Number(id));
  }

  leased(): Promise<Pick<WebhookSubscriptionEntity, 'id' | 'leaseOwner'>[]> {
    const select = { id: true, leaseOwner: true } as const;
    return this.manager.find(WebhookSubscriptionEntity, { select, where: { leaseOwner: Not(IsNull()) } });
  }

  async freeAllOf(owners: readonly string[]): Promise<void> {
    if (owners.length)
      await this.manager.update(
        WebhookSubscriptionEntity,
        { leaseOwner: In([...owners]) },
        { leaseOwner: null, leaseUntil: null },
      );
  }

  /** Takes an address and the oldest of what it is to be told; null where another has it, it rests, or nothing is due. */
  async claim(
    id: number,
    owner: string,
    now: Instant,
    leaseUntil: Instant,
  ): Promise<{ target: WebhookSubscriptionEntity; delivery: WebhookDeliveryEntity } | null> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(WebhookSubscriptionEntity)
      .set({ leaseOwner: owner, leaseUntil, leaseToken: () => 'leaseToken + 1' })
      .where('id = :id AND active = :active AND openAt <= :now AND (leaseUntil IS NULL OR leaseUntil <= :now)', {
        id,
        active: true,
        now,
      })
      .execute();
    if (affected !== 1) return null;
    const target = await this.manager.findOneByOrFail(WebhookSubscriptionEntity, { id });
    const delivery = await this.manager.findOne(WebhookDeliveryEntity, {
      where: { subscriptionId: id, state: 'pending', nextAt: LessThanOrEqual(now) },
      order: { nextAt: 'ASC', id: 'ASC' },
    });
    if (!delivery) {
      await this.manager.update(WebhookSubscriptionEntity, { id }, { leaseOwner: null, leaseUntil: null });
      return null;
    }
    const attempts = delivery.attempts + 1;
    await this.manager.update(WebhookDeliveryEntity, { id: delivery.id }, { attempts });
    return { target, delivery: { ...delivery, attempts } };
  }

  /** Writes what became of a try and gives the address back; nothing where another has taken it over meanwhile. */
  async settle(
    { target, delivery }: { readonly target: WebhookSubscriptionEntity; readonly delivery: WebhookDeliveryEntity },
    result: WebhookResult,
  ): Promise<void> {
    const { affected } = await this.manager.update(
      WebhookSubscriptionEntity,
      { id: target.id, leaseToken: target.leaseToken },
      { ...clipped(result.target), leaseOwner: null, leaseUntil: null },
    );
    if (affected !== 1) return;
    await this.manager.update(WebhookDeliveryEntity, { id: delivery.id }, clipped(result.delivery));
    // Whoever is back hears the rest at once.
    if (result.delivery.state === 'sent' && target.failures > 0)
      await this.manager.update(
        WebhookDeliveryEntity,
        { subscriptionId: target.id, state: 'pending', nextAt: MoreThan(result.target.openAt) },
        { nextAt: result.target.openAt },
      );
  }

  /** Forgets what was told before then, the oldest first and some at a time; answers how many. */
  async forgetSent(before: Instant, atMost: number): Promise<number> {
    const oldest = await this.manager.find(WebhookDeliveryEntity, {
      select: { id: true, sentAt: true },
      where: { state: 'sent' },
      order: { id: 'ASC' },
      take: atMost,
    });
    const ids = oldest.filter(({ sentAt }) => sentAt !== null && sentAt < before).map(({ id }) => id);
    if (ids.length) await this.manager.delete(WebhookDeliveryEntity, { id: In(ids) });
    return ids.length;
  }

  /** Tries again what was given up, all of an address or one; answers how many, and opens their addresses. */
  async retry(which: { readonly id?: number; readonly subscriptionId?: number }, now: Instant): Promise<number> {
    const waiting = await this.manager.find(WebhookDeliveryEntity, {
      select: { id: true, subscriptionId: true },
      where: { ...which, state: which.id === undefined ? 'dead' : In(['dead', 'pending']) },
    });
    if (!waiting.length) return 0;
    const ids = waiting.map(({ id }) => id);
    await this.manager.update(
      WebhookDeliveryEntity,
      { id: In(ids) },
      { state: 'pending', attempts: 0, nextAt: now, createdAt: now },
    );
    await this.manager.update(
      WebhookSubscriptionEntity,
      { id: In([...new Set(waiting.map(({ subscriptionId }) => subscriptionId))]) },
      { openAt: now },
    );
    return ids.length;
  }
}

/** What a try means for the delivery, and for its address. */
export interface WebhookResult {
  readonly delivery: Pick<WebhookDeliveryEntity, 'state' | 'lastError' | 'sentAt'> & { readonly nextAt?: Instant };
  readonly target: Pick<WebhookSubscriptionEntity, 'failures' | 'openAt' | 'lastError'> & {
    readonly lastOkAt?: Instant;
    readonly active?: boolean;
  };
}

const clipped = <T extends { readonly lastError: string | null }>(change: T): T => ({
  ...change,
  lastError: change.lastError && clip(change.lastError, 480),
});

function deliveryOf(
  { id: subscriptionId, tokenId }: WebhookSubscriptionEntity,
  event: WebhookEvent,
  { id: appealId, number, status, outsideNumber }: Subject,
  at: Instant,
): Omit<WebhookDeliveryEntity, 'id'> {
  const eventId = `evt_${randomBytes(18).toString('base64url')}`;
  // A number that another system gave may be anything, also a telephone.
  const known = tokenId === null ? outsideNumber && maskIdentityIn(outsideNumber, NOBODY) : outsideNumber;
  const body = webhookBody({ id: eventId, event, number, status, outsideNumber: known, at });
  const fresh = { state: 'pending' as const, attempts: 0, nextAt: at, lastError: null, createdAt: at, sentAt: null };
  return { subscriptionId, eventId, event, appealId, body, ...fresh };
}
