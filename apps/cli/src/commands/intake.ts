import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { ImportService, IntakeService, type IntakeResult } from '@hub/casework';
import { MailFolderChannel, takeIn } from '@hub/channels';
import { DESK_SOURCES, Fault, Unreadable } from '@hub/domain';
import { lastValueFrom, map } from 'rxjs';
import { settingsOf, withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { options, UsageError } from '../usage';

const known = (path: string): string => {
  if (!existsSync(path)) throw new Fault('missing', 'file', `没有这个文件：${path}。`, '请核对路径。');
  return path;
};

/** The office's own hotlines first, then the doors of the desk. */
const sourcesKnown = (): string[] => {
  const own = settingsOf().channels.flatMap((one) => (one.type === 'hotline-folder' ? [one.source] : []));
  return [...new Set([...own, ...DESK_SOURCES])];
};

export async function importLog(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt import 文件 --source 来源 [--dry-run]';
  const { values, positionals } = options(argv, { source: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const, usage);
  const [path] = positionals;
  if (!path) throw new UsageError('没有写文件。', `用法：${usage}`);
  const { source } = values;
  if (!source) throw new UsageError('没有写来源。', `请加 --source，可选：${sourcesKnown().join('、')}，或别的名称。`);
  const file = { name: basename(path), bytes: readFileSync(known(path)) };
  return withHub<ExitCode>(async ({ app }) => {
    const onProgress = (done: number, all: number) => process.stderr.isTTY && process.stderr.write(`\r已办 ${done} / ${all}`);
    try {
      const report = await app
        .get(ImportService)
        .import(file, source, { dryRun: values['dry-run'] === true, onProgress: (done, all) => void onProgress(done, all) });
      if (process.stderr.isTTY) process.stderr.write('\n');
      const head = values['dry-run'] ? '试读，没有写入。' : '';
      process.stdout.write(
        `${head}${file.name}：共 ${report.rows} 行，新增 ${report.new}，已有 ${report.known}（其中改动 ${report.changed.length}），并入 ${report.joined}，待人工处理 ${report.quarantined}，退回 ${report.faults.length}（new ${report.new}, known ${report.known}, changed ${report.changed.length}, joined ${report.joined}, quarantined ${report.quarantined}, rejected ${report.faults.length}）\n`,
      );
      for (const { row, number, fields } of report.changed)
        process.stdout.write(`  第 ${row} 行${number ? `（${number}）` : ''}改了：${fields.join('、')}\n`);
      for (const { reason } of report.faults) process.stdout.write(`  ${reason}\n`);
      return report.faults.length ? 1 : 0;
    } catch (error) {
      if (error instanceof Unreadable) throw new Fault('invalid', 'import-unreadable', error.reason);
      throw error;
    }
  });
}

export async function ingest(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt ingest 文件.eml… | 文件夹 | mbox [--source 来源]';
  const { values, positionals } = options(argv, { source: { type: 'string' } } as const, usage);
  if (!positionals.length) throw new UsageError('没有写文件。', `用法：${usage}`);
  const paths = positionals.map((path) => known(resolve(path)));
  return withHub<ExitCode>(async ({ app, settings }) => {
    const intake = app.get(IntakeService);
    const counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
    const count = (results: readonly IntakeResult[]) => {
      for (const { outcome, reason } of results) {
        counts[outcome] += 1;
        if (outcome === 'quarantined') process.stderr.write(`待人工处理：${reason}\n`);
      }
      if (process.stderr.isTTY) process.stderr.write(`\r已读 ${Object.values(counts).reduce((sum, count) => sum + count, 0)} 封`);
    };
    const trouble: unknown[] = [];
    for (const path of paths) {
      const channel = new MailFolderChannel({
        name: basename(path),
        source: values.source ?? '局长信箱',
        path,
        maxBytes: settings.intake.maxMailBytes,
        settleMs: 0,
      });
      // What can be read is taken in and counted, whatever stands beside it.
      await lastValueFrom(takeIn(intake, channel).pipe(map(count)), { defaultValue: undefined }).catch((error: unknown) =>
        trouble.push(error),
      );
    }
    if (process.stderr.isTTY) process.stderr.write('\n');
    process.stdout.write(
      `新增 ${counts.new}，并入 ${counts.joined}，已有 ${counts.known}，待人工处理 ${counts.quarantined}（new ${counts.new}, joined ${counts.joined}, known ${counts.known}, quarantined ${counts.quarantined}）\n`,
    );
    if (trouble.length) throw trouble[0];
    return 0;
  });
}
