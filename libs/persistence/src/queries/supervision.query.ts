import type { Day, OrderState, RevisitState, Sight } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { NoticeEntity } from '../entities/notice.entity';
import { RevisitTaskEntity } from '../entities/revisit.entity';
import { SupervisionOrderEntity } from '../entities/supervision-order.entity';
import { sightSources } from './sight.sql';

export interface WithAppeal<T> {
  readonly row: T;
  readonly appeal: AppealEntity;
}

interface Due {
  readonly id: number;
  readonly appealId: number;
  readonly dueOn: Day;
}

/** Orders, revisits and notices with the appeals they are about; the caller leaves out what the asker may not know of. */
@Injectable()
export class SupervisionQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  /** Orders in this state, the nearest due day first. */
  orders(state: OrderState, sight: Sight, limit: number): Promise<WithAppeal<SupervisionOrderEntity>[]> {
    return this.inState(SupervisionOrderEntity, 'supervision_orders', state, sight, limit);
  }

  revisits(state: RevisitState, sight: Sight, limit: number): Promise<WithAppeal<RevisitTaskEntity>[]> {
    return this.inState(RevisitTaskEntity, 'revisit_tasks', state, sight, limit);
  }

  private async inState<T extends Due>(
    entity: new () => T,
    table: 'supervision_orders' | 'revisit_tasks',
    state: string,
    sight: Sight,
    limit: number,
  ): Promise<WithAppeal<T>[]> {
    const ids: number[] = [];
    for (const { from, sql, values } of sightSources(sight)) {
      const rows = (await this.database.reader.query(
        `SELECT o.id FROM ${from} JOIN ${table} o ON o.appealId = a.id
         WHERE ${[...sql, 'o.state = ?'].join(' AND ')} ORDER BY o.dueOn, o.id LIMIT ${limit}`,
        [...values, state],
      )) as { id: number }[];
      ids.push(...rows.map(({ id }) => id));
    }
    const found = ids.length ? await this.manager.createQueryBuilder(entity, 'row').whereInIds(ids).getMany() : [];
    const rows = found.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id);
    return this.withAppeals(rows.slice(0, limit));
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
