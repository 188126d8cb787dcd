import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMariadb } from './mariadb';
import { measureIntake, measureQueue } from './measure';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Measures intake and queue on both engines beside the bare driver in the same run; a Markdown table on stdout. */
export async function main(argv: readonly string[]): Promise<number> {
  const options = { mails: { type: 'string', default: '2000' }, appeals: { type: 'string', default: '100000' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const folder = mkdtempSync(join(tmpdir(), 'yxt-bench-'));
  const server = await startMariadb(join(folder, 'maria'));
  if (!server) say('没有安装 MariaDB，只测 SQLite。');
  const engines = [
    ['SQLite', `sqlite:${folder}/hub.db`, `sqlite:${folder}/bare.db`],
    ...(server ? [['MariaDB', server.url, server.bareUrl]] : []),
  ];
  const lines: string[] = [];
  try {
    for (const [engine, url, bareUrl] of engines as [string, string, string][]) {
      say(`${engine}：登记 ${values.mails} 封来信 …`);
      lines.push(...(await measureIntake(engine, url, bareUrl, join(folder, engine), Number(values.mails))));
      say(`${engine}：${values.appeals} 件的队列 …`);
      lines.push(...(await measureQueue(engine, url, Number(values.appeals))));
    }
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const machine = `${cpus()[0]?.model ?? ''}，${cpus().length} 核，Node ${process.version}`;
  process.stdout.write(`${machine}\n\n| 项目 | 一线通 | 光用驱动 | 比 | 说明 |\n|---|---|---|---|---|\n${lines.join('\n')}\n`);
  return 0;
}
