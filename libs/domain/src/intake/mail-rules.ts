import type { Reading } from './inbound-message';

/** Letters that the office does not want in its queue. All conditions that a rule names must hold; of a list one is enough. */
export interface MailRule {
  readonly name: string;
  /** A rule that is switched off stands in the file and does nothing. */
  readonly active: boolean;
  readonly addresses?: readonly string[];
  readonly domains?: readonly string[];
  /** Stand in subject or text; case does not count. */
  readonly words?: readonly string[];
  /** The mail server's own score is this or more. */
  readonly score?: number;
  /** The mail server says that it is spam. */
  readonly flagged?: boolean;
  readonly reason: string;
}

export interface MailRules {
  /** Whom no rule touches. */
  readonly allow: { readonly addresses: readonly string[]; readonly domains: readonly string[] };
  readonly rules: readonly MailRule[];
}

export const NO_MAIL_RULES: MailRules = { allow: { addresses: [], domains: [] }, rules: [] };

const TEXT = 50_000;

const same = (list: readonly string[], value: string): boolean => list.some((one) => one.trim().toLowerCase() === value);

/** A domain and what stands below it. */
const within = (list: readonly string[], domain: string): boolean =>
  list.some((one) => {
    const wanted = one.trim().toLowerCase().replace(/^@/, '');
    return domain === wanted || domain.endsWith(`.${wanted}`);
  });

/** Why a letter is put aside instead of registered: the first rule that it meets; null where none, or where the sender is let in. */
export function asideBy(reading: Pick<Reading, 'party' | 'subject' | 'text' | 'spam'>, rules: MailRules): MailRule | null {
  const active = rules.rules.filter((rule) => rule.active);
  if (!active.length) return null;
  const email = reading.party.email.toLowerCase();
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (email && (same(rules.allow.addresses, email) || within(rules.allow.domains, domain))) return null;
  const { score, flagged } = reading.spam;
  let words: string | null = null;
  const text = () => (words ??= `${reading.subject}\n${reading.text.slice(0, TEXT)}`.toLowerCase());
  return active.find((rule) => conditions(rule).every((holds) => holds())) ?? null;

  function conditions(rule: MailRule): (() => boolean)[] {
    const all: (() => boolean)[] = [];
    if (rule.addresses) all.push(() => same(rule.addresses!, email));
    if (rule.domains) all.push(() => email !== '' && within(rule.domains!, domain));
    if (rule.score !== undefined) all.push(() => score !== null && score >= rule.score!);
    if (rule.flagged) all.push(() => flagged);
    if (rule.words) all.push(() => rule.words!.some((word) => text().includes(word.toLowerCase())));
    // A rule that asks for nothing would take every letter.
    return all.length ? all : [() => false];
  }
}
