import { SYSTEM_NAME, instant } from '@hub/domain';
import { Database, rotate, Secrets, UnitOfWork } from '@hub/persistence';
import { beginKeyFiles, endKeyFiles } from '@hub/settings';
import { settingsOf, withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, UsageError } from '../usage';

const TABLES: Readonly<Record<string, string>> = {
  persons: '当事人',
  outbox_letters: '待发信',
  documents: '文书',
  intake_items: '来件原文',
};

/** A new secret key takes over: everything that is sealed is sealed anew; broken off, the same command goes on. */
export async function key(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt key rotate（用环境变量时：HUB_SECRET_KEY 写新的，HUB_SECRET_KEY_OLD 写旧的）';
  oneOf('key', options(argv, {}, usage).positionals[0], ['rotate'], usage);
  const { dataDir } = settingsOf();
  const inFiles = !process.env.HUB_SECRET_KEY;
  if (!inFiles && !process.env.HUB_SECRET_KEY_OLD) throw new UsageError('没有写旧密钥。', `用法：${usage}`);
  if (inFiles) beginKeyFiles(dataDir);
  return withHub<ExitCode>(async ({ app }) => {
    const done = await rotate(app.get(Database), app.get(Secrets), ({ table, done: sealed, left }) => {
      process.stderr.write(`${TABLES[table] ?? table}：已换 ${sealed}，还有 ${left}\n`);
    });
    const entry = { at: instant(Date.now()), actorId: null, actorName: SYSTEM_NAME, action: 'key.rotate', subject: 'secret-key' };
    await app.get(UnitOfWork).run(async ({ audit }) => audit.add({ ...entry, detail: { sealed: done } }));
    if (inFiles) endKeyFiles(dataDir);
    process.stdout.write(
      `密钥已换，共 ${done} 项重新封存。${inFiles ? '请重新启动一线通。' : '请去掉 HUB_SECRET_KEY_OLD，重新启动一线通。'}旧密钥从此什么也打不开，换以前的备份仍要用它。\n`,
    );
    return 0;
  });
}
