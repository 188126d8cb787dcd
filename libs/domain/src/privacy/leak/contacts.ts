import { fold, foldDigits } from './folded';
import type { Protected } from './protected';

export const MOBILE = /(?<!\d)(?:86)?(1[3-9]\d{9})(?!\d)/g;
export const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** The digits by which a telephone is known: mobiles without the country's code, land lines also without the area's. */
export function phoneDigits(phone: string): string[] {
  const digits = foldDigits(fold(phone))
    .text.replace(/\D/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return [digits];
  const local = digits.replace(/^0(?:10|2\d|[3-9]\d{2})(?=\d{7,8}$)/, '');
  return local.length >= 7 ? [local] : [];
}

/** Telephones and mail addresses that stand in the citizen's letters: those who write by mail leave them nowhere else. */
export interface Written {
  readonly phones: readonly string[];
  readonly mails: readonly string[];
}
export const NOTHING_WRITTEN: Written = { phones: [], mails: [] };

export function writtenContacts({ letters, ours }: Protected): Written {
  const told = letters.join('\n');
  const house = new Set(ours.flatMap((one) => [...phoneDigits(one), one.toLowerCase()]));
  const phones = [...foldDigits(fold(told)).text.matchAll(MOBILE)].map((found) => found[1]!);
  const mails = [...told.normalize('NFC').matchAll(MAIL)].map((found) => found[0].toLowerCase());
  return { phones: phones.filter((one) => !house.has(one)), mails: mails.filter((one) => !house.has(one)) };
}
