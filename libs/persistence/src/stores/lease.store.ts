import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { databaseTime } from '../database-time';
import { ChannelLeaseEntity } from '../entities/channel-lease.entity';

/** A claim on a channel: what is written under it is refused once somebody else has claimed it. */
export interface Fence {
  readonly name: string;
  readonly token: number;
  /** How long the claim holds after each sign of life. */
  readonly ttlMs: number;
}

/** Our claim, or who has the channel and for how long at least. */
export type Claim = { readonly fence: Fence } | { readonly heldBy: string; readonly freeInMs: number };

/** Another process has the channel now; nothing of this transaction is kept. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`渠道“${name}”已由另一个进程接手收件。`);
    this.name = 'LeaseLost';
  }
}

/** Leases on channels, all by the database's clock, so that no process's clock counts. */
export class LeaseStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** Takes the channel where its lease has ended or is the owner's own. */
  async claim(name: string, owner: string, ttlMs: number): Promise<Claim> {
    if (!(await this.take(name, owner, ttlMs))) {
      const there = await this.manager.existsBy(ChannelLeaseEntity, { name });
      if (!there) await this.create(name);
      if (there || !(await this.take(name, owner, ttlMs))) return this.heldBy(name, ttlMs);
    }
    const { token } = await this.manager.findOneByOrFail(ChannelLeaseEntity, { name });
    return { fence: { name, token, ttlMs } };
  }

  /** Proves, within the transaction that it stands in, that the claim still holds, and prolongs it; false where it was taken over. */
  async hold({ name, token, ttlMs }: Fence): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(ChannelLeaseEntity)
      .set({ leaseUntil: () => this.at(ttlMs) })
      .where('name = :name AND token = :token', { name, token })
      .execute();
    return affected === 1;
  }

  /** Gives the channel back at once; what is still written under the claim is refused. */
  async release({ name, token }: Fence): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .update(ChannelLeaseEntity)
      .set({ owner: null, token: token + 1, leaseUntil: () => this.at(0) })
      .where('name = :name AND token = :token', { name, token })
      .execute();
  }

  /** Frees the channel of an owner that is known to be dead. */
  async evict(name: string, owner: string): Promise<void> {
    await this.manager.update(ChannelLeaseEntity, { name, owner }, { owner: null });
  }

  private async take(name: string, owner: string, ttlMs: number): Promise<boolean> {
    // An end that no claim can have set is what a clock that was put back has left.
    const free = `owner IS NULL OR owner = :owner OR leaseUntil <= ${this.at(0)} OR leaseUntil > ${this.at(Math.max(2 * ttlMs, 60_000))}`;
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(ChannelLeaseEntity)
      .set({ owner, token: () => 'token + 1', leaseUntil: () => this.at(ttlMs) })
      .where(`name = :name AND (${free})`, { name, owner })
      .execute();
    return affected === 1;
  }

  private async create(name: string): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(ChannelLeaseEntity)
      .values({ name, owner: null, token: 0, leaseUntil: () => this.at(0) })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  private async heldBy(name: string, ttlMs: number): Promise<Claim> {
    const row = await this.manager
      .createQueryBuilder(ChannelLeaseEntity, 'lease')
      .select('lease.owner', 'owner')
      .addSelect('lease.leaseUntil', 'until')
      .addSelect(this.at(0), 'now')
      .where('lease.name = :name', { name })
      .getRawOne<{ owner: string | null; until: string; now: string }>();
    const left = row ? Date.parse(row.until) - Date.parse(row.now) : 0;
    return { heldBy: row?.owner ?? '', freeInMs: Math.min(Math.max(left, 0), ttlMs) };
  }

  private at(ms: number): string {
    return databaseTime(this.engine, ms);
  }
}
