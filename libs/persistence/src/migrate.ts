import { DataSource } from 'typeorm';
import { dataSourceOptions, engineOf } from './data-source';

/**
 * Brings the schema up to date and answers the names of the migrations that ran. Two processes may call it together:
 * on MariaDB the second waits for the first by a named lock, on SQLite by the file's own. `only` names those that may run.
 */
export async function migrate(url: string, only?: readonly string[]): Promise<string[]> {
  const options = dataSourceOptions(url, 'writer');
  const migrations = (options.migrations as { readonly name: string }[]).filter(({ name }) => !only || only.includes(name));
  const source = await new DataSource({ ...options, migrations: migrations as typeof options.migrations }).initialize();
  try {
    if (engineOf(url) === 'sqlite') return (await source.runMigrations({ transaction: 'all' })).map(({ name }) => name);
    const lock = source.createQueryRunner();
    try {
      const [{ taken }] = (await lock.query("SELECT GET_LOCK(CONCAT('yixiantong-migrate-', DATABASE()), 60) AS taken")) as [
        { taken: unknown },
      ];
      if (Number(taken) !== 1) throw new Error('another process has been migrating for a minute');
      return (await source.runMigrations({ transaction: 'none' })).map(({ name }) => name);
    } finally {
      await lock.query("SELECT RELEASE_LOCK(CONCAT('yixiantong-migrate-', DATABASE()))").catch(() => undefined);
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}

/** What the entities would still have to change in the schema that the migrations built; empty when the two agree. */
export async function schemaDrift(source: DataSource): Promise<string[]> {
  return (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
}
