import { createWriteStream, existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as rest } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ChannelLeases, ImportService, IMPORTS_LEASE, RejectedRows, type ImportOutcome } from '@hub/casework';
import { DESK_SOURCES, Fault, NoTextColumn, Unreadable } from '@hub/domain';
import { ImportQuery, UnitOfWork, type Fence } from '@hub/persistence';
import type { ExitCode } from '../exit-code';
import { settingsOf, withHub } from '../hub-context';
import { settledBytes } from '../settled-file';
import { options, UsageError } from '../usage';

const USAGE = 'yxt import 文件 --source 来源 [--text 写来件内容的栏名] [--dry-run]';

/** The office's own hotlines first, then the doors of the desk. */
const sourcesKnown = (): string[] => {
  const own = settingsOf().channels.flatMap((one) => (one.type === 'hotline-folder' ? [one.source] : []));
  return [...new Set([...own, ...DESK_SOURCES])];
};

export async function importLog(argv: readonly string[]): Promise<ExitCode> {
  const known = { source: { type: 'string' }, text: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { values, positionals } = options(argv, known, USAGE);
  const [path] = positionals;
  if (!path) throw new UsageError('没有写文件。', `用法：${USAGE}`);
  const { source, text, 'dry-run': dryRun = false } = values;
  if (!source) throw new UsageError('没有写来源。', `请加 --source，可选：${sourcesKnown().join('、')}，或别的名称。`);
  const file = { name: basename(path), bytes: await settledBytes(path) };
  const columns = text ? [{ heading: text, field: 'text' as const }] : [];
  return withHub<ExitCode>(async ({ app, settings }) => {
    const leases = new ChannelLeases(app.get(UnitOfWork), settings.leaseSeconds * 1000);
    try {
      const fence = dryRun ? undefined : await myTurn(leases);
      const report = await app.get(ImportService).import(file, source, { dryRun, columns, fence, onProgress });
      if (process.stderr.isTTY) process.stderr.write('\n');
      await tell(app, path, report);
      return report.faults.length ? 1 : 0;
    } catch (error) {
      throw told(error);
    } finally {
      await leases.release([IMPORTS_LEASE]);
    }
  });
}

const onProgress = (done: number, all: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r已办 ${done} / ${all}`);
};

/** Logs are taken one after the other, whoever hands them in. */
async function myTurn(leases: ChannelLeases): Promise<Fence> {
  for (let told = false; ; told = true) {
    const claim = await leases.claim(IMPORTS_LEASE);
    if ('fence' in claim) return claim.fence;
    if (!told) process.stderr.write(`另一份台账正在导入（${claim.heldBy}），排在它后面。\n`);
    await rest(leases.waitMs(claim));
  }
}

async function tell(app: INestApplicationContext, path: string, report: ImportOutcome): Promise<void> {
  const { id, rows, known, joined, quarantined, changed, faults } = report;
  const head = id === null ? '试读，没有写入。' : '';
  const counts = `共 ${rows} 行，新增 ${report.new}，已有 ${known}（其中改动 ${changed.length}），并入 ${joined}，待人工处理 ${quarantined}，退回 ${faults.length}`;
  process.stdout.write(
    `${head}${basename(path)}：${counts}（new ${report.new}, known ${known}, changed ${changed.length}, joined ${joined}, quarantined ${quarantined}, rejected ${faults.length}）\n`,
  );
  for (const { row, number, fields } of changed)
    process.stdout.write(`  第 ${row} 行${number ? `（${number}）` : ''}改了：${fields.join('、')}\n`);
  if (id !== null && faults.length) process.stdout.write(await returned(app, path, id));
  for (const { reason } of faults) process.stdout.write(`  ${reason}\n`);
}

/** Writes the rejected rows beside the log; answers where they are, in words. */
async function returned(app: INestApplicationContext, path: string, id: number): Promise<string> {
  const place = freeName(join(dirname(resolve(path)), `${basename(path, extname(path))}-退回`));
  try {
    const bytes = await app.get(RejectedRows).of((await app.get(ImportQuery).byId(id))!);
    await pipeline(bytes, createWriteStream(place, { flags: 'wx', mode: 0o600 }));
    return `退回的行写在 ${place}，最后一列是原因；改好后按同一来源再导入，只会登记这些行。\n`;
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return `退回的行没有写成 ${place}（${code}），可以在办理台“台账导入”里下载。\n`;
  }
}

/** What a person has begun to correct is not written over. */
function freeName(stem: string): string {
  for (let at = 1; ; at++) {
    const place = `${stem}${at > 1 ? `-${at}` : ''}.xlsx`;
    if (!existsSync(place)) return place;
  }
}

function told(error: unknown): unknown {
  if (error instanceof NoTextColumn)
    return new Fault('invalid', 'import-no-text', error.reason, '请加上 --text 和栏名，说明来件内容写在哪一栏。');
  if (error instanceof Unreadable)
    return new Fault(
      'invalid',
      'import-unreadable',
      error.reason,
      error.unfinished ? '它可能还没有复制完，请等一等再运行一次。' : '',
    );
  return error;
}
