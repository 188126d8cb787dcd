import type { OrderState, Sight } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { NoticeEntity } from '../entities/notice.entity';
import { SupervisionOrderEntity } from '../entities/supervision-order.entity';
import { sightSources } from './sight.sql';

export interface WithAppeal<T> {
  readonly row: T;
  readonly appeal: AppealEntity;
}

/** Orders and notices with the appeals they are about; the caller leaves out what the asker may not know of. */
@Injectable()
export class SupervisionQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  ordersOf(appealId: number): Promise<SupervisionOrderEntity[]> {
    return this.manager.find(SupervisionOrderEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  /** Orders in this state, the nearest due day first. */
  async orders(state: OrderState, sight: Sight, limit: number): Promise<WithAppeal<SupervisionOrderEntity>[]> {
    const ids: number[] = [];
    for (const { from, sql, values } of sightSources(sight)) {
      const rows = (await this.database.reader.query(
        `SELECT o.id FROM ${from} JOIN supervision_orders o ON o.appealId = a.id
         WHERE ${[...sql, 'o.state = ?'].join(' AND ')} ORDER BY o.dueOn, o.id LIMIT ${limit}`,
        [...values, state],
      )) as { id: number }[];
      ids.push(...rows.map(({ id }) => id));
    }
    const rows = ids.length
      ? await this.manager.find(SupervisionOrderEntity, {
          where: { id: In(ids) },
          order: { dueOn: 'ASC', id: 'ASC' },
          take: limit,
        })
      : [];
    return this.withAppeals(rows);
  }

  /** A person's notices, newest first. */
  async notices(userId: number, unread: boolean, before: number | null, limit: number): Promise<WithAppeal<NoticeEntity>[]> {
    const query = this.manager
      .createQueryBuilder(NoticeEntity, 'notice')
      .where({ userId, ...(unread ? { readAt: IsNull() } : {}) })
      .orderBy('notice.id', 'DESC')
      .limit(limit);
    if (before !== null) query.andWhere('notice.id < :before', { before });
    return this.withAppeals(await query.getMany());
  }

  private async withAppeals<T extends { readonly appealId: number }>(rows: readonly T[]): Promise<WithAppeal<T>[]> {
    const ids = [...new Set(rows.map(({ appealId }) => appealId))];
    const appeals = ids.length ? await this.manager.findBy(AppealEntity, { id: In(ids) }) : [];
    const byId = new Map(appeals.map((appeal) => [appeal.id, appeal]));
    return rows.flatMap((row) => {
      const appeal = byId.get(row.appealId);
      return appeal ? [{ row, appeal }] : [];
    });
  }
}
