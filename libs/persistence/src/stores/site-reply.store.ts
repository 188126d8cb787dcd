import { clip, type Instant } from '@hub/domain';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { SiteReplyEntity } from '../entities/site-reply.entity';
import type { Secrets } from '../secrets';

export type NewSiteReply = Pick<
  SiteReplyEntity,
  'appealId' | 'messageId' | 'channel' | 'source' | 'postId' | 'url' | 'mark' | 'body' | 'createdAt'
>;

/** What became of an answer that was in hand. */
export type SiteReplyResult = Pick<SiteReplyEntity, 'state' | 'lastError' | 'sentAt'> &
  Partial<Pick<SiteReplyEntity, 'nextAt' | 'attempts' | 'doubts' | 'doubtSince'>>;

type Held = Pick<SiteReplyEntity, 'id' | 'leaseToken'>;

/** Answers owed to complaint sites, and the courier's leases on them. Sites are paced as domains of letters are. */
export class SiteReplyStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  /** Under what `outboxDomains` paces a site. */
  keyOf(channel: string): string {
    return this.secrets.domainKey(`site:${channel}`);
  }

  async add(reply: NewSiteReply): Promise<void> {
    const fresh = { attempts: 0, doubts: 0, doubtSince: null, leaseOwner: null, leaseUntil: null, leaseToken: 0 };
    const row = { ...reply, ...fresh, state: 'pending' as const, nextAt: reply.createdAt, lastError: null, sentAt: null };
    await this.manager.insert(SiteReplyEntity, row);
  }

  of(appealId: number): Promise<Pick<SiteReplyEntity, 'id' | 'state'>[]> {
    return this.manager.find(SiteReplyEntity, { select: { id: true, state: true }, where: { appealId } });
  }

  /** Of these channels, those with an answer that is due. */
  async due(channels: readonly string[], now: Instant): Promise<string[]> {
    const found: string[] = [];
    for (const channel of channels) {
      const where = { channel, state: 'pending' as const, nextAt: LessThanOrEqual(now) };
      if (await this.manager.findOne(SiteReplyEntity, { select: { id: true }, where })) found.push(channel);
    }
    return found;
  }

  /** Takes the answer that has waited longest; committed before anything is posted, under a new fencing token. */
  async claim(channel: string, owner: string, now: Instant, leaseUntil: Instant): Promise<SiteReplyEntity | null> {
    const due = await this.manager.findOne(SiteReplyEntity, {
      where: { channel, state: 'pending', nextAt: LessThanOrEqual(now) },
      order: { nextAt: 'ASC', id: 'ASC' },
    });
    if (!due) return null;
    const { id, leaseToken } = due;
    const { affected } = await this.manager.update(
      SiteReplyEntity,
      { id, leaseToken, state: 'pending' },
      { state: 'sending', leaseOwner: owner, leaseUntil, leaseToken: leaseToken + 1, attempts: due.attempts + 1 },
    );
    return affected === 1 ? this.manager.findOneByOrFail(SiteReplyEntity, { id }) : null;
  }

  inHand(): Promise<SiteReplyEntity[]> {
    return this.manager.findBy(SiteReplyEntity, { state: 'sending' });
  }

  /** Writes what became of it if the lease is still ours; false where another courier took over. */
  async settle({ id, leaseToken }: Held, change: SiteReplyResult): Promise<boolean> {
    const { affected } = await this.manager.update(
      SiteReplyEntity,
      { id, leaseToken, state: 'sending' },
      { ...change, lastError: change.lastError && clip(change.lastError, 480), leaseOwner: null, leaseUntil: null },
    );
    return affected === 1;
  }

  find(id: number): Promise<Pick<SiteReplyEntity, 'id' | 'appealId' | 'channel'> | null> {
    return this.manager.findOne(SiteReplyEntity, { select: { id: true, appealId: true, channel: true }, where: { id } });
  }

  /** Those that were given up. */
  dead(): Promise<Pick<SiteReplyEntity, 'id' | 'appealId' | 'channel'>[]> {
    return this.manager.find(SiteReplyEntity, { select: { id: true, appealId: true, channel: true }, where: { state: 'dead' } });
  }

  /** A person wants them tried again now; they are looked for on the site first, as always. Gives how many. */
  async retry(ids: readonly number[], now: Instant): Promise<number> {
    if (!ids.length) return 0;
    const { affected } = await this.manager.update(
      SiteReplyEntity,
      { id: In([...ids]), state: In(['dead', 'pending']) },
      { state: 'pending', nextAt: now, attempts: 0, doubts: 0 },
    );
    return affected ?? 0;
  }
}
