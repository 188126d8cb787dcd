import { representativesOf } from '../desk/representatives';
import type { Party } from '../intake/inbound-message';
import type { LeakKind } from '../privacy/leak/kinds';
import { findLeaks } from '../privacy/leak/leak';

/** What names a person by itself; a surname with 先生 does not. */
const NAMING = { name: '姓名', phone: '电话', mail: '邮箱', address: '住址' } as const satisfies Partial<
  Record<LeakKind, string>
>;

/** These citizens without what the reader knows anyway, such as the place that he wrote about, or that he is one of them. */
export function strangers(parties: readonly Party[], own: readonly string[]): Party[] {
  const unknown = (value: string): string => (value !== '' && own.some((one) => one.includes(value)) ? '' : value);
  return parties
    .flatMap((party) => [party, ...representativesOf(party)])
    .map(({ name, phone, email, address }) => ({
      name: unknown(name),
      phone: unknown(phone),
      email: unknown(email),
      address: unknown(address),
    }));
}

/** What of these citizens stands in a text that others read, in Chinese; `own` holds what the reader of the text knows. */
export function identityIn(text: string, parties: readonly Party[], own: readonly string[] = []): string[] {
  const found = strangers(parties, own).flatMap((one) => {
    const subject = { own: one, others: [], letters: [], ours: [] };
    return findLeaks([{ where: '', text }], subject, 'public').map(({ kind }) => kind);
  });
  return Object.entries(NAMING).flatMap(([kind, words]) => (found.includes(kind as LeakKind) ? [words] : []));
}
