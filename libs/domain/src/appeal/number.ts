/** `YXT-20261124-0007`: the day of receipt in Shanghai and a running number of that day, at least four digits. */
export const appealNumber = (day: string, running: number): string =>
  `YXT-${day.replaceAll('-', '')}-${String(running).padStart(4, '0')}`;

export const APPEAL_NUMBER = /^YXT-\d{8}-\d{4,}$/;

/** Reads a number as people type it: lower case, full-width letters and digits, spaces, other dashes. Null where it is none. */
export function readAppealNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−－—]/g, '-')
    .toUpperCase();
  return APPEAL_NUMBER.test(plain) ? plain : null;
}

/** 29 signs that are not mistaken for one another when read out: no 0/O, 1/I/L, U/V. */
const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/**
 * The citizen's query code from random bytes: 16 signs of 29, about 77 bits, in groups of four (`7KQM-3XPD-9R2T-HW4E`).
 * Bytes of 232 and more are passed over, so that every sign is equally likely; give at least 32.
 */
export function queryCode(random: Uint8Array): string {
  const signs = [...random].filter((byte) => byte < 232).map((byte) => CODE_SIGNS[byte % 29]);
  if (signs.length < 16) throw new RangeError('too few random bytes for a query code');
  return signs
    .slice(0, 16)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

const CODE = new RegExp(`\\b(?:[${CODE_SIGNS}]{4}-){3}[${CODE_SIGNS}]{4}\\b`, 'g');

/** The query codes that stand in a text of ours. */
export const codesIn = (text: string): string[] => text.match(CODE) ?? [];

/** What is compared: capitals without dashes or spaces. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
