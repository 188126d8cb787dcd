// Migrating MariaDB takes seconds, for each step is flushed by itself; a copy of what was migrated once takes a moment.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { migrate } from '@hub/persistence';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

const MIGRATIONS = resolve(__dirname, '../../libs/persistence/src/migrations');

/** An empty database becomes as `migrate` leaves it; one that is not empty is migrated. */
export async function migrated(url: string): Promise<void> {
  if (url.startsWith('sqlite:')) return void (await migrate(url));
  const connection = await createConnection({ uri: url, multipleStatements: true });
  try {
    const name = new URL(url).pathname.slice(1);
    if ((await tablesOf(connection, name)).length) return void (await migrate(url));
    const template = await templateOn(connection, url);
    const copies = (await tablesOf(connection, template)).map(
      (table) =>
        `CREATE TABLE \`${table}\` LIKE \`${template}\`.\`${table}\`; INSERT INTO \`${table}\` SELECT * FROM \`${template}\`.\`${table}\`;`,
    );
    await connection.query(copies.join('\n'));
  } finally {
    await connection.end();
  }
}

/** Made by whoever asks first, named by its migrations. */
async function templateOn(connection: Connection, url: string): Promise<string> {
  const template = `template_${digestOfMigrations()}`;
  await connection.query("SELECT GET_LOCK('template', 300)");
  try {
    // Finished under another name, so that a broken-off one is never taken.
    if (await exists(connection, `${template}_done`)) return template;
    await connection.query(`CREATE DATABASE IF NOT EXISTS \`${template}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await migrate(url.replace(/\/[^/]*$/, `/${template}`));
    await connection.query(`CREATE DATABASE \`${template}_done\``);
    return template;
  } finally {
    await connection.query("DO RELEASE_LOCK('template')");
  }
}

function digestOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 12);
}

async function tablesOf(connection: Connection, database: string): Promise<string[]> {
  const sql = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?';
  const [rows] = await connection.query<(RowDataPacket & { name: string })[]>(sql, [database]);
  return rows.map(({ name }) => name);
}

async function exists(connection: Connection, database: string): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [database.replaceAll('_', '\\_')]);
  return rows.length > 0;
}
