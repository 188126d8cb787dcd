// A fresh, empty MariaDB database for whoever asks. The server is the runner's (YXT_TEST_MARIADB), or a private one that the
// first test file starts and all test files of this Jest run share. What holds on SQLite must hold on MariaDB: describeBothEngines.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { programs, sharedServer } from './mariadb-keeper.cjs';
import { describeUnless } from './skip';

const given = () => process.env.YXT_TEST_MARIADB || null;

/** Why there can be no MariaDB here, or null where there can. Known at once, so that a `describe` can be skipped by it. */
export function mariadbMissing(): string | null {
  return given() || programs() ? null : '没有安装 mariadb-server';
}

async function serverUrl(): Promise<string> {
  const url = given();
  if (url) return url;
  // Set by config/jest.global-setup.cjs in Jest's main process, which outlives all test files.
  const run = process.env.YXT_TEST_RUN ?? `${process.pid}-0`;
  return sharedServer(join(tmpdir(), `yxt-db-${run}`), Number(run.split('-')[0]));
}

async function execute(sql: string): Promise<void> {
  const connection = await createConnection({ uri: await serverUrl() });
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** `mysql://user:password@host:port/name` of a new empty database, or null where MariaDB is not installed. */
export async function mariadbUrl(): Promise<string | null> {
  if (mariadbMissing()) return null;
  const name = `t_${randomBytes(8).toString('hex')}`;
  await execute(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  return `${(await serverUrl()).replace(/\/$/, '')}/${name}`;
}

/** Drops the database named at the end of `url`. */
export async function dropDatabase(url: string): Promise<void> {
  await execute(`drop database if exists \`${new URL(url).pathname.slice(1)}\``);
}

export interface OpenedDatabase {
  /** As `HUB_DATABASE_URL` takes it. */
  url: string;
  engine: 'sqlite' | 'mariadb';
  /** Removes the database; close your connections first. */
  dispose(): Promise<void>;
}

export type OpenDatabase = () => Promise<OpenedDatabase>;

export async function openSqlite(): Promise<OpenedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'yxt-test-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  return { url: `sqlite:${join(folder, 'hub.db')}`, engine: 'sqlite', dispose };
}

export async function openMariadb(): Promise<OpenedDatabase> {
  const url = await mariadbUrl();
  if (!url) throw new Error(mariadbMissing() ?? 'MariaDB');
  return { url, engine: 'mariadb', dispose: () => dropDatabase(url) };
}

/** Runs `define` in one describe block per engine. `open` gives a fresh, empty database each time it is called. */
export function describeBothEngines(title: string, define: (open: OpenDatabase) => void): void {
  describe(`${title} [SQLite]`, () => withCleaning(openSqlite, define));
  describeUnless(mariadbMissing(), `${title} [MariaDB]`, () => withCleaning(openMariadb, define));
}

/** Also disposes of what a failed test left behind; registered last, so that it runs after the tests' own clean-up. */
function withCleaning(open: OpenDatabase, define: (open: OpenDatabase) => void): void {
  const opened: OpenedDatabase[] = [];
  define(async () => {
    const database = await open();
    opened.push(database);
    return database;
  });
  afterAll(async () => {
    for (const database of opened) await database.dispose();
  });
}
