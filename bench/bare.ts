import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';

type Row = Record<string, unknown>;

/** The tables that one registered mail writes to. */
export const TABLES = ['appeals', 'persons', 'messages', 'history_lines', 'intake_items', 'outbox_letters'] as const;

const values = (row: Row): unknown[] => Object.values(row).map((value) => (typeof value === 'boolean' ? Number(value) : value));

/** Writes the very rows of another database into an empty one by the driver alone, in transactions of as many mails; answers milliseconds. */
export async function insertBare(url: string, rows: Record<string, Row[]>, batch: number): Promise<number> {
  return url.startsWith('sqlite:') ? bareSqlite(url.slice(7), rows, batch) : bareMariadb(url, rows, batch);
}

function slices(rows: Record<string, Row[]>, batch: number, mails: number): Record<string, Row[]>[] {
  const parts: Record<string, Row[]>[] = [];
  for (let at = 0; at < mails; at += batch) {
    parts.push(
      Object.fromEntries(
        Object.entries(rows).map(([table, all]) => [
          table,
          all.slice(Math.floor((at * all.length) / mails), Math.floor((Math.min(at + batch, mails) * all.length) / mails)),
        ]),
      ),
    );
  }
  return parts;
}

function bareSqlite(file: string, rows: Record<string, Row[]>, batch: number): number {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('wal_autocheckpoint = 2000');
  const insert = new Map(
    Object.entries(rows).map(([table, [first]]) => {
      const columns = Object.keys(first!);
      return [
        table,
        db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`),
      ] as const;
    }),
  );
  const parts = slices(rows, batch, rows.appeals!.length);
  const start = performance.now();
  for (const part of parts)
    db.transaction(() =>
      Object.entries(part).forEach(([table, some]) => some.forEach((row) => insert.get(table)!.run(...values(row)))),
    )();
  const took = performance.now() - start;
  db.close();
  return took;
}

async function bareMariadb(url: string, rows: Record<string, Row[]>, batch: number): Promise<number> {
  const db = await createConnection({ uri: url });
  const parts = slices(rows, batch, rows.appeals!.length);
  const start = performance.now();
  for (const part of parts) {
    await db.beginTransaction();
    for (const [table, some] of Object.entries(part))
      if (some.length)
        await db.query(
          `INSERT INTO ${table} (${Object.keys(some[0]!)
            .map((name) => `\`${name}\``)
            .join(', ')}) VALUES ?`,
          [some.map(values)],
        );
    await db.commit();
  }
  const took = performance.now() - start;
  await db.end();
  return took;
}
