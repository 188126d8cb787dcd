import 'reflect-metadata';
import { Fault } from '@hub/domain';
import { databaseTrouble, isUnreachable } from '@hub/persistence';
import { SettingsFaults } from '@hub/settings';
import { COMMANDS, HELP, NAMES } from './commands';
import type { ExitCode } from './exit-code';
import { UsageError } from './usage';

const HELP_SIGNS = ['--help', '-h', 'help'];

async function run(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (!name || HELP_SIGNS.includes(name) || rest.some((one) => one === '--help' || one === '-h')) {
    process.stdout.write(HELP);
    return name ? 0 : 2;
  }
  // A name like toString is no command though every object has it.
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`没有“${name}”这个命令。`, `可用的有：${NAMES.join('、')}；yxt --help 看说明。`);
  return command(rest);
}

const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EEXIST: '文件已经在，不覆盖',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有权限打开',
  EPERM: '没有权限打开',
  ENOTDIR: '路径里有一段不是文件夹',
};
const DISK_FULL = '磁盘已满，没有做完：请清理放数据的磁盘，再运行一次；已经登记的不会重复。';

function told(error: unknown): { line: string; code: ExitCode } {
  if (error instanceof UsageError) return { line: error.message, code: 2 };
  if (error instanceof SettingsFaults) return { line: `设置有 ${error.faults.length} 处要改：\n${error.message}`, code: 3 };
  if (error instanceof Fault) return { line: [error.message, error.hint].filter(Boolean).join(''), code: 3 };
  if (isUnreachable(error)) return { line: databaseTrouble(error), code: 3 };
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { line: DISK_FULL, code: 3 };
  if (path && code && FILE_TROUBLE[code]) return { line: `${FILE_TROUBLE[code]}：${path}。请核对路径和权限。`, code: 3 };
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return { line: `没有办成：${message}`, code: 3 };
}

// `yxt queue | head`: whoever reads has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const { line, code } = told(error);
    process.stderr.write(`${line}\n`);
    process.exit(code);
  },
);
