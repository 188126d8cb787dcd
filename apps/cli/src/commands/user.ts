import { text } from 'node:stream/consumers';
import { UserAdminService } from '@hub/casework';
import { ROLE_WORDS, unitName, table } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, UsageError } from '../usage';

const USAGE = 'yxt user add|passwd|disable|list …（yxt --help 看说明）';

async function passwordOf(given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  if (process.stdin.isTTY) process.stderr.write('请输入密码，回车后按 Ctrl-D：\n');
  return (await text(process.stdin)).split('\n')[0]!.trim();
}

export async function user(argv: readonly string[]): Promise<ExitCode> {
  const known = {
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    password: { type: 'string' },
  } as const;
  const { values, positionals } = options(argv, known, USAGE);
  const [given, account] = positionals;
  const act = oneOf('user', given, ['add', 'passwd', 'disable', 'list'], USAGE);
  if (act !== 'list' && !account) throw new UsageError('没有写账号。', `用法：${USAGE}`);
  if (act === 'add' && !values.role)
    throw new UsageError('没有写角色。', `请加 --role，可选：${Object.keys(ROLE_WORDS).join('、')}。`);
  return withHub<ExitCode>(async ({ app, settings }) => {
    const admin = app.get(UserAdminService);
    if (act === 'add') {
      const password = await passwordOf(values.password);
      await admin.add({
        account: account!,
        name: values.name ?? account!,
        role: values.role!,
        unitId: values.unit ?? null,
        password,
      });
      process.stdout.write(`已建账号 ${account}。\n`);
    } else if (act === 'passwd') {
      await admin.changePassword(account!, await passwordOf(values.password));
      process.stdout.write(`已改 ${account} 的密码，原来的登录都已退出。\n`);
    } else if (act === 'disable') {
      await admin.disable(account!);
      process.stdout.write(`已停用 ${account}。\n`);
    } else {
      const users = await app.get(OperationsQuery).users();
      const rows = users.map((one) => [
        one.account,
        one.name,
        ROLE_WORDS[one.role],
        unitName(settings.office, one.unitId) ?? '',
        one.disabled ? '停用' : '在用',
      ]);
      process.stdout.write(table(['账号', '姓名', '角色', '单位', '状态'], rows));
    }
    return 0;
  });
}
