import { NOBODY, type Instant, type PackBasis, type Party } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { DraftEntity } from '../entities/evidence.entity';
import { MessageEntity } from '../entities/message.entity';
import { PersonEntity } from '../entities/person.entity';
import { SourcePackEntity } from '../entities/source-pack.entity';
import { Secrets } from '../secrets';

export interface PackPeriod {
  /** Received from then on, or answered from then on. */
  readonly by: PackBasis;
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

export interface AppealToPack {
  readonly appeal: AppealEntity;
  readonly party: Party;
  readonly text: string;
  readonly answer: string;
}

const AT_ONCE = 500;

/** Reads a source's appeals in the order of their receipt, some hundred at a time. Who may see which is decided by the caller. */
@Injectable()
export class SourcePackQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async *of(source: string, period: PackPeriod, wanted: (appeal: AppealEntity) => boolean): AsyncGenerator<AppealToPack[]> {
    let after: Pick<AppealEntity, 'receivedAt' | 'id'> | null = null;
    for (;;) {
      const appeals: AppealEntity[] = await this.page(source, period, after);
      if (!appeals.length) return;
      after = appeals.at(-1)!;
      yield await this.filled(appeals.filter(wanted));
    }
  }

  /** Packs that were made, newest first. */
  made(limit: number): Promise<SourcePackEntity[]> {
    return this.database.reader.manager.find(SourcePackEntity, { order: { id: 'DESC' }, take: limit });
  }

  byId(id: number): Promise<SourcePackEntity | null> {
    return this.database.reader.manager.findOneBy(SourcePackEntity, { id });
  }

  /** The last pack that left no gap before it; where guarded appeals are wanted, the last that had them. */
  async last(source: string, basis: PackBasis, guarded: boolean): Promise<SourcePackEntity | null> {
    const where = { source, basis, span: Not('days' as const), ...(guarded ? { guardedBecause: Not(IsNull()) } : {}) };
    const found = await this.database.reader.manager.find(SourcePackEntity, { where, order: { id: 'DESC' }, take: 1 });
    return found[0] ?? null;
  }

  /** The appeals with these ids. */
  async ofIds(ids: readonly number[]): Promise<AppealToPack[]> {
    if (!ids.length) return [];
    return this.filled(await this.database.reader.manager.findBy(AppealEntity, { id: In([...ids]) }));
  }

  private page(
    source: string,
    period: PackPeriod,
    after: Pick<AppealEntity, 'receivedAt' | 'id'> | null,
  ): Promise<AppealEntity[]> {
    const column = period.by === 'received' ? 'receivedAt' : 'replyDoneAt';
    const query = this.database.reader.manager
      .createQueryBuilder(AppealEntity, 'appeal')
      .where('appeal.source = :source', { source })
      .andWhere(`appeal.${column} >= :from AND appeal.${column} < :to`, { from: period.from, to: period.to });
    if (after)
      query.andWhere('(appeal.receivedAt > :at OR (appeal.receivedAt = :at AND appeal.id > :id))', {
        at: after.receivedAt,
        id: after.id,
      });
    return query.orderBy('appeal.receivedAt').addOrderBy('appeal.id').limit(AT_ONCE).getMany();
  }

  private async filled(appeals: readonly AppealEntity[]): Promise<AppealToPack[]> {
    if (!appeals.length) return [];
    const { manager } = this.database.reader;
    const appealId = In(appeals.map(({ id }) => id));
    const [persons, messages, drafts] = await Promise.all([
      manager.find(PersonEntity, { where: { appealId } }),
      manager.find(MessageEntity, {
        select: { id: true, appealId: true, direction: true, text: true },
        where: { appealId, direction: In(['in', 'out']) },
        order: { id: 'ASC' },
      }),
      manager.find(DraftEntity, { select: { appealId: true, text: true }, where: { appealId } }),
    ]);
    const parties = new Map(persons.map(({ appealId: id, sealed }) => [id, this.partyOf(sealed)]));
    const approved = new Map(drafts.map(({ appealId: id, text }) => [id, text]));
    const first = new Map<number, string>();
    const told = new Map<number, string>();
    for (const { appealId: id, direction, text } of messages)
      if (direction === 'out') told.set(id, text);
      else if (!first.has(id)) first.set(id, text);
    return appeals.map((appeal) => ({
      appeal,
      party: parties.get(appeal.id) ?? NOBODY,
      text: first.get(appeal.id) ?? '',
      answer: appeal.replyDoneAt ? (approved.get(appeal.id) ?? told.get(appeal.id) ?? '') : '',
    }));
  }

  private partyOf(sealed: string): Party {
    return { ...NOBODY, ...(JSON.parse(this.secrets.unseal(sealed)) as Party) };
  }
}
