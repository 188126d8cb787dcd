import 'reflect-metadata';
import { Fault } from '@hub/domain';
import { databaseTrouble, isUnreachable } from '@hub/persistence';
import { SettingsFaults } from '@hub/settings';
import { COMMANDS, HELP } from './commands';
import type { ExitCode } from './exit-code';
import { UsageError } from './usage';

async function run(argv: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (!name || name === '--help' || name === 'help' || rest.includes('--help')) {
    process.stdout.write(HELP);
    return name ? 0 : 2;
  }
  const command = COMMANDS[name];
  if (!command)
    throw new UsageError(`没有“${name}”这个命令。`, `可用的有：${Object.keys(COMMANDS).join('、')}；yxt --help 看说明。`);
  return command(rest);
}

function told(error: unknown): { line: string; code: ExitCode } {
  if (error instanceof UsageError) return { line: error.message, code: 2 };
  if (error instanceof SettingsFaults) return { line: `设置有 ${error.faults.length} 处要改：\n${error.message}`, code: 3 };
  if (error instanceof Fault) return { line: [error.message, error.hint].filter(Boolean).join(''), code: 3 };
  if (isUnreachable(error)) return { line: databaseTrouble(error), code: 3 };
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return { line: `没有办成：${message}`, code: 3 };
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const { line, code } = told(error);
    process.stderr.write(`${line}\n`);
    process.exit(code);
  },
);
