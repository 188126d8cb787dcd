import { maskAddress, maskEmail, maskName, maskPhone } from '../mask';
import { addressPlaces } from './address';
import { NOTHING_WRITTEN, phoneDigits, type Written } from './contacts';
import { findAt, type Find } from './find';
import { fold, placesOf, type Folded } from './folded';
import { namePlaces } from './name-places';
import type { Identity } from './protected';

/** Where a text holds what is known of one person. */
export function findIdentity(
  text: string,
  folded: Folded,
  digits: Folded,
  { name, phone, email, address }: Identity,
  written: Written = NOTHING_WRITTEN,
): Find[] {
  const finds: Find[] = namePlaces(name, text).map(({ at, length, whole, sure }) => ({
    kind: whole && sure ? ('name' as const) : ('title' as const),
    at,
    length,
    excerpt: whole ? maskName(name) : `${text.slice(at, at + 1)}某`,
  }));
  for (const number of new Set([...phoneDigits(phone), ...written.phones]))
    for (const start of placesOf(digits.text, number))
      if (!isInLongerNumber(digits, start, number.length))
        finds.push(findAt('phone', digits, start, number.length, maskPhone(number)));
  for (const one of new Set([email.trim().toLowerCase(), ...written.mails]))
    for (const mail of mailForms(one))
      for (const start of placesOf(folded.text, mail)) finds.push(findAt('mail', folded, start, mail.length, maskEmail(one)));
  for (const [start, length] of addressPlaces(address, digits.text))
    finds.push(findAt('address', digits, start, length, maskAddress(address)));
  return finds;
}

/** Where a text names one of the bureau's people; a surname with a title may be anybody's. */
export const findStaff = (text: string, name: string): Find[] =>
  namePlaces(name, text)
    .filter(({ whole, sure }) => whole && sure)
    .map(({ at, length }) => ({ kind: 'staff', at, length, excerpt: maskName(name) }));

/** Also with the sign between name and domain in words: lu.wenjie(at)example.com. */
function mailForms(email: string): string[] {
  const [local = '', domain = ''] = email.split('@').map((part) => fold(part).text);
  return local && local.length + domain.length >= 6 ? ['', 'at', '艾特', '圈'].map((between) => local + between + domain) : [];
}

/** Digits that touch on either side, without a gap in the original, make it another number; a country's code does not. */
function isInLongerNumber({ text, at }: Folded, start: number, length: number): boolean {
  const touches = (left: number) => at[left]! + 1 === at[left + 1]! && /\d/.test(text[left]!) && /\d/.test(text[left + 1]!);
  const before = start > 0 && touches(start - 1) && !/(?:^|\D)(?:00)?86$/.test(text.slice(0, start));
  return before || (start + length < text.length && touches(start + length - 1));
}
