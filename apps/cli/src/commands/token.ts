import { ApiTokenService } from '@hub/casework';
import {
  addDays,
  Fault,
  instant,
  SCOPE_WORDS,
  startOf,
  table,
  TOKEN_PER_MINUTE,
  TOKEN_SCOPES,
  TOKEN_STATE_WORDS,
  tokenState,
  withOffset,
  type TokenScope,
} from '@hub/domain';
import { ApiQuery } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, UsageError, whole } from '../usage';

const USAGE = `yxt token add 名称 --source 来源 --scope ${TOKEN_SCOPES.join(',')} [--per-minute N] [--until 2027-12-31] | list | revoke 序号`;

export async function token(argv: readonly string[]): Promise<ExitCode> {
  const known = {
    source: { type: 'string' },
    scope: { type: 'string' },
    'per-minute': { type: 'string' },
    until: { type: 'string' },
  } as const;
  const { values, positionals } = options(argv, known, USAGE);
  const act = oneOf('token', positionals[0], ['add', 'list', 'revoke'], USAGE);
  const named = positionals[1];
  if (act !== 'list' && !named) throw new UsageError(act === 'add' ? '没有写名称。' : '没有写序号。', `用法：${USAGE}`);
  const id = act === 'revoke' ? whole(named, 0, '序号') : 0;
  const form = {
    name: named ?? '',
    source: values.source ?? '',
    scopes: (values.scope ?? '').split(',').filter(Boolean),
    perMinute: whole(values['per-minute'], TOKEN_PER_MINUTE.usual, '--per-minute'),
    expiresAt: values.until === undefined ? null : endOf(values.until),
  };
  return withHub<ExitCode>(async ({ app }) => {
    const tokens = app.get(ApiTokenService);
    if (act === 'add') {
      const { id: given, token: secret } = await tokens.add(form, null);
      process.stdout.write(`${secret}\n`);
      process.stderr.write(`已发 ${given} 号令牌，只显示这一次，请交给对方妥善保管。\n`);
    } else if (act === 'revoke') {
      await tokens.revoke(id, null);
      process.stdout.write(`已吊销 ${id} 号令牌。\n`);
    } else {
      const now = instant(Date.now());
      const rows = (await app.get(ApiQuery).tokens()).map((one) => [
        String(one.id),
        one.name,
        one.source,
        one.scopes
          .split(' ')
          .map((scope) => SCOPE_WORDS[scope as TokenScope])
          .join('、'),
        `…${one.ending}`,
        TOKEN_STATE_WORDS[tokenState(one, now)],
        one.lastUsedAt ? withOffset(one.lastUsedAt) : '',
      ]);
      process.stdout.write(
        rows.length ? table(['序号', '名称', '来源', '权限', '末四位', '状态', '上次使用'], rows) : '还没有令牌。\n',
      );
    }
    return 0;
  });
}

/** Good until the end of that day. */
function endOf(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Fault('invalid', 'until', `到期日“${day}”看不懂。`, '请写成 2027-12-31。');
  return startOf(addDays(day, 1));
}
