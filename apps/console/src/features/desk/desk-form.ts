import type { DeskEntry } from '@hub/contract';
import { sourceForm, streetIn, type Kind, type Secrecy } from '@hub/domain';

/** The source that calls come in by. */
export const CALLS = '纠风热线';
/** Doors that staff use most, as buttons; the others stand in a list. */
export const USUAL_SOURCES = [CALLS, '举报电话', '来访', '来信', '意见箱', '举报箱'];

export interface Entry extends Omit<DeskEntry, 'receivedAt' | 'draft'> {
  kind: Kind;
  secrecy: Secrecy;
  /** YYYY-MM-DD, where the source asks when it reached the bureau. */
  receivedOn?: string;
  representatives: { name: string; phone: string }[];
  details: Record<string, string>;
}

export const emptyEntry = (source: string, confidential = false): Entry => ({
  source,
  kind: 'complaint',
  secrecy: confidential ? 'confidential' : 'named',
  text: '',
  representatives: [],
  details: {},
});

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** Nothing has been written that would be a pity to lose. */
export const isBlank = (entry: Entry): boolean => {
  const { kind: _, source: _source, secrecy: _secrecy, openingId: _opening, details, representatives, ...words } = entry;
  const speakers = representatives.flatMap((one) => Object.values(one));
  return [...Object.values(words), ...Object.values(details), ...speakers].every((word) => !filled(word));
};

/** Another source asks for other things; what was heard stays. */
export function moved(entry: Entry, source: string, confidential: boolean): Entry {
  const form = sourceForm(source);
  const details = Object.fromEntries(Object.entries(entry.details).filter(([key]) => form.fields.some((one) => one.key === key)));
  const raised = confidential && entry.secrecy === 'named' ? ('confidential' as const) : entry.secrecy;
  return {
    ...entry,
    source,
    openingId: undefined,
    secrecy: raised,
    details,
    representatives: form.representatives ? entry.representatives : [],
  };
}

/** What is sent: no empty fields, nobody's name where the person stays unknown, the street read from the place. */
export function bodyOf(entry: Entry, draft: string, now: Date): DeskEntry {
  const known = entry.secrecy !== 'anonymous';
  const place = filled(entry.place);
  const noon = entry.receivedOn && new Date(`${entry.receivedOn}T12:00:00+08:00`);
  return {
    source: entry.source,
    kind: entry.kind,
    secrecy: entry.secrecy,
    text: entry.text.trim(),
    subject: filled(entry.subject),
    name: known ? filled(entry.name) : undefined,
    phone: known ? filled(entry.phone) : undefined,
    email: known ? filled(entry.email) : undefined,
    address: known ? filled(entry.address) : undefined,
    idNumber: known ? filled(entry.idNumber) : undefined,
    place,
    street: filled(entry.street) ?? (place && streetIn(place)) ?? undefined,
    // Of today nobody knows the hour better than the clock.
    receivedAt: noon ? (noon < now ? noon : now).toISOString() : undefined,
    outsideNumber: filled(entry.outsideNumber),
    openingId: entry.openingId,
    representatives: known ? entry.representatives.filter(({ name, phone }) => filled(name) ?? filled(phone)) : [],
    details: Object.fromEntries(Object.entries(entry.details).filter(([, value]) => filled(value))),
    draft,
  };
}
