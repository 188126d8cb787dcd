import { basename, resolve } from 'node:path';
import { IntakeService, type IntakeResult } from '@hub/casework';
import { MailFolderChannel, takeIn } from '@hub/channels';
import { lastValueFrom, map } from 'rxjs';
import type { ExitCode } from '../exit-code';
import { withHub } from '../hub-context';
import { known } from '../settled-file';
import { options, UsageError } from '../usage';

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
