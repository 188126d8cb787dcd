import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { inLanes, timed } from './figures';

interface Row {
  readonly id: number;
  readonly number: string;
}
type Values = (string | number | null)[];
type Run = (sql: string, values: Values) => unknown;
type Act = 'assign' | 'record' | 'reply';

const AT = '2026-11-24T01:02:03.456Z';
const READ = 'SELECT * FROM appeals WHERE number = ?';
const HISTORY = `INSERT INTO history_lines (appealId, act, way, fromStatus, toStatus, byId, byName, at, note)
  VALUES (?, ?, NULL, 'accepted', 'assigned', 1, '测速', ?, '')`;

/** What an act cannot do without: read its appeal, change it if nobody was quicker, write its record and its line. */
const STATEMENTS: Record<Act, (run: Run, row: Row) => unknown[]> = {
  assign: (run, { id }) => [
    run(
      `UPDATE appeals SET status = 'assigned', unitId = 'supervision', changedAt = ?, version = 2 WHERE id = ? AND version = 1`,
      [AT, id],
    ),
    run(HISTORY, [id, 'assignment', AT]),
  ],
  record: (run, { id }) => [
    run(
      `INSERT INTO contact_records (appealId, at, byId, byName, method, outcome, words) VALUES (?, ?, 2, '测速', 'phone', 'reached', '已接通')`,
      [id, AT],
    ),
    run('UPDATE appeals SET contactDoneAt = ?, changedAt = ?, version = 3 WHERE id = ? AND version = 2', [AT, AT, id]),
    run(HISTORY, [id, 'contact-records', AT]),
  ],
  reply: (run, { id }) => [
    run(
      `INSERT INTO messages (id, appealId, direction, author, text, cut, at, remarks) VALUES (?, ?, 'out', '测速', '您好，已责令整改。', 0, ?, '[]')`,
      [id, id, AT],
    ),
    run(`UPDATE appeals SET status = 'answered', replyDoneAt = ?, changedAt = ?, version = 4 WHERE id = ? AND version = 3`, [
      AT,
      AT,
      id,
    ]),
    run(HISTORY, [id, 'reply', AT]),
  ],
};
const ACTS: readonly Act[] = ['assign', 'record', 'reply'];

/** Milliseconds for each act over all rows, by the driver alone. */
export async function actsBare(url: string, rows: readonly object[], lanes: number): Promise<Record<Act, number>> {
  return url.startsWith('sqlite:') ? bareSqlite(url.slice(7), rows as Row[]) : bareMariadb(url, rows as Row[], lanes);
}

const COLUMNS = (row: object): string[] => Object.keys(row);
const valuesOf = (row: object, more: object): Values =>
  Object.values({ ...row, ...more }).map((value) =>
    typeof value === 'boolean' ? Number(value) : (value as string | number | null),
  );
const MORE = { open: true, step: 'assignment', dueOn: '2026-12-01', version: 1 };

function bareSqlite(file: string, rows: readonly Row[]): Record<Act, number> {
  const db = new BetterSqlite3(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const columns = COLUMNS({ ...rows[0]!, ...MORE });
  const insert = db.prepare(`INSERT INTO appeals (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  db.transaction(() => rows.forEach((row) => insert.run(...valuesOf(row, MORE))))();
  const prepared = new Map<string, BetterSqlite3.Statement>();
  const run: Run = (sql, values) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement.run(...values);
  };
  const read = db.prepare(READ);
  const took = {} as Record<Act, number>;
  for (const act of ACTS) {
    const start = performance.now();
    const once = db.transaction((row: Row) => {
      read.get(row.number);
      STATEMENTS[act](run, row);
    });
    for (const row of rows) once.immediate(row);
    took[act] = performance.now() - start;
  }
  db.close();
  return took;
}

async function bareMariadb(url: string, rows: readonly Row[], lanes: number): Promise<Record<Act, number>> {
  const connections = await Promise.all(Array.from({ length: lanes }, () => createConnection({ uri: url })));
  const names = COLUMNS({ ...rows[0]!, ...MORE }).map((name) => `\`${name}\``);
  await connections[0]!.query(`INSERT INTO appeals (${names.join(', ')}) VALUES ?`, [rows.map((row) => valuesOf(row, MORE))]);
  const took = {} as Record<Act, number>;
  for (const act of ACTS) {
    const free = [...connections];
    const { ms } = await timed(() =>
      inLanes(rows, lanes, async (row) => {
        const db = free.pop()!;
        await db.beginTransaction();
        await db.query(`${READ} FOR UPDATE`, [row.number]);
        await Promise.all(STATEMENTS[act]((sql, values) => db.query(sql, values), row));
        await db.commit();
        free.push(db);
      }),
    );
    took[act] = ms;
  }
  await Promise.all(connections.map((one) => one.end()));
  return took;
}
