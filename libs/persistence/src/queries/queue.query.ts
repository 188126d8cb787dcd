import {
  isOpen,
  NO_DUE,
  searchWords,
  type AppealStatus,
  type ChannelName,
  type Day,
  type Fact,
  type Kind,
  type Satisfaction,
  type Sight,
} from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import type { Engine } from '../data-source';
import { factCondition } from './facts.sql';
import { readCursor, writeCursor } from './queue-cursor';
import { idsIn, SearchQuery, type WordMatch } from './search.query';
import { sightSources, type Condition } from './sight.sql';

export const QUEUE_SORTS = ['due', 'received', 'changed'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Which appeals are asked for; every condition that is given must hold. */
export interface QueueFilter {
  readonly sight: Sight;
  /** Open appeals, closed ones, or both. */
  readonly open: boolean | null;
  readonly statuses?: readonly AppealStatus[];
  readonly kinds?: readonly Kind[];
  readonly channels?: readonly ChannelName[];
  readonly unitId?: string;
  readonly handlerId?: number;
  /** `none` where nothing is known. */
  readonly topic?: string;
  readonly street?: string;
  /** Appeals of which a fact counts within these days, both ends included. */
  readonly fact?: { readonly name: Fact; readonly from: Day; readonly to: Day };
  /** A unit has given it back, and the office has not decided. */
  readonly returned?: true;
  readonly supervised?: true;
  /** A letter to the citizen came back. */
  readonly mailReturned?: true;
  readonly satisfaction?: Satisfaction;
  /** Due day range, both ends included. */
  readonly dueFrom?: Day;
  readonly dueTo?: Day;
  /** A whole number, or words that are looked for; see `SearchQuery`. */
  readonly number?: string;
  readonly words?: string;
}

export interface QueuePageOfRows {
  readonly rows: AppealEntity[];
  readonly nextCursor: string | null;
  /** Where words were looked for, of each appeal that has them in what was said a piece of it, by id. */
  readonly glimpses: ReadonlyMap<number, string>;
}

/** Nobody reads past this; a greater number is told as "more". */
export const COUNT_LIMIT = 10_000;

/** Exact up to COUNT_LIMIT. */
interface Counted {
  readonly count: number;
  readonly more: boolean;
}

const SORT_COLUMNS: Record<QueueSort, { column: keyof AppealEntity; down: boolean }> = {
  due: { column: 'dueOn', down: false },
  received: { column: 'receivedAt', down: true },
  changed: { column: 'changedAt', down: true },
};

/** The queue, by hand: each order is served by an index, pages go by key and never by offset. */
@Injectable()
export class QueueQuery {
  private readonly kept = new Map<string, { until: number; count: Promise<Counted> }>();
  private keptAt = -1;

  constructor(
    private readonly database: Database,
    private readonly search: SearchQuery,
  ) {}

  async page(filter: QueueFilter, sort: QueueSort, cursor: string | null, limit: number): Promise<QueuePageOfRows> {
    const { column } = SORT_COLUMNS[sort];
    const match = await this.matchOf(filter);
    const few = match?.ids ?? null;
    const found = (
      await Promise.all(sources(filter, match, this.database.engine).map((one) => this.pageOf(one, few, sort, cursor, limit + 1)))
    ).flat();
    found.sort(inOrder(sort));
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor(sort, String(last[column]), last.id) : null;
    const ids = rows.map(({ id }) => id);
    return { rows, nextCursor, glimpses: await this.search.glimpses(ids, searchWords(filter.words ?? '')) };
  }

  private async pageOf(
    { from, sql, values }: Condition,
    few: readonly number[] | null,
    sort: QueueSort,
    cursor: string | null,
    limit: number,
  ): Promise<AppealEntity[]> {
    if (few && !few.length) return [];
    const { column, down } = SORT_COLUMNS[sort];
    if (cursor) {
      const after = readCursor(cursor, sort);
      const sign = down ? '<' : '>';
      // A row value comparison would not use the index on either engine.
      sql.push(`a.${column} ${sign}= ? AND (a.${column} ${sign} ? OR a.id ${sign} ?)`);
      values.push(after.key, after.key, after.id);
    }
    if (few) {
      // Of few the order is made here: an engine that saves sorting would go down the whole list for them.
      const keyed = (await this.database.reader.query(
        `SELECT a.id AS id, a.${column} AS ${column} FROM ${from}${where(sql)}`,
        values,
      )) as Pick<AppealEntity, 'id' | typeof column>[];
      const ids = keyed.sort(inOrder(sort)).slice(0, limit);
      if (!ids.length) return [];
      const page = idsIn(ids.map(({ id }) => id));
      return this.rows(`SELECT a.* FROM appeals a WHERE ${page.sql}`, [...page.values]);
    }
    const order = `ORDER BY a.${column}${down ? ' DESC' : ''}, a.id${down ? ' DESC' : ''}`;
    return this.rows(`SELECT a.* FROM ${from}${where(sql)} ${order} LIMIT ${limit}`, values);
  }

  /** How many the filter finds, up to COUNT_LIMIT. */
  async count(filter: QueueFilter): Promise<Counted> {
    const match = await this.matchOf(filter);
    if (match?.ids && !match.ids.length) return { count: 0, more: false };
    const counts = await Promise.all(sources(filter, match, this.database.engine).map((one) => this.countOf(one)));
    const count = counts.reduce((sum, one) => sum + one, 0);
    return count > COUNT_LIMIT ? { count: COUNT_LIMIT, more: true } : { count, more: false };
  }

  /**
   * The same, for the counts that stand beside every page: counted again once this process has written anything, and every
   * two seconds, since another may have.
   */
  liveCount(filter: QueueFilter): Promise<Counted> {
    const { revision } = this.database;
    if (revision !== this.keptAt || this.kept.size > 500) this.kept.clear();
    this.keptAt = revision;
    const key = JSON.stringify(filter);
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.count;
    const count = this.count(filter);
    count.catch(() => this.kept.delete(key));
    this.kept.set(key, { until: Date.now() + 2000, count });
    return count;
  }

  private async matchOf({ words }: QueueFilter): Promise<WordMatch | null> {
    return words ? this.search.match(searchWords(words)) : null;
  }

  private async countOf({ from, sql, values }: Condition): Promise<number> {
    const [row] = (await this.database.reader.query(
      `SELECT COUNT(*) AS found FROM (SELECT 1 AS one FROM ${from}${where(sql)} LIMIT ${COUNT_LIMIT + 1}) AS few`,
      values,
    )) as [{ found: number | string }];
    return Number(row.found);
  }

  private async rows(sql: string, values: (string | number)[]): Promise<AppealEntity[]> {
    const rows = (await this.database.reader.query(sql, values)) as AppealEntity[];
    for (const row of rows) {
      row.open = Boolean(row.open);
      row.designated = Boolean(row.designated);
      row.aboutConduct = Boolean(row.aboutConduct);
      row.supervised = Boolean(row.supervised);
      row.riskUnsigned = Boolean(row.riskUnsigned);
    }
    return rows;
  }
}

const where = (sql: string[]): string => (sql.length ? ` WHERE ${sql.join(' AND ')}` : '');

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

type Keyed = Pick<AppealEntity, 'id'> & Partial<AppealEntity>;

function inOrder(sort: QueueSort): (a: Keyed, b: Keyed) => number {
  const { column, down } = SORT_COLUMNS[sort];
  return (a, b) => (down ? -1 : 1) * (compare(String(a[column]), String(b[column])) || a.id - b.id);
}

/** What the person may know of, and of that what is asked for. */
function sources(filter: QueueFilter, match: WordMatch | null, engine: Engine): Condition[] {
  // Each order has an index for what is open and one for what is not.
  const halves = match && !match.ids && filter.open === null ? [true, false] : [filter.open];
  return halves.flatMap((open) => sightSources(filter.sight).map((one) => narrowed(one, { ...filter, open }, match, engine)));
}

function narrowed({ from, sql, values }: Condition, filter: QueueFilter, match: WordMatch | null, engine: Engine): Condition {
  const add = (text: string, ...given: (string | number)[]) => {
    sql.push(text);
    values.push(...given);
  };
  // Open states say by themselves that the appeal is open; the index by status then answers alone.
  const implied = filter.open === true && filter.statuses?.length && filter.statuses.every(isOpen);
  // Few letters come back, and few answers are rated: their index is to lead, not the order of all that is open.
  const column = filter.mailReturned || filter.satisfaction ? 'a.open + 0' : 'a.open';
  if (filter.open !== null && !implied) add(`${column} = ${filter.open ? 1 : 0}`);
  if (filter.mailReturned) add("a.mailReturned > ''");
  if (filter.satisfaction) add('a.satisfaction = ?', filter.satisfaction);
  if (filter.statuses?.length) add(`a.status IN (${marks(filter.statuses)})`, ...filter.statuses);
  if (filter.kinds?.length) add(`a.kind IN (${marks(filter.kinds)})`, ...filter.kinds);
  if (filter.channels?.length) add(`a.channel IN (${marks(filter.channels)})`, ...filter.channels);
  if (filter.unitId) add('a.unitId = ?', filter.unitId);
  if (filter.handlerId) add('a.handlerId = ?', filter.handlerId);
  if (filter.supervised) add('a.supervised = 1');
  if (filter.topic === 'none') add('a.topic IS NULL');
  else if (filter.topic) add('a.topic = ?', filter.topic);
  if (filter.street === 'none') add('a.street IS NULL');
  else if (filter.street) add('a.street = ?', filter.street);
  if (filter.returned) add('a.returnedFrom IS NOT NULL');
  if (filter.fact) {
    const { sql: fact, values: days } = factCondition(engine, filter.fact.name, filter.fact.from, filter.fact.to);
    add(fact, ...days);
  }
  if (filter.dueFrom) add('a.dueOn >= ?', filter.dueFrom);
  if (filter.dueTo) add(`a.dueOn <= ? AND a.dueOn < '${NO_DUE}'`, filter.dueTo);
  if (filter.number) add('a.number = ?', filter.number);
  if (match?.ids) {
    const few = idsIn(match.ids);
    add(few.sql, ...few.values);
  }
  if (match) add(match.sql, ...match.values);
  return { from, sql, values };
}
