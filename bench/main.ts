import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings, type Settings } from '@hub/settings';
import { openBare } from './bare';
import { mariadbAt, sqliteIn, type Engine } from './engine';
import { say } from './figures';
import { measureIntake } from './intake';
import { machineLines } from './machine';
import { startMariadb } from './mariadb';
import { measureQueue } from './queue';
import { report, type EngineFigures } from './report';

const USAGE = `用法：yxt bench [--mails N] [--appeals N] [--engine sqlite|mariadb] [--dir 文件夹]
  --mails N    收几封信，默认 2000
  --appeals N  队列里放几件，默认 100000
  --engine     只测一个引擎；默认两个都测
  --dir        在哪个磁盘上测，默认系统的临时文件夹`;

interface Options {
  readonly mails: number;
  readonly appeals: number;
  readonly engine: string | undefined;
  readonly dir: string;
}

/** Measures beside the bare parts, in one run; answers the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = optionsOf(argv);
  if (!options) {
    say(USAGE);
    return 2;
  }
  mkdirSync(options.dir, { recursive: true });
  const folder = mkdtempSync(join(options.dir, 'yxt-bench-'));
  try {
    process.stdout.write(`${await measure(options, folder)}\n`);
    return 0;
  } catch (error) {
    say(`测速没有做完：${error instanceof Error ? error.message : String(error)}`);
    return 3;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function optionsOf(argv: string[]): Options | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: argv, options: { mails: text, appeals: text, engine: text, dir: text } });
    const { mails = '2000', appeals = '100000', engine, dir = tmpdir() } = values;
    const options = { mails: Number(mails), appeals: Number(appeals), engine, dir: resolve(dir) };
    const isWhole = (value: number) => Number.isInteger(value) && value >= 1000;
    const isEngine = engine === undefined || engine === 'sqlite' || engine === 'mariadb';
    return isWhole(options.mails) && isWhole(options.appeals) && isEngine ? options : null;
  } catch {
    return null;
  }
}

async function measure({ mails, appeals, engine: only }: Options, folder: string): Promise<string> {
  const settings = benchSettings(folder);
  const figures: EngineFigures[] = [];
  const versions: string[] = [];
  const skipped: string[] = [];
  const on = async (engine: Engine, home: string) => {
    versions.push(await versionOf(engine));
    const intake = await measureIntake(engine, settings, home, mails);
    const mixed = await measureQueue(engine, settings, home, { count: appeals, openShare: 0.3, mix: '三成在办' });
    const allOpen = await measureQueue(engine, settings, home, { count: appeals, openShare: 1, mix: '全部在办' });
    figures.push({ title: engine.title, intake, queues: [mixed, allOpen] });
  };
  const homeOf = (name: string) => {
    const home = join(folder, name);
    mkdirSync(home);
    return home;
  };
  if (only !== 'mariadb') {
    const home = homeOf('sqlite');
    await on(sqliteIn(home), home);
  }
  if (only !== 'sqlite') {
    const server = await startMariadb(homeOf('server'));
    if (!server) skipped.push('MariaDB（没有安装，Debian：apt-get install mariadb-server）');
    else await on(mariadbAt(server), homeOf('mariadb')).finally(() => server.stop());
  }
  if (!figures.length) throw new Error(skipped.join('；'));
  return report(figures, machineLines(folder, versions), skipped);
}

/** The office's own settings, over data and a key that end with the run. */
function benchSettings(folder: string): Settings {
  const env = {
    HUB_DATA_DIR: folder,
    HUB_SECRET_KEY: 'only-for-the-bench-0123456789-0123456789',
    HUB_PUBLIC_URL: 'http://localhost:3000',
  };
  return loadSettings({ configDir: process.env.HUB_CONFIG_DIR ?? 'config', env: { ...process.env, ...env } });
}

async function versionOf(engine: Engine): Promise<string> {
  const isSqlite = engine.title === 'SQLite';
  const bare = await openBare(await engine.create('version'));
  const [row] = await bare.select(isSqlite ? 'SELECT sqlite_version() AS v' : 'SELECT version() AS v', [])();
  await bare.close();
  return `${engine.title} ${String(row?.v)}（${isSqlite ? 'WAL，synchronous=FULL' : 'innodb_flush_log_at_trx_commit=1'}）`;
}

if (require.main === module) void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
