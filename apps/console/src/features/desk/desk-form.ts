import type { DeskEntry } from '@hub/contract';
import { CONFIDENTIAL_SOURCES, DESK_SOURCES, streetIn, type Kind, type Secrecy } from '@hub/domain';

/** Doors that staff use most, as buttons; the others stand in a list. */
export const USUAL_SOURCES = ['纠风热线', '举报电话', '来访', '来信', '意见箱', '举报箱'];
export const OTHER_SOURCES = DESK_SOURCES.filter((one) => !USUAL_SOURCES.includes(one));

export type Entry = DeskEntry & { kind: Kind; secrecy: Secrecy };

export const emptyEntry = (source: string): Entry => ({
  source,
  kind: 'complaint',
  secrecy: CONFIDENTIAL_SOURCES.includes(source) ? 'confidential' : 'named',
  text: '',
});

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What is sent: no empty fields, nobody's name where the person stays unknown, the street read from the place. */
export function bodyOf(entry: Entry): DeskEntry {
  const known = entry.secrecy !== 'anonymous';
  const place = filled(entry.place);
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
    street: (place && streetIn(place)) ?? undefined,
    outsideNumber: filled(entry.outsideNumber),
  };
}
