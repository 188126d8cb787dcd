import type { AcknowledgementCount, Instant } from '@hub/domain';
import { In, LessThan, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { AcknowledgementCountEntity, OwedAcknowledgementEntity } from '../entities/acknowledgement.entities';
import type { Engine } from '../data-source';
import { insertRows } from '../insert-rows';
import type { Secrets } from '../secrets';
import type { OwedLetter } from './outbox.store';

/** An acknowledgement as it was worded when its appeal was registered. */
export interface HeldAcknowledgement {
  readonly letter: OwedLetter;
  readonly number: string;
  readonly code: string;
}

/** Stands for the whole hub among the addresses. */
export const WHOLE_HUB = 'all';

/** How many acknowledgements went where, and those that wait for the next hour. */
export class AcknowledgementStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
    private readonly engine: Engine,
  ) {}

  keyOf(address: string): string {
    return this.secrets.index('email', address) ?? '';
  }

  async counts(keys: readonly string[]): Promise<Map<string, AcknowledgementCount>> {
    const rows = await this.manager.findBy(AcknowledgementCountEntity, { address: In([...keys, WHOLE_HUB]) });
    return new Map(rows.map((row) => [row.address, row]));
  }

  /** Writes counts down anew; `known` are those that have a row. */
  async keep(counts: ReadonlyMap<string, AcknowledgementCount>, known: ReadonlySet<string>): Promise<void> {
    const fresh = [...counts].filter(([address]) => !known.has(address));
    const there = [...counts].filter(([address]) => known.has(address));
    await insertRows(
      this.manager,
      AcknowledgementCountEntity,
      fresh.map(([address, { hour, inHour, day, inDay }]) => ({ address, hour, inHour, day, inDay })),
    );
    for (const [address, { hour, inHour, day, inDay }] of there)
      await this.manager.update(AcknowledgementCountEntity, { address }, { hour, inHour, day, inDay });
  }

  async hold(held: readonly HeldAcknowledgement[], dueAt: Instant): Promise<void> {
    const rows = held.map((one) => ({
      address: this.keyOf(one.letter.to),
      appealId: one.letter.appealId!,
      sealed: this.secrets.seal(JSON.stringify(one)),
      dueAt,
    }));
    await insertRows(this.manager, OwedAcknowledgementEntity, rows);
  }

  /** What waits and is due, by address, oldest first. */
  async due(now: Instant, limit: number): Promise<Map<string, { id: number; held: HeldAcknowledgement }[]>> {
    const rows = await this.held('held.dueAt <= :now', { now })
      .orderBy('held.dueAt')
      .addOrderBy('held.id')
      .limit(limit)
      .getMany();
    const byAddress = new Map<string, { id: number; held: HeldAcknowledgement }[]>();
    for (const { id, address, sealed } of rows) {
      byAddress.set(address, [...(byAddress.get(address) ?? []), { id, held: this.unsealed(sealed) }]);
    }
    return byAddress;
  }

  /** What waits about an appeal. */
  async heldOf(appealId: number): Promise<{ id: number; held: HeldAcknowledgement }[]> {
    const rows = await this.held('held.appealId = :appealId', { appealId }).getMany();
    return rows.map(({ id, sealed }) => ({ id, held: this.unsealed(sealed) }));
  }

  async reword(id: number, held: HeldAcknowledgement): Promise<void> {
    await this.manager.update(OwedAcknowledgementEntity, { id }, { sealed: this.secrets.seal(JSON.stringify(held)) });
  }

  async settle(ids: readonly number[]): Promise<void> {
    if (ids.length) await this.manager.delete(OwedAcknowledgementEntity, { id: In([...ids]) });
  }

  async putOff(ids: readonly number[], dueAt: Instant): Promise<void> {
    if (ids.length) await this.manager.update(OwedAcknowledgementEntity, { id: In([...ids]) }, { dueAt });
  }

  /** Read to be changed: whoever words them anew and whoever sends them must not pass each other. */
  private held(where: string, values: object): SelectQueryBuilder<OwedAcknowledgementEntity> {
    const query = this.manager.createQueryBuilder(OwedAcknowledgementEntity, 'held').where(where, values);
    return this.engine === 'mariadb' ? query.setLock('pessimistic_write') : query;
  }

  private unsealed(sealed: string): HeldAcknowledgement {
    return JSON.parse(this.secrets.unseal(sealed)) as HeldAcknowledgement;
  }

  /** Counts of days that have gone. */
  async forget(before: string): Promise<void> {
    await this.manager.delete(AcknowledgementCountEntity, { day: LessThan(before) });
  }
}
