import 'reflect-metadata';
import { closeSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Database } from '@hub/persistence';
import { loadSettings, type Settings } from '@hub/settings';
import { spread, tableOf, type Line } from './figures';
import { startMariadb } from './mariadb';
import { measureImports } from './imports';
import { measureActs } from './acts';
import { measureAlike } from './alike';
import { measureMailbox } from './mailbox';
import { measureLogs } from './logs';
import { measureIntake } from './measure';
import { measurePages } from './pages';
import { measureQueue } from './queue';
import { measureStatistics } from './statistics';
import { measureSearch } from './search';
import { measureWatch } from './watch';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** So many appeals are assigned, recorded and answered. */
const ACTED = 1000;

const PEERS =
  '参照：同类软件在 2 核、24 GiB、MariaDB 10.11（每次提交刷盘）、fdatasync 0.1 毫秒的机器上另外测得（收信 1,000 封，库里不到 5 千件；队列 10 万件）；只看量级。比：一线通除以光用驱动。';

/** Measures intake, acts, the deadline watch, the citizens' pages and the queue on both engines beside the bare driver in the same run; a Markdown table on stdout. */
export async function main(argv: readonly string[]): Promise<number> {
  const sizes = sizesOf(argv);
  if (!sizes) {
    say(
      '用法：yxt bench [--mails 封数，默认 2000] [--appeals 件数，默认 100000] [--folder 信箱里的旧信封数，默认 100000] [--imports 台账行数，默认 10000]，都不少于 1000。',
    );
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'yxt-bench-'));
  try {
    process.stdout.write(`${await measure(folder, sizes)}\n`);
    return 0;
  } catch (error) {
    say(`测速没有做完：${error instanceof Error ? error.message : String(error)}`);
    return 3;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Sizes {
  readonly mails: number;
  readonly appeals: number;
  /** Old letters in a mailbox at the first connect. */
  readonly folder: number;
  /** Rows of a hotline's log. */
  readonly imports: number;
}

function sizesOf(argv: readonly string[]): Sizes | null {
  const size = (usual: number) => ({ type: 'string', default: String(usual) }) as const;
  const options = { mails: size(2000), appeals: size(100_000), folder: size(100_000), imports: size(10_000) };
  try {
    const { values } = parseArgs({ args: [...argv], options });
    const sizes = {
      mails: Number(values.mails),
      appeals: Number(values.appeals),
      folder: Number(values.folder),
      imports: Number(values.imports),
    };
    return Object.values(sizes).every((size) => Number.isInteger(size) && size >= 1000) ? sizes : null;
  } catch {
    return null;
  }
}

async function measure(folder: string, { mails, appeals, folder: old, imports }: Sizes): Promise<string> {
  const settings = settingsIn(folder);
  const server = await startMariadb(join(folder, 'server'));
  if (!server) say('没有安装 MariaDB，只测 SQLite。');
  const engines: [string, (name: string) => string][] = [['SQLite', (name) => `sqlite:${join(folder, `${name}.db`)}`]];
  if (server) engines.push(['MariaDB', (name) => server.urlOf(name)]);
  const lines: Line[] = [];
  const versions: string[] = [];
  try {
    for (const [engine, urlOf] of engines) {
      say(`${engine}：登记 ${mails} 封来信 …`);
      const home = join(folder, engine);
      mkdirSync(home);
      lines.push(...(await measureIntake({ engine, url: urlOf('hub'), bareUrl: urlOf('bare'), folder: home }, settings, mails)));
      say(`${engine}：从邮箱收 ${mails} 封，再接一个有 ${old} 封旧信的邮箱 …`);
      const mailbox = { engine, url: urlOf('mailbox'), oldUrl: urlOf('folder'), folder: home, mails, old };
      const fromMailbox = await measureMailbox(mailbox, settings);
      if (fromMailbox) lines.push(...fromMailbox);
      else say('没有安装 Dovecot，不测邮箱。');
      say(`${engine}：导入 ${imports} 行台账，两次 …`);
      lines.push(
        ...(await measureLogs({ engine, url: urlOf('logs'), bareUrl: urlOf('logsbare'), folder: home }, settings, imports)),
      );
      say(`${engine}：${imports} 行的工作簿，从办理台导入一次，用 yxt import 一次 …`);
      lines.push(...(await measureImports({ engine, urlOf, folder: home, rows: imports }, settings)));
      say(`${engine}：办 ${ACTED} 件 …`);
      lines.push(
        ...(await measureActs({ engine, url: urlOf('acts'), bareUrl: urlOf('actsbare'), folder: home, count: ACTED }, settings)),
      );
      say(`${engine}：在 ${2 * appeals} 件里找说同一件事的 …`);
      lines.push(...(await measureAlike({ engine, url: urlOf('alike'), count: 2 * appeals }, settings)));
      say(`${engine}：在 ${2 * appeals} 件里检索 …`);
      lines.push(...(await measureSearch({ engine, url: urlOf('search'), count: 2 * appeals }, settings)));
      say(`${engine}：巡查 ${2 * appeals} 件 …`);
      lines.push(
        ...(await measureWatch({ engine, url: urlOf('watch'), folder: home, count: 2 * appeals, due: appeals / 50 }, settings)),
      );
      say(`${engine}：打开群众的网页 …`);
      say(`${engine}：${appeals} 件的一年统计 …`);
      lines.push(...(await measureStatistics({ engine, url: urlOf('statistics'), count: appeals }, settings)));
      lines.push(...(await measurePages({ engine, url: urlOf('pages') }, settings)));
      versions.push(`${engine} ${await versionOf(urlOf('hub'))}`);
      for (const [name, openOfTen] of [
        ['mixed', 3],
        ['open', 10],
      ] as const) {
        say(`${engine}：${appeals} 件的队列，每十件 ${openOfTen} 件在办 …`);
        lines.push(...(await measureQueue({ engine, url: urlOf(name), count: appeals, openOfTen }, settings)));
      }
    }
  } finally {
    server?.stop();
  }
  const machine = `${cpus()[0]?.model.trim() ?? ''}，${cpus().length} 核，${Math.round(totalmem() / 2 ** 30)} GiB，Node ${process.version}`;
  const missing = server ? '' : '；MariaDB 没有安装，没有测';
  return `${machine}；${versions.join('，')}${missing}；fdatasync ${(await flushMs(folder)).toFixed(2)} 毫秒\n\n${tableOf(lines)}\n\n${PEERS}`;
}

/** The office's own settings, over data and a key that end with the run. */
function settingsIn(folder: string): Settings {
  const env = { ...process.env, HUB_DATA_DIR: join(folder, 'data'), HUB_SECRET_KEY: 'only-for-the-bench-'.repeat(3) };
  return loadSettings({ configDir: process.env.HUB_CONFIG_DIR ?? 'config', env });
}

async function versionOf(url: string): Promise<string> {
  const database = await Database.open(url);
  const call = database.engine === 'sqlite' ? 'sqlite_version()' : 'version()';
  const [row] = (await database.reader.query(`SELECT ${call} AS version`)) as [{ version: string }];
  await database.close();
  return row.version;
}

/** What every commit waits for on this disk. */
async function flushMs(folder: string): Promise<number> {
  const file = openSync(join(folder, 'flush'), 'w');
  const { p50 } = await spread(async () => {
    writeSync(file, Buffer.alloc(4096, 1));
    fdatasyncSync(file);
  }, 100);
  closeSync(file);
  return p50;
}

if (require.main === module) void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
