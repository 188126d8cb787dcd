import { filterTerms, searchTerms, type Day } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Between, In, IsNull } from 'typeorm';
import { Database } from '../database';
import { PublicationEntity } from '../entities/publication.entity';

/** Of one term so many publications are looked at for what is like a text, the newest. */
const OF_ONE_TERM = 60;
/** A term that stands in more than these is an ordinary one. */
const RARE = 1_000;
/** Counting ends here. */
export const PUBLISHED_COUNT_LIMIT = 1_000;

/** What is looked for among what is published; whatever is given must hold. */
export interface PublishedFilter {
  readonly words?: string;
  readonly topic?: string;
  readonly street?: string;
  /** Days of publication, both included. */
  readonly from?: Day;
  readonly to?: Day;
}

interface Condition {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** Reads what is published, for everybody: each question is answered by an index, and what is withdrawn is never read. */
@Injectable()
export class PublishedQuery {
  constructor(private readonly database: Database) {}

  /** The newest first, `limit` of them before the serial `before`. */
  async page(filter: PublishedFilter, limit: number, before: number | null = null): Promise<PublicationEntity[]> {
    const found = await this.condition(filter);
    if (!found) return [];
    const { from, where, values } = found;
    const older = before === null ? '' : ' AND p.serial < ?';
    const rows = (await this.database.reader.query(
      `SELECT p.id AS id FROM ${from} WHERE ${where}${older} ORDER BY p.serial DESC LIMIT ${limit}`,
      [...values, ...(before === null ? [] : [before])],
    )) as { id: number }[];
    return this.inOrder(rows.map(({ id }) => Number(id)));
  }

  /** How many there are, exact up to PUBLISHED_COUNT_LIMIT. */
  async count(filter: PublishedFilter): Promise<{ readonly count: number; readonly more: boolean }> {
    const found = await this.condition(filter);
    if (!found) return { count: 0, more: false };
    const [row] = (await this.database.reader.query(
      `SELECT COUNT(*) AS found FROM (SELECT 1 AS one FROM ${found.from} WHERE ${found.where} LIMIT ${PUBLISHED_COUNT_LIMIT + 1}) few`,
      [...found.values],
    )) as [{ found: number | string }];
    const count = Number(row.found);
    return count > PUBLISHED_COUNT_LIMIT ? { count: PUBLISHED_COUNT_LIMIT, more: true } : { count, more: false };
  }

  /** Also one that was withdrawn, so that its address can say so. */
  bySerial(serial: number): Promise<PublicationEntity | null> {
    return this.database.reader.manager.findOneBy(PublicationEntity, { serial });
  }

  /** Those whose appeals were received in these days, the last received first. */
  async received(
    { from, to, topics }: { readonly from: Day; readonly to: Day; readonly topics: readonly string[] },
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<PublicationEntity[]> {
    const open = { state: 'published' as const, receivedOn: Between(from, to) };
    const ofTopics = topics.length ? { ...open, topic: In([...topics]) } : open;
    return this.database.reader.manager.find(PublicationEntity, {
      // Whatever nobody has given a topic counts as other.
      where: topics.includes('other') ? [ofTopics, { ...open, topic: IsNull() }] : ofTopics,
      order: { receivedOn: 'DESC', serial: 'DESC' },
      take: limit,
      skip: offset,
    });
  }

  bySerials(serials: readonly number[]): Promise<PublicationEntity[]> {
    if (!serials.length) return Promise.resolve([]);
    return this.database.reader.manager.findBy(PublicationEntity, { serial: In([...serials]), state: 'published' });
  }

  /** Serials of what shares most of these terms, a rare one counting more than one that many share. */
  async sharing(terms: readonly number[], limit: number): Promise<number[]> {
    if (!terms.length) return [];
    const one = `SELECT term, serial FROM (SELECT term, serial FROM publication_terms WHERE term = ? ORDER BY serial DESC LIMIT ${OF_ONE_TERM})`;
    const rows = (await this.database.reader.query(terms.map((_, at) => `${one} t${at}`).join(' UNION ALL '), [...terms])) as {
      term: number;
      serial: number;
    }[];
    const often = new Map<number, number>();
    for (const { term } of rows) often.set(term, (often.get(term) ?? 0) + 1);
    const weights = new Map<number, number>();
    for (const { term, serial } of rows) weights.set(serial, (weights.get(serial) ?? 0) + 1 / Math.log2(1 + often.get(term)!));
    return [...weights]
      .sort(([a, most], [b, more]) => more - most || b - a)
      .slice(0, limit)
      .map(([serial]) => serial);
  }

  /** Terms lead, the rarest first; without any the list itself does. */
  private async condition({ words = '', topic, street, from, to }: PublishedFilter): Promise<Condition | null> {
    const asked = searchTerms(words);
    if (!asked) return null;
    const terms = await this.rarestFirst([...asked, ...filterTerms({ topic, street })]);
    const where = ["p.state = 'published'"];
    const values: (string | number)[] = [];
    const add = (sql: string, value: string | number) => {
      where.push(sql);
      values.push(value);
    };
    terms.forEach((term, at) => add(`t${at}.term = ?`, term));
    if (topic) add('p.topic = ?', topic);
    if (street) add('p.street = ?', street);
    // Serials follow the days, so a period is a part of the list.
    if (from) add('p.serial >= (SELECT MIN(serial) FROM publications WHERE publishedOn >= ?)', from);
    if (to) add('p.serial <= (SELECT MAX(serial) FROM publications WHERE publishedOn <= ?)', to);
    const [, ...others] = terms;
    const joined = others.map((_, at) => ` JOIN publication_terms t${at + 1} ON t${at + 1}.serial = t0.serial`).join('');
    return {
      from: terms.length ? `publication_terms t0${joined} JOIN publications p ON p.serial = t0.serial` : 'publications p',
      where: where.join(' AND '),
      values,
    };
  }

  private async rarestFirst(terms: readonly number[]): Promise<number[]> {
    if (terms.length < 2) return [...terms];
    const one = `SELECT COUNT(*) AS often FROM (SELECT 1 AS one FROM publication_terms WHERE term = ? LIMIT ${RARE})`;
    const rows = (await this.database.reader.query(
      terms.map((_, at) => `SELECT ${at} AS place, often FROM (${one} a${at}) b${at}`).join(' UNION ALL '),
      [...terms],
    )) as { place: number; often: number | string }[];
    return rows.sort((a, b) => Number(a.often) - Number(b.often)).map(({ place }) => terms[Number(place)]!);
  }

  private async inOrder(ids: readonly number[]): Promise<PublicationEntity[]> {
    if (!ids.length) return [];
    const rows = await this.database.reader.manager.findBy(PublicationEntity, { id: In([...ids]) });
    return rows.sort((a, b) => b.serial! - a.serial!);
  }
}
