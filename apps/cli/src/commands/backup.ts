import { resolve } from 'node:path';
import { instant, SYSTEM_NAME } from '@hub/domain';
import { backup as write, restore as read, Secrets, UnitOfWork, type Manifest, type Progress } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { settingsOf, withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { options, UsageError } from '../usage';

const storeOf = ({ databaseUrl, filesDir, secretKey }: Settings) => ({
  databaseUrl,
  filesDir,
  keyMark: new Secrets(secretKey).mark,
});

const KEY = '密钥不在备份里：请把 secret.key（或 HUB_SECRET_KEY）另外存好，没有它，姓名、电话打不开。';

function folderOf(argv: readonly string[], usage: string): string {
  const { positionals } = options(argv, {}, usage);
  if (positionals.length !== 1) throw new UsageError('请写一个文件夹。', `用法：${usage}`);
  return resolve(positionals[0]!);
}

const progress: Progress = ({ what, name, count }) =>
  void process.stderr.write(what === 'files' ? `原件和附件：${count} 份\n` : count ? `${name}：${count} 行\n` : '');

const summary = ({ tables, files }: Manifest): string => {
  const rows = Object.values(tables).reduce((all, one) => all + one.rows, 0);
  return `来件 ${tables['appeals']?.rows ?? 0} 件，共 ${rows} 行；原件和附件 ${files.count} 份，${(files.bytes / 1e6).toFixed(1)} MB`;
};

/** Everything that stands at this moment, while the hub runs. */
export async function backup(argv: readonly string[]): Promise<ExitCode> {
  const folder = folderOf(argv, 'yxt backup 文件夹');
  return withHub<ExitCode>(async ({ app, settings }) => {
    const at = instant(Date.now());
    const manifest = await write(storeOf(settings), folder, at, progress);
    const entry = { at, actorId: null, actorName: SYSTEM_NAME, action: 'backup', subject: folder.slice(-80) };
    await app.get(UnitOfWork).run(async ({ audit }) => audit.add({ ...entry, detail: { files: manifest.files.count } }));
    process.stdout.write(`备份写好：${folder}\n${summary(manifest)}。\n${KEY}\n`);
    return 0;
  });
}

/** A backup comes back into an empty database, of either engine. */
export async function restore(argv: readonly string[]): Promise<ExitCode> {
  const folder = folderOf(argv, 'yxt restore 文件夹');
  const manifest = await read(storeOf(settingsOf()), folder, progress);
  return withHub<ExitCode>(async ({ app }) => {
    const entry = {
      at: instant(Date.now()),
      actorId: null,
      actorName: SYSTEM_NAME,
      action: 'restore',
      subject: folder.slice(-80),
    };
    await app.get(UnitOfWork).run(async ({ audit }) => audit.add({ ...entry, detail: { backupAt: manifest.at } }));
    process.stdout.write(
      `恢复完成：${manifest.at} 的备份，${summary(manifest)}。\n` +
        '备份时还没寄出的信不会自动再寄，列在“待发箱”的“结果不明”里，请核对后重寄。请用 yxt verify 核对一遍，再启动一线通。\n',
    );
    return 0;
  });
}
