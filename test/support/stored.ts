import { Database, Secrets, UnitOfWork } from '@hub/persistence';
import { migrated } from './migrated';

export const TEST_SECRET = 'a-secret-key-for-tests-only-0123456789';

/** A migrated database with its unit of work, without a framework around it. */
export async function openStored(url: string): Promise<{ database: Database; work: UnitOfWork; secrets: Secrets }> {
  await migrated(url);
  const database = await Database.open(url);
  const secrets = new Secrets(TEST_SECRET);
  return { database, secrets, work: new UnitOfWork(database, secrets) };
}

/** Without rows in these tables, so that the tests of a file need not have a database each. */
export async function emptied(database: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await database.writer.query(`DELETE FROM ${table}`);
}
