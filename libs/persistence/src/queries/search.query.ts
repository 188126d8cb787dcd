import { asksForNumber, glimpseOf, type SearchWord } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { SEARCH_POSITION } from '../stores/search.store';

/** Of what stands in no more appeals than these, all are looked at; what stands in more is met soon on the way down a list. */
const FEW = 2_000;
/** Of a long word so many pairs lead to its appeals; the word itself decides. */
const PAIRS_OF_WORD = 8;

/** A condition on the appeal `a`. */
export interface WordCondition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Appeals that may have the words, where they are few, and the condition that decides. */
export interface WordMatch extends WordCondition {
  readonly ids: readonly number[] | null;
}

/**
 * Finds appeals by words in subject, place and what was said to or by the citizen, as LIKE would, from an index of pairs of
 * signs. Messages that the index does not have yet are looked through, so that what is registered is found at once. What is
 * said in guarded appeals is masked for most who see them, and is not looked through for anybody.
 */
@Injectable()
export class SearchQuery {
  constructor(private readonly database: Database) {}

  async match(words: readonly SearchWord[]): Promise<WordMatch> {
    const led = words.filter(isLed);
    const pairs = [...new Set(led.flatMap(({ pairs }) => spread(pairs)))];
    if (!pairs.length) return { ids: null, ...every(words.map(said)) };
    const [lead, newest] = await Promise.all([this.rarest(pairs), this.unread(words)]);
    if (lead.often > FEW) {
      const indexed = every([...pairs.map((pair) => has('a.id', pair)), ...words.map(decided)]);
      const told = idsIn(newest);
      return newest.length
        ? { ids: null, sql: `((${indexed.sql}) OR ${told.sql})`, values: [...indexed.values, ...told.values] }
        : { ids: null, ...indexed };
    }
    const others = every(pairs.filter((pair) => pair !== lead.pair).map((pair) => has('l.appealId', pair)));
    const rows = (await this.database.reader.query(
      `SELECT l.appealId AS id FROM search_pairs l WHERE l.pair = ?${others.sql && ` AND ${others.sql}`}`,
      [lead.pair, ...others.values],
    )) as { id: number }[];
    return { ids: [...new Set([...rows.map(({ id }) => id), ...newest])], ...every(words.map(decided)) };
  }

  /** Of each of these appeals a piece of what was said with one of the words in it, where there is one. */
  async glimpses(ids: readonly number[], words: readonly SearchWord[]): Promise<Map<number, string>> {
    const sought = words.filter(isLed);
    if (!ids.length || !sought.length) return new Map();
    const among = idsIn(ids, 'm.appealId');
    const rows = (await this.database.reader.query(
      `SELECT m.appealId AS id, m.text AS text FROM messages m JOIN appeals a ON a.id = m.appealId
        WHERE ${among.sql} AND a.guard = '' AND m.direction <> 'note'
          AND (${sought.map(() => 'LOWER(m.text) LIKE ? ESCAPE ?').join(' OR ')}) ORDER BY m.id DESC`,
      [...among.values, ...sought.flatMap(like)],
    )) as { id: number; text: string }[];
    return new Map(
      rows.flatMap(({ id, text }) => {
        const piece = glimpseOf(text, sought);
        return piece === null ? [] : [[Number(id), piece] as const];
      }),
    );
  }

  private async rarest(pairs: readonly number[]): Promise<{ pair: number; often: number }> {
    const one = `SELECT COUNT(*) AS often FROM (SELECT 1 AS one FROM search_pairs WHERE pair = ? LIMIT ${FEW + 1}) f`;
    const counts = pairs.map((_, at) => `SELECT ${at} AS place, often FROM (${one}) c${at}`);
    const rows = (await this.database.reader.query(counts.join(' UNION ALL '), [...pairs])) as {
      place: number;
      often: number | string;
    }[];
    return rows
      .map(({ place, often }) => ({ pair: pairs[Number(place)]!, often: Number(often) }))
      .reduce((least, one) => (one.often < least.often ? one : least));
  }

  /** Ids of appeals with messages that the index does not have, where they have the words. */
  private async unread(words: readonly SearchWord[]): Promise<number[]> {
    const { sql, values } = every(words.map(said));
    const rows = (await this.database.reader.query(
      `SELECT a.id AS id FROM (SELECT DISTINCT appealId FROM messages
          WHERE id > (SELECT value FROM counters WHERE name = '${SEARCH_POSITION}')) n
        CROSS JOIN appeals a ON a.id = n.appealId WHERE ${sql}`,
      [...values],
    )) as { id: number }[];
    return rows.map(({ id }) => Number(id));
  }
}

/** Whether texts are searched for it at all. */
const isLed = (word: SearchWord): boolean => word.pairs.length > 0 && !asksForNumber(word);

function spread(pairs: readonly number[]): readonly number[] {
  const step = Math.max(1, pairs.length / PAIRS_OF_WORD);
  return pairs.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

const every = (conditions: readonly WordCondition[]): WordCondition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

const has = (appealId: string, pair: number): WordCondition => ({
  sql: `EXISTS (SELECT 1 FROM search_pairs p WHERE p.pair = ? AND p.appealId = ${appealId})`,
  values: [pair],
});

/** One of these, in a statement of few lengths: SQLite's driver keeps every statement that it has seen. */
export function idsIn(ids: readonly number[], column = 'a.id'): WordCondition {
  const length = 2 ** Math.ceil(Math.log2(Math.max(ids.length, 1)));
  const values = Array.from({ length }, (_, at) => ids[at] ?? ids.at(-1) ?? 0);
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

/** The escape sign is given as a value: MariaDB and SQLite write a backslash in a literal differently. */
const like = ({ text }: SearchWord): string[] => [`%${text.replace(/[\\%_]/g, '\\$&')}%`, '\\'];

const LABELS = 'LOWER(a.subject) LIKE ? ESCAPE ? OR LOWER(a.place) LIKE ? ESCAPE ?';
const TEXTS = `EXISTS (SELECT 1 FROM messages m WHERE m.appealId = a.id AND m.direction <> 'note' AND LOWER(m.text) LIKE ? ESCAPE ?)`;

/** The word stands in the appeal. */
function said(word: SearchWord): WordCondition {
  const one = like(word);
  if (!isLed(word)) return { sql: `(${LABELS})`, values: [...one, ...one] };
  return { sql: `(${LABELS} OR (a.guard = '' AND ${TEXTS}))`, values: [...one, ...one, ...one] };
}

/** The same where the appeal has the word's pairs. */
function decided(word: SearchWord): WordCondition {
  if (!word.exact) return said(word);
  const one = like(word);
  return { sql: `(a.guard = '' OR ${LABELS})`, values: [...one, ...one] };
}
