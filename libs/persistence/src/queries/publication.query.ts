import { NotFound, type Instant, type PublicationState, type Sight } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { PublicationEntity } from '../entities/publication.entity';
import { sightSources } from './sight.sql';

export interface PublicationRow {
  readonly publication: PublicationEntity;
  readonly appeal: AppealEntity;
}

/** Of the answers given last so many are looked through for what nobody has decided about. */
const LOOKED_THROUGH = 300;

/** Reads publications for the bureau: each person those of the appeals he may know of. */
@Injectable()
export class PublicationQuery {
  constructor(private readonly database: Database) {}

  async byId(id: number): Promise<PublicationEntity> {
    const row = await this.database.reader.manager.findOneBy(PublicationEntity, { id });
    if (!row) throw new NotFound('没有这个公开件。', '请刷新后再看。');
    return row;
  }

  /** Everything there has been of an appeal, the newest first. */
  ofAppeal(appealId: number): Promise<PublicationEntity[]> {
    return this.database.reader.manager.find(PublicationEntity, { where: { appealId }, order: { id: 'DESC' } });
  }

  /** Those in one state, the last changed first; `before` is the place of the last one of the page before. */
  async page(
    state: PublicationState,
    sight: Sight,
    limit: number,
    before: { readonly changedAt: Instant; readonly id: number } | null,
  ): Promise<PublicationRow[]> {
    const found = await Promise.all(
      sightSources(sight).map(async ({ from, sql, values }) => {
        const where = [...sql, 'p.state = ?'];
        const given: (string | number)[] = [...values, state];
        if (before) {
          where.push('p.changedAt <= ? AND (p.changedAt < ? OR p.id < ?)');
          given.push(before.changedAt, before.changedAt, before.id);
        }
        return (await this.database.reader.query(
          `SELECT p.id AS id, p.changedAt AS changedAt FROM ${from} JOIN publications p ON p.appealId = a.id
            WHERE ${where.join(' AND ')} ORDER BY p.changedAt DESC, p.id DESC LIMIT ${limit}`,
          given,
        )) as { id: number; changedAt: Instant }[];
      }),
    );
    const ids = found
      .flat()
      .sort((a, b) => (a.changedAt === b.changedAt ? b.id - a.id : a.changedAt < b.changedAt ? 1 : -1))
      .slice(0, limit)
      .map(({ id }) => Number(id));
    return this.withAppeals(ids);
  }

  /** Answered appeals, the newest first, of which nobody has said whether they are published. */
  async undecided(sight: Sight, limit: number): Promise<AppealEntity[]> {
    const { manager } = this.database.reader;
    const found = await Promise.all(
      sightSources(sight).map(async ({ from, sql, values }) => {
        const where = ["a.open = 0 AND a.status IN ('closed', 'answered')", "a.guard = ''", ...sql];
        return (await this.database.reader.query(
          `SELECT a.id AS id FROM ${from} WHERE ${where.join(' AND ')} ORDER BY a.changedAt DESC, a.id DESC LIMIT ${LOOKED_THROUGH}`,
          [...values],
        )) as { id: number }[];
      }),
    );
    const ids = found.flat().map(({ id }) => Number(id));
    if (!ids.length) return [];
    const decided = await manager.find(PublicationEntity, { select: { id: true, appealId: true }, where: { appealId: In(ids) } });
    const known = new Set(decided.map(({ appealId }) => appealId));
    return manager.find(AppealEntity, {
      where: { id: In(ids.filter((id) => !known.has(id))) },
      order: { changedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  private async withAppeals(ids: readonly number[]): Promise<PublicationRow[]> {
    if (!ids.length) return [];
    const { manager } = this.database.reader;
    const rows = new Map((await manager.findBy(PublicationEntity, { id: In([...ids]) })).map((row) => [row.id, row]));
    const appealIds = [...rows.values()].map(({ appealId }) => appealId);
    const appeals = new Map((await manager.findBy(AppealEntity, { id: In(appealIds) })).map((one) => [one.id, one]));
    return ids.flatMap((id) => {
      const publication = rows.get(id);
      const appeal = publication && appeals.get(publication.appealId);
      return appeal ? [{ publication, appeal }] : [];
    });
  }
}
