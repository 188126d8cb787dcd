import { Fault } from '../errors';
import type { Instant } from '../deadline/day';
import { oneLine } from '../intake/text';

/** What another system may do with its token: hand appeals in, do so by Open311, and ask after what it handed in. */
export const TOKEN_SCOPES = ['intake', 'open311', 'read-own'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export const SCOPE_WORDS: Record<TokenScope, string> = {
  intake: '递交来件',
  open311: 'Open311 递交',
  'read-own': '查询自己递交的来件',
};

/** Stands before every token, so that one that was left in a program or a log is recognised. */
export const TOKEN_PREFIX = 'yxt_';

/** A system outside that speaks to the interfaces, as the rules see one. */
export interface ApiCaller {
  readonly id: number;
  readonly name: string;
  /** The door in full, under which its appeals stand in the queue. */
  readonly source: string;
  readonly scopes: readonly TokenScope[];
  readonly perMinute: number;
}

export type TokenState = 'active' | 'expired' | 'revoked';
export const TOKEN_STATE_WORDS: Record<TokenState, string> = { active: '可用', expired: '已过期', revoked: '已吊销' };

export const tokenState = (
  { expiresAt, revokedAt }: { readonly expiresAt: Instant | null; readonly revokedAt: Instant | null },
  now: Instant,
): TokenState => (revokedAt ? 'revoked' : expiresAt !== null && expiresAt <= now ? 'expired' : 'active');

export const TOKEN_PER_MINUTE = { least: 1, usual: 60, most: 6000 } as const;

export interface TokenForm {
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly string[];
  readonly perMinute: number;
  readonly expiresAt: Instant | null;
}

/** The form as it is kept; refuses what would make no usable token. */
export function checkedToken(form: TokenForm, now: Instant): Omit<ApiCaller, 'id'> & { readonly expiresAt: Instant | null } {
  const name = oneLine(form.name);
  const source = oneLine(form.source);
  const scopes = TOKEN_SCOPES.filter((scope) => form.scopes.includes(scope));
  const unknown = form.scopes.find((scope) => !(TOKEN_SCOPES as readonly string[]).includes(scope));
  const { least, most } = TOKEN_PER_MINUTE;
  const refuse = (message: string, hint: string) => new Fault('invalid', 'token', message, hint);
  if (!name) throw refuse('没有写名称。', '写对方系统的名称，如“区城运中心平台”。');
  if (!source) throw refuse('没有写来源。', '它递交的来件按这个来源登记，如 12345。');
  if (unknown !== undefined) throw refuse(`没有“${unknown}”这种权限。`, `可选：${TOKEN_SCOPES.join('、')}。`);
  if (!scopes.length) throw refuse('没有选权限。', `至少选一项：${TOKEN_SCOPES.join('、')}。`);
  if (!Number.isInteger(form.perMinute) || form.perMinute < least || form.perMinute > most)
    throw refuse('每分钟次数不对。', `请写 ${least} 到 ${most} 的整数。`);
  if (form.expiresAt !== null && form.expiresAt <= now) throw refuse('到期时间已经过了。', '请写以后的时间，或不写。');
  return { name, source, scopes, perMinute: form.perMinute, expiresAt: form.expiresAt };
}
