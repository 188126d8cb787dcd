import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Both engines take more, SQLite 32,766. */
const PARAMETERS = 30_000;

/**
 * Writes rows of one table with as few statements as there must be. The query builder gives each value a name and searches
 * the statement for it again, which costs an intake more than the rows themselves. A column that no row has is left to its
 * default; one that only some have is null in the others.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  if (!rows.length) return;
  const { driver } = manager.connection;
  const { columns: all, tableName } = manager.connection.getMetadata(entity);
  const columns = all.filter(({ propertyName }) => rows.some((row) => row[propertyName] !== undefined));
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  const one = `(${columns.map(() => '?').join(', ')})`;
  const atOnce = Math.floor(PARAMETERS / columns.length);
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    const values = some.flatMap((row) =>
      columns.map((column) => driver.preparePersistentValue(row[column.propertyName] ?? null, column) as unknown),
    );
    await manager.query(
      `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${new Array(some.length).fill(one).join(', ')}`,
      values,
    );
  }
}
