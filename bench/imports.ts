import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { ImportView } from '@hub/contract';
import { migrate } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { timed, type Line } from './figures';
import { signedInHub } from './hub';
import { inventedWorkbook } from './invented-log';

const YXT = resolve(__dirname, '../../apps/cli/bin/yxt.cjs');
const SOURCE = '纠风热线';

/** The most memory that a process has had since it began, in MB; Linux tells it. */
function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.ceil(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

const childrenOf = (pid: number): number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

/** Runs `yxt` as a process of its own; import is handed on to a child of it, whose memory counts. */
async function runYxt(settings: Settings, args: readonly string[]): Promise<{ ms: number; peak: number }> {
  const env = {
    ...process.env,
    HUB_DATABASE_URL: settings.databaseUrl,
    HUB_DATA_DIR: settings.dataDir,
    HUB_SECRET_KEY: settings.secretKey,
  };
  const yxt = spawn(process.execPath, [YXT, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, ...childrenOf(yxt.pid!).map((pid) => peakOf(pid)))), 100);
  const { ms } = await timed(() => new Promise((done) => yxt.once('exit', done)));
  clearInterval(watch);
  if (yxt.exitCode !== 0) throw new Error(`yxt ${args[0]} 以 ${yxt.exitCode} 结束`);
  return { ms, peak };
}

/** A workbook handed in at the console and taken by the hub, and another by `yxt import`, each in a process of its own. */
export async function measureImports(
  { engine, urlOf, folder, rows }: { engine: string; urlOf(name: string): string; folder: string; rows: number },
  settings: Settings,
): Promise<Line[]> {
  const book = inventedWorkbook(rows);
  const place = (name: string): Settings => ({ ...settings, databaseUrl: urlOf(name), dataDir: join(folder, name) });
  const line = { bare: '–', ratio: null, peers: '' };
  const at = (ms: number) => ((rows * 1000) / ms).toFixed(0);
  const size = `${rows} 行的工作簿，${(book.length / (1 << 20)).toFixed(1)} MB`;

  await migrate(urlOf('console'));
  const { ask, hub, stop } = await signedInHub(place('console'), 'api,worker');
  const before = peakOf(hub.pid!);
  let handedIn = {} as ImportView;
  const upload = await timed(async () => {
    handedIn = await ask(`/api/v1/imports?source=${encodeURIComponent(SOURCE)}&name=${encodeURIComponent('台账.xlsx')}`, book);
  });
  const seen = await timed(() => ask(`/api/v1/imports/${handedIn.id}/preview`));
  const taken = await timed(async () => {
    let one: ImportView = await ask(`/api/v1/imports/${handedIn.id}/start`, JSON.stringify({ version: handedIn.version }));
    for (; one.state === 'waiting' || one.state === 'running'; one = await ask(`/api/v1/imports/${handedIn.id}`)) await rest(500);
    if (one.new !== rows) throw new Error(`导入了 ${one.new} 行，应为 ${rows} 行：${one.trouble ?? one.stateName}`);
  });
  const peak = peakOf(hub.pid!);
  await stop();

  const file = join(folder, '台账.xlsx');
  writeFileSync(file, book);
  await migrate(urlOf('command'));
  const command = await runYxt(place('command'), ['import', file, '--source', SOURCE]);
  return [
    {
      ...line,
      what: `${engine} 办理台导入，行/秒`,
      ours: at(taken.ms),
      note: `${size}，上传 ${(upload.ms / 1000).toFixed(1)} 秒，预览 ${(seen.ms / 1000).toFixed(1)} 秒；服务进程内存起初 ${before} MB，至多 ${peak} MB`,
    },
    { ...line, what: `${engine} yxt import，行/秒`, ours: at(command.ms), note: `同一份；进程内存至多 ${command.peak} MB` },
  ];
}
