import 'reflect-metadata';
import { databaseTrouble, engineOf, isUnreachable, migrate } from '@hub/persistence';
import { Fault } from '@hub/domain';
import { loadSettings, SettingsFaults, unknownYears, type Settings } from '@hub/settings';
import { buildHub } from './serve';

/** Could not run: see the contract's exit codes. */
const COULD_NOT_RUN = 3;

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(COULD_NOT_RUN);
}

function settingsOrEnd(): Settings {
  try {
    return loadSettings({ configDir: process.env.HUB_CONFIG_DIR ?? 'config', env: process.env });
  } catch (error) {
    if (error instanceof SettingsFaults) fail(`设置有 ${error.faults.length} 处要改，改好再启动：\n${error.message}`);
    throw error;
  }
}

/** One line that says what happened and what would work. */
function troubleOf(error: unknown, settings: Settings): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `端口 ${settings.port} 已被占用：请停掉占用它的程序，或换一个端口（HUB_PORT）。`;
  if (code === 'EACCES') return `没有权限使用端口 ${settings.port}：请换一个 1024 以上的端口（HUB_PORT）。`;
  if (error instanceof Fault) return [error.message, error.hint].filter(Boolean).join('');
  if (isUnreachable(error)) return databaseTrouble(error);
  return `没有启动成功：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

const calendarReminder = (years: readonly number[]): string =>
  `日历里没有 ${years.join('、')} 年的放假安排，暂按周一至周五上班计算；国务院公布后请填 config/calendar.yaml。\n`;

async function main(): Promise<void> {
  const settings = settingsOrEnd();
  try {
    engineOf(settings.databaseUrl);
    await migrate(settings.databaseUrl);
    const hub = await buildHub(settings);
    await hub.listen(settings.port);
    const here = `http://localhost:${settings.port}`;
    process.stdout.write(`一线通已启动：${here}（群众） ${here}/console（办理台）\n`);
    const years = unknownYears(settings.office.calendar, new Date().getFullYear());
    if (years.length) process.stdout.write(calendarReminder(years));
  } catch (error) {
    fail(troubleOf(error, settings));
  }
}

// One bad input must not end the hub: what nobody caught is told, and the rest goes on.
process.on('unhandledRejection', (error) =>
  process.stderr.write(`未处理的错误：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
);

void main();
