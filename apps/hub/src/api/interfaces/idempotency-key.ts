import { Fault } from '@hub/domain';

const SIGNS = /^[\x21-\x7e]{1,200}$/;

/** The header as it is written, or in the quotes of its draft standard; null where there is none. */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (SIGNS.test(key)) return key;
  throw new Fault('invalid', 'idempotency-key', 'Idempotency-Key 不对。', '请用 1 到 200 个英文字母、数字或符号，如一个 UUID。');
}
