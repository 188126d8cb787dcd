import type { Day, Instant, OrderState } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { AppealEntity } from '../entities/appeal.entity';
import { NoticeEntity } from '../entities/notice.entity';
import { SupervisionOrderEntity } from '../entities/supervision-order.entity';
import { UserEntity } from '../entities/user.entity';
import { insertRows } from '../insert-rows';

export type NewOrder = Omit<SupervisionOrderEntity, 'id'>;
export type NewNotice = Omit<NoticeEntity, 'id' | 'readAt'>;

/** Supervision orders. */
export class OrderStore {
  constructor(private readonly manager: EntityManager) {}

  of(appealId: number): Promise<SupervisionOrderEntity[]> {
    return this.manager.find(SupervisionOrderEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async ofAll(appealIds: readonly number[]): Promise<SupervisionOrderEntity[]> {
    return appealIds.length ? this.manager.findBy(SupervisionOrderEntity, { appealId: In([...appealIds]) }) : [];
  }

  async add(orders: readonly NewOrder[]): Promise<void> {
    await insertRows(this.manager, SupervisionOrderEntity, orders);
  }

  async change(id: number, change: Partial<NewOrder>): Promise<void> {
    await this.manager.update(SupervisionOrderEntity, { id }, change);
  }
}

/** What members of staff are told of. */
export class NoticeStore {
  constructor(private readonly manager: EntityManager) {}

  /** Those who may be told, a few dozen; inside the transaction, so that nobody is told after he has left. */
  staff(): Promise<UserEntity[]> {
    return this.manager.findBy(UserEntity, { disabled: false });
  }

  /** Written by hand: the watch adds thousands, and an ORM's row objects would cost more than the rows. */
  async add(notices: readonly NewNotice[]): Promise<void> {
    for (let first = 0; first < notices.length; first += 500) {
      const some = notices.slice(first, first + 500);
      await this.manager.query(
        `INSERT INTO notices (userId, kind, appealId, text, at) VALUES ${some.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        some.flatMap(({ userId, kind, appealId, text, at }) => [userId, kind, appealId, text, at]),
      );
    }
  }

  /** A person's own notices only; what is read stays read at its first time. */
  async read(userId: number, ids: readonly number[] | null, at: Instant): Promise<void> {
    const which = ids ? { id: In([...ids]) } : {};
    await this.manager
      .createQueryBuilder()
      .update(NoticeEntity)
      .set({ readAt: at })
      .where({ userId, ...which })
      .andWhere('readAt IS NULL')
      .execute();
  }
}

/** A place among what is due, so that no batch looks twice at what the one before has passed. */
export interface WatchPlace {
  readonly dueOn: Day;
  readonly id: number;
}

/**
 * What has become due and was not told yet. Each batch is one range of an index that begins with what has been told, so
 * that only rows are read that are going to be told of; they stay held until the transaction ends.
 */
export class WatchStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  appealsDue(told: number, upTo: Day, after: WatchPlace | null, limit: number): Promise<AppealEntity[]> {
    const query = this.manager
      .createQueryBuilder(AppealEntity, 'due')
      .where('due.open = :open AND due.warnedLevel = :told AND due.dueOn <= :upTo', { open: true, told, upTo });
    if (after) query.andWhere('due.dueOn >= :dueOn AND (due.dueOn > :dueOn OR due.id > :id)', { ...after });
    // SQLite's transaction already holds the whole file.
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.orderBy('due.dueOn').addOrderBy('due.id').limit(limit).getMany();
  }

  async appealsTold(ids: readonly number[], level: number): Promise<void> {
    if (ids.length) await this.manager.update(AppealEntity, { id: In([...ids]) }, { warnedLevel: level });
  }

  ordersDue(
    state: OrderState,
    told: number,
    upTo: Day,
    after: WatchPlace | null,
    limit: number,
  ): Promise<SupervisionOrderEntity[]> {
    const query = this.manager
      .createQueryBuilder(SupervisionOrderEntity, 'due')
      .where('due.state = :state AND due.warnedLevel = :told AND due.dueOn <= :upTo', { state, told, upTo });
    if (after) query.andWhere('due.dueOn >= :dueOn AND (due.dueOn > :dueOn OR due.id > :id)', { ...after });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.orderBy('due.dueOn').addOrderBy('due.id').limit(limit).getMany();
  }

  async ordersTold(ids: readonly number[], level: number): Promise<void> {
    if (ids.length) await this.manager.update(SupervisionOrderEntity, { id: In([...ids]) }, { warnedLevel: level });
  }

  async appeals(ids: readonly number[]): Promise<Map<number, AppealEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.manager.findBy(AppealEntity, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Counts what rules have suggested and issued; not a change of the appeal that a person could be too late for. */
  async raised(ids: readonly number[], suggested: number, issued: number): Promise<void> {
    if (!ids.length) return;
    await this.manager
      .createQueryBuilder()
      .update(AppealEntity)
      .set({
        suggestedOrders: () => `suggestedOrders + ${suggested}`,
        openOrders: () => `openOrders + ${issued}`,
        unansweredOrders: () => `unansweredOrders + ${issued}`,
        ...(issued ? { supervised: true } : {}),
      })
      .where({ id: In([...ids]) })
      .execute();
  }
}
