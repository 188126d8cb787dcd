import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Fault } from '@hub/domain';
import { DataSource, type QueryRunner } from 'typeorm';
import { dataSourceOptions, engineOf, MIGRATION_NAMES } from '../data-source';
import { migrate } from '../migrate';
import { SEARCH_POSITION } from '../stores/search.store';
import { copyFiles, type Progress } from './backup';
import { FILES, readManifest, tableFile, type Manifest } from './manifest';

const ROWS = 500;
/** Whoever has rows in one of these is in use. */
const IN_USE = ['appeals', 'intake_items', 'users', 'messages'];

const ASK_FIRST = '从备份恢复：备份以后可能已经寄出，请先核对，没有寄到的再重寄。';

/**
 * Brings a backup back into an empty database of either engine, all of it or nothing, and its files beside it. The backup is
 * read through before anything is written, and its tables are brought up to date by the migrations that came since. Letters
 * that were owed at that moment may have gone out afterwards: they wait for a person.
 */
export async function restore(
  { databaseUrl, filesDir, keyMark }: { readonly databaseUrl: string; readonly filesDir: string; readonly keyMark: string },
  folder: string,
  told: Progress,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const newer = manifest.migrations.find((name) => !MIGRATION_NAMES.includes(name));
  if (newer) throw new Fault('invalid', 'backup', `备份由更新的版本写出（${newer}）。`, '请先升级程序，再恢复。');
  if (manifest.keyMark !== keyMark)
    throw new Fault(
      'invalid',
      'secret-key',
      '备份里的身份信息不是用现在这把密钥封的。',
      '请把备份时的 secret.key（或 HUB_SECRET_KEY）放回来，再恢复。',
    );
  for (const [table, { sha256 }] of Object.entries(manifest.tables))
    if ((await hashOf(tableFile(folder, table))) !== sha256)
      throw new Fault('invalid', 'backup', `备份里的 ${table} 损坏或不全。`, '什么也没有写。请换一份备份。');
  await beEmpty(databaseUrl, manifest);

  const source = await new DataSource(dataSourceOptions(databaseUrl, 'writer')).initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.query(engineOf(databaseUrl) === 'sqlite' ? 'BEGIN IMMEDIATE' : 'START TRANSACTION');
    for (const [table, { rows }] of Object.entries(manifest.tables)) {
      const loaded = await load(runner, table, tableFile(folder, table));
      if (loaded !== rows) throw new Error(`${table}: ${loaded} of ${rows} rows`);
      told({ what: 'table', name: table, count: rows });
    }
    await runner.query(
      `UPDATE outbox_letters SET state = 'dead', doubts = 2, leaseOwner = NULL, leaseUntil = NULL, lastError = ? WHERE state IN ('pending', 'sending')`,
      [ASK_FIRST],
    );
    const files = await copyFiles(join(folder, FILES), filesDir);
    told({ what: 'files', name: FILES, count: files.count });
    await runner.query('COMMIT');
    await runner.release();
  } finally {
    await source.destroy();
  }
  await migrate(databaseUrl);
  await searchAnew(databaseUrl);
  return manifest;
}

/** The schema of the backup, without any row of its own. */
async function beEmpty(databaseUrl: string, { migrations, tables }: Manifest): Promise<void> {
  const ran = await migrate(databaseUrl, migrations);
  const source = await new DataSource(dataSourceOptions(databaseUrl, 'writer')).initialize();
  try {
    const there = ((await source.query('SELECT name FROM migrations')) as { name: string }[]).map(({ name }) => name);
    const used = await Promise.all(
      IN_USE.map(async (table) => ((await source.query(`SELECT 1 AS one FROM ${table} LIMIT 1`)) as unknown[]).length > 0),
    );
    if (used.includes(true) || there.length !== migrations.length)
      throw new Fault(
        'invalid',
        'database',
        '这个数据库已经在用，不能恢复到里面。',
        '请给一个新的空库（换 HUB_DATABASE_URL，或先把旧的库文件移走）。',
      );
    // What migrations put in stands in the backup too.
    if (ran.length || there.length) for (const table of Object.keys(tables)) await source.query(`DELETE FROM ${table}`);
  } finally {
    await source.destroy();
  }
}

async function load(runner: QueryRunner, table: string, file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  let [rows, loaded]: [Record<string, string | number | null>[], number] = [[], 0];
  const flush = async () => {
    if (!rows.length) return;
    const columns = Object.keys(rows[0]!);
    const names = columns.map((column) => runner.connection.driver.escape(column)).join(', ');
    const marks = `(${columns.map(() => '?').join(', ')})`;
    await runner.query(
      `INSERT INTO ${table} (${names}) VALUES ${rows.map(() => marks).join(', ')}`,
      rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
    loaded += rows.length;
    rows = [];
  };
  for await (const line of lines) {
    rows.push(JSON.parse(line) as (typeof rows)[number]);
    if (rows.length * Object.keys(rows[0]!).length > 20_000 || rows.length >= ROWS) await flush();
  }
  await flush();
  return loaded;
}

async function hashOf(file: string): Promise<string | null> {
  const digest = createHash('sha256');
  try {
    for await (const part of createReadStream(file)) digest.update(part as Buffer);
  } catch {
    return null;
  }
  return digest.digest('hex');
}

/** The index of words is not kept in a backup; the worker makes it anew. */
async function searchAnew(databaseUrl: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions(databaseUrl, 'writer')).initialize();
  await source.query('DELETE FROM search_pairs');
  await source.query('UPDATE counters SET value = 0 WHERE name = ?', [SEARCH_POSITION]);
  await source.destroy();
}
