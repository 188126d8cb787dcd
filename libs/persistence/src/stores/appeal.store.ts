import { dayOf, NotFound, resumed, standing, VersionConflict, type Appeal, type AppealStatus, type Instant } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { AppealEntity } from '../entities/appeal.entity';
import { HistoryLineEntity } from '../entities/history-line.entity';
import { RevisitTaskEntity } from '../entities/revisit.entity';
import type { AuditStore } from './audit.store';
import type { PublicationStore } from './publication.store';
import type { SearchStore } from './search.store';
import type { WebhookStore } from './webhook.store';
import { insertRows } from '../insert-rows';

export type NewAppeal = Omit<AppealEntity, 'version' | 'open' | 'step' | 'dueOn' | 'guard' | 'endedAt'>;
export type NewHistoryLine = Omit<HistoryLineEntity, 'id'>;

/** Ends after which nothing more is owed. */
const ENDS: readonly AppealStatus[] = ['closed', 'archived', 'withdrawn', 'not-accepted', 'discarded'];

/** What goes along with an appeal's change. */
interface Beside {
  readonly webhooks: WebhookStore;
  readonly publications: PublicationStore;
  readonly search: SearchStore;
}

/** The appeals of one transaction, and the lines that tell how they came to stand so. */
export class AppealStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
    private readonly audit: AuditStore,
    private readonly beside: Beside,
  ) {}

  async add(appeals: readonly NewAppeal[]): Promise<void> {
    const rows = appeals.map((appeal) => ({ ...standing(appeal), endedAt: null, version: 1 }));
    await insertRows(this.manager, AppealEntity, rows);
  }

  async addHistory(lines: readonly NewHistoryLine[]): Promise<void> {
    await insertRows(this.manager, HistoryLineEntity, lines);
  }

  /** Marks appeals of this transaction to whose citizens nothing is sent; see `Appeal.mailReturned`. */
  async mailReturned(reasons: ReadonlyMap<number, string>): Promise<void> {
    for (const [id, reason] of reasons) await this.manager.update(AppealEntity, { id }, { mailReturned: reason });
  }

  historyOf(appealId: number): Promise<HistoryLineEntity[]> {
    return this.manager.find(HistoryLineEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  byIds(ids: readonly number[]): Promise<AppealEntity[]> {
    return this.manager.findBy(AppealEntity, { id: In([...ids]) });
  }

  /** How these appeals stand, and since when those that are closed have been so; what is not there has no entry. */
  async endsOf(
    ids: readonly number[],
  ): Promise<Map<number, { readonly status: AppealStatus; readonly endedAt: Instant | null }>> {
    if (!ids.length) return new Map();
    const select = { id: true, status: true, endedAt: true };
    const rows = await this.manager.find(AppealEntity, { select, where: { id: In([...ids]) } });
    return new Map(rows.map(({ id, status, endedAt }) => [id, { status, endedAt }]));
  }

  withNumber(number: string): Promise<AppealEntity | null> {
    return this.manager.findOneBy(AppealEntity, { number });
  }

  /** Reads an appeal and holds its row, so that two people's acts follow one another. */
  async hold(number: string): Promise<AppealEntity> {
    return this.held('number', number);
  }

  async holdById(id: number): Promise<AppealEntity> {
    return this.held('id', id);
  }

  private async held(column: 'id' | 'number', value: string | number): Promise<AppealEntity> {
    const query = this.manager.createQueryBuilder(AppealEntity, 'appeal').where(`appeal.${column} = :value`, { value });
    // SQLite's transaction already holds the whole file.
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    const appeal = await query.getOne();
    if (!appeal) throw new NotFound();
    return appeal;
  }

  /** Gives the citizen another query code; the one before opens nothing any more. */
  async renewCode(id: number, queryCodeHash: string): Promise<void> {
    await this.manager.update(AppealEntity, { id }, { queryCodeHash });
  }

  /** Keeps a changed appeal if nobody changed it since it was read, with the line that tells of the change. */
  async keep(
    before: AppealEntity,
    change: Partial<Appeal>,
    line: Omit<NewHistoryLine, 'appealId' | 'fromStatus' | 'toStatus'>,
  ): Promise<AppealEntity> {
    const moved = { ...before, ...change, ...goneOn(before, change, line.at), changedAt: line.at, version: before.version + 1 };
    const after = warned(before, standing({ ...moved, endedAt: endedAt(before, moved.status, line.at) }));
    const { id, ...columns } = after;
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(AppealEntity)
      .set(columns)
      .where('id = :id AND version = :version', { id, version: before.version })
      .execute();
    if (affected !== 1) throw new VersionConflict();
    // Whoever was to be asked again need not be, once the appeal has gone on without it.
    if (before.status === 'revisit' && after.status !== 'revisit')
      await this.manager.update(RevisitTaskEntity, { appealId: id, state: 'open' }, { state: 'dropped', settledAt: line.at });
    if (after.guard && !before.guard) await this.beside.publications.closeFor(id, line.at);
    if (after.subject !== before.subject || after.place !== before.place)
      await this.beside.search.add([{ appealId: id, texts: [after.subject, after.place] }]);
    await this.beside.webhooks.tell([{ before, after }], line.at);
    await this.addHistory([{ ...line, appealId: id, fromStatus: before.status, toStatus: after.status }]);
    this.audit.add({
      at: line.at,
      actorId: line.byId,
      actorName: line.byName,
      action: ['appeal', line.act, line.way].filter(Boolean).join('.'),
      subject: before.number,
      detail: { from: before.status, to: after.status, version: after.version },
    });
    return after;
  }
}

/** Where the promise stood still, whatever ends the waiting sets it going again. */
const goneOn = (before: AppealEntity, { status = before.status }: Partial<Appeal>, at: string): Partial<Appeal> =>
  before.waitSince && status !== 'awaiting-citizen' ? resumed(before, dayOf(at)) : {};

/** An end stands since it was reached; whatever leaves it is handled again. */
function endedAt(before: AppealEntity, status: AppealStatus, at: Instant): Instant | null {
  if (!ENDS.includes(status)) return null;
  return ENDS.includes(before.status) ? before.endedAt : at;
}

/** A new due day has been told of to nobody yet. */
const warned = (before: AppealEntity, after: AppealEntity): AppealEntity =>
  after.dueOn === before.dueOn ? after : { ...after, warnedLevel: 0 };
