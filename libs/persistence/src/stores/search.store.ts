import { searchPairs } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import type { Engine } from '../data-source';

/** How far messages have been gone through, by id; what comes after is looked through by itself. See `SearchQuery`. */
export const SEARCH_POSITION = 'search';

/** So many rows in one statement. */
const ROWS = 4_000;

interface Unread {
  readonly id: number;
  readonly appealId: number;
  readonly subject: string;
  readonly place: string;
  readonly direction: 'in' | 'out' | 'note';
  readonly text: string;
}

/** By what appeals are found. */
export class SearchStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** Notes what these texts of appeals have. */
  async add(found: readonly { readonly appealId: number; readonly texts: readonly string[] }[]): Promise<void> {
    const rows = found.flatMap(({ appealId, texts }) => [...searchPairs(...texts)].map((pair) => ({ pair, appealId })));
    // In the order of the index, which is written much faster so.
    rows.sort((a, b) => a.pair - b.pair || a.appealId - b.appealId);
    for (let at = 0; at < rows.length; at += ROWS) await this.write(rows.slice(at, at + ROWS));
  }

  private async write(rows: readonly { readonly pair: number; readonly appealId: number }[]): Promise<void> {
    // SQLite's driver keeps every statement that it has seen: one that is the same each time, with its rows as a value.
    if (this.engine === 'sqlite')
      return void (await this.manager.query(
        'INSERT OR IGNORE INTO search_pairs (pair, appealId) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
        [`[${rows.map(({ pair, appealId }) => `[${pair},${appealId}]`).join(',')}]`],
      ));
    const values = rows.map(({ pair, appealId }) => `(${pair},${appealId})`).join(',');
    await this.manager.query(`INSERT IGNORE INTO search_pairs (pair, appealId) VALUES ${values}`);
  }

  /** Goes through the next messages in the order of their ids, which is that of their commits; gives how many there were. */
  async goOn(most: number): Promise<number> {
    const lock = this.engine === 'mariadb' ? ' FOR UPDATE' : '';
    const [{ value }] = (await this.manager.query(`SELECT value FROM counters WHERE name = ?${lock}`, [SEARCH_POSITION])) as [
      { value: number },
    ];
    const unread = (await this.manager.query(
      `SELECT m.id AS id, m.appealId AS appealId, m.direction AS direction, m.text AS text, a.subject AS subject, a.place AS place
         FROM messages m JOIN appeals a ON a.id = m.appealId WHERE m.id > ? ORDER BY m.id LIMIT ${most}`,
      [value],
    )) as Unread[];
    if (!unread.length) return 0;
    await this.add(
      // What is said among ourselves is not looked for.
      unread.map(({ appealId, direction, subject, place, text }) => ({
        appealId,
        texts: direction === 'note' ? [subject, place] : [subject, place, text],
      })),
    );
    await this.manager.query('UPDATE counters SET value = ? WHERE name = ?', [unread.at(-1)!.id, SEARCH_POSITION]);
    return unread.length;
  }
}
