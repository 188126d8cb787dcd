import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Fault, type Instant } from '@hub/domain';
import { DataSource, type EntityMetadata, type QueryRunner } from 'typeorm';
import { dataSourceOptions, engineOf } from '../data-source';
import { FILES, MANIFEST, tableFile, TABLES, type Manifest } from './manifest';

const ROWS = 500;

/** What is true of the moment only, or made again from the rest. */
const LEFT_OUT: ReadonlySet<string> = new Set(['sessions', 'channel_leases', 'worker_signs', 'tries', 'search_pairs']);

type Row = Readonly<Record<string, string | number | null>>;

export interface Progress {
  (done: { readonly what: 'table' | 'files'; readonly name: string; readonly count: number }): void;
}

/**
 * Writes all rows as they stand at one moment, and the files that they name, into a new folder; the hub may run meanwhile.
 * Rows are written as text, so that a backup of either engine is restored into either. Throws where the folder has something
 * in it.
 */
export async function backup(
  { databaseUrl, filesDir, keyMark }: { readonly databaseUrl: string; readonly filesDir: string; readonly keyMark: string },
  folder: string,
  at: Instant,
  told: Progress,
): Promise<Manifest> {
  await mkdir(join(folder, TABLES), { recursive: true, mode: 0o700 });
  const there = (await readdir(folder)).filter((name) => name !== TABLES);
  if (there.length || (await readdir(join(folder, TABLES))).length)
    throw new Fault('invalid', 'backup', `“${folder}”里已经有东西。`, '请给一个新的文件夹，免得新旧两份备份混在一起。');
  const source = await new DataSource(dataSourceOptions(databaseUrl, 'reader')).initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.query(engineOf(databaseUrl) === 'sqlite' ? 'BEGIN' : 'START TRANSACTION WITH CONSISTENT SNAPSHOT');
    const migrations = ((await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[]).map(
      ({ name }) => name,
    );
    const tables: Record<string, Manifest['tables'][string]> = {};
    for (const table of source.entityMetadatas.filter(({ tableName }) => !LEFT_OUT.has(tableName))) {
      tables[table.tableName] = await writeTable(runner, table, tableFile(folder, table.tableName));
      told({ what: 'table', name: table.tableName, count: tables[table.tableName]!.rows });
    }
    await runner.query('COMMIT');
    await runner.release();
    // Files are there before the rows that name them and stay as they are: those that came since are only more.
    const files = await copyFiles(filesDir, join(folder, FILES));
    told({ what: 'files', name: FILES, count: files.count });
    const manifest: Manifest = { format: 1, at, migrations, keyMark, tables, files };
    await writeFile(join(folder, `${MANIFEST}.part`), JSON.stringify(manifest, null, 1), { flush: true, mode: 0o600 });
    await rename(join(folder, `${MANIFEST}.part`), join(folder, MANIFEST));
    return manifest;
  } finally {
    await source.destroy();
  }
}

async function writeTable(runner: QueryRunner, table: EntityMetadata, file: string): Promise<{ rows: number; sha256: string }> {
  const digest = createHash('sha256');
  let rows = 0;
  async function* lines() {
    for await (const some of pages(runner, table)) {
      rows += some.length;
      yield some.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
  }
  const counted = new Transform({
    transform(part: Buffer, _, next) {
      digest.update(part);
      next(null, part);
    },
  });
  await pipeline(
    Readable.from(lines()),
    createGzip({ level: 5 }),
    counted,
    createWriteStream(file, { mode: 0o600, flush: true }),
  );
  return { rows, sha256: digest.digest('hex') };
}

/** All rows by their key, a few thousand at a time. */
async function* pages(runner: QueryRunner, table: EntityMetadata): AsyncGenerator<Row[]> {
  const { escape } = table.connection.driver;
  const name = (column: string) => escape.call(table.connection.driver, column);
  const keys = table.primaryColumns.map(({ databaseName }) => databaseName);
  const order = keys.map(name).join(', ');
  let last: Row | null = null;
  for (;;) {
    const { sql, values }: { sql: string; values: (string | number | null)[] } = last
      ? after(keys, last, name)
      : { sql: '', values: [] };
    const rows = (await runner.query(
      `SELECT * FROM ${name(table.tableName)}${sql} ORDER BY ${order} LIMIT ${ROWS}`,
      values,
    )) as Row[];
    if (rows.length) yield rows;
    if (rows.length < ROWS) return;
    last = rows.at(-1)!;
  }
}

/** What stands behind a row in the order of the key; its first part bounds the index on both engines. */
function after(keys: readonly string[], row: Row, name: (column: string) => string) {
  const values: (string | number | null)[] = [row[keys[0]!]!];
  const ways = keys.map((key, at) => {
    const same = keys.slice(0, at);
    values.push(...same.map((one) => row[one]!), row[key]!);
    return `(${[...same.map((one) => `${name(one)} = ?`), `${name(key)} > ?`].join(' AND ')})`;
  });
  return { sql: ` WHERE ${name(keys[0]!)} >= ? AND (${ways.join(' OR ')})`, values };
}

/** The shelves of a file store; what is there already with its size is not copied again. */
export async function copyFiles(from: string, to: string): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0];
  const shelves = (await readdir(from).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  for (const shelf of shelves) {
    await mkdir(join(to, shelf), { recursive: true, mode: 0o700 });
    for (const name of await readdir(join(from, shelf))) {
      const [source, target] = [join(from, shelf, name), join(to, shelf, name)];
      const { size } = await stat(source);
      const there = await stat(target).catch(() => null);
      if (there?.size !== size) await copyFile(source, target, constants.COPYFILE_FICLONE);
      count += 1;
      bytes += size;
    }
  }
  return { count, bytes };
}
