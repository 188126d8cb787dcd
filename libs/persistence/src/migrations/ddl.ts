import type { QueryRunner } from 'typeorm';

/**
 * Runs hand-written DDL on either engine. Only three things differ and are written as marks:
 * `{id}` a primary key that the database counts, `{table}` what stands behind a table (character set and collation), `{keyed}`
 * the same where the primary key is the whole row, so that SQLite keeps it once.
 *
 * MariaDB keeps each statement by itself: where a process died in the middle of a migration, the next one runs it from its
 * beginning and passes over what is done. SQLite takes all back together.
 */
export async function ddl(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const sqlite = runner.dataSource.options.type === 'better-sqlite3';
  // TypeORM knows a counted key on SQLite only where its name stands in quotes.
  const id = sqlite ? '"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL' : 'id int NOT NULL AUTO_INCREMENT PRIMARY KEY';
  const table = sqlite ? '' : 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
  const keyed = sqlite ? 'WITHOUT ROWID' : table;
  for (const statement of statements) {
    try {
      await runner.query(statement.replaceAll('{id}', id).replaceAll('{table}', table).replaceAll('{keyed}', keyed));
    } catch (error) {
      if (sqlite || !isDone(statement, (error as { errno?: number }).errno ?? 0)) throw error;
    }
  }
}

/** The table, the column, the index or the row is there already, or was dropped already. */
const isDone = (statement: string, errno: number): boolean =>
  [1050, 1060, 1061, 1091].includes(errno) || (errno === 1062 && /^\s*INSERT\b/.test(statement));
