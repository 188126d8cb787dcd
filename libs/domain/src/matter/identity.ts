import type { Party } from '../intake/inbound-message';
import { findLeaks, type LeakKind } from '../privacy/leak/leak';

/** What names a person by itself; a surname with 先生 does not. */
const NAMING = { name: '姓名', phone: '电话', mail: '邮箱', address: '住址' } as const satisfies Partial<
  Record<LeakKind, string>
>;

/**
 * What of these citizens stands in a text that others read, in Chinese; `own` holds what the reader of the text knows
 * anyway, such as the place that he wrote about.
 */
export function identityIn(text: string, parties: readonly Party[], own: readonly string[] = []): string[] {
  const known = (value: string): boolean => value !== '' && own.some((one) => one.includes(value));
  const found = parties.flatMap(({ name, phone, email, address }) => {
    const unknown = {
      name: known(name) ? '' : name,
      phone: known(phone) ? '' : phone,
      email: known(email) ? '' : email,
      address: known(address) ? '' : address,
    };
    const subject = { own: unknown, others: [], letters: [], ours: [] };
    return findLeaks([{ where: '', text }], subject, 'public').map(({ kind }) => kind);
  });
  return Object.entries(NAMING).flatMap(([kind, words]) => (found.includes(kind as LeakKind) ? [words] : []));
}
