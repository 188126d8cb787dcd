import { maskEmail, maskPhone } from '../mask';
import { MAIL, MOBILE, phoneDigits, type Written } from './contacts';
import { findAt, type Find } from './find';
import type { Folded } from './folded';
import { isIdNumber } from './id-number';
import type { Protected } from './protected';

const ID = /(?<!\d)[1-9]\d{16}[\dx](?!\d)/g;

/** What has the form of a telephone, a mail address or an identity number, whoever's it is. */
export function findPatterns(text: string, digits: Folded, { own, others, ours }: Protected, written: Written): Find[] {
  const finds: Find[] = [];
  const known = new Set([...[own, ...others].flatMap(({ phone }) => phoneDigits(phone)), ...written.phones]);
  const house = new Set(ours.flatMap((one) => [...phoneDigits(one), one.toLowerCase()]));
  for (const { 0: run, 1: number = '', index } of digits.text.matchAll(MOBILE))
    if (!known.has(number) && !house.has(number)) finds.push(findAt('other-phone', digits, index, run.length, maskPhone(number)));
  const mails = new Set([...[own, ...others].map(({ email }) => email.trim().toLowerCase()), ...written.mails]);
  for (const { 0: mail, index } of text.normalize('NFC').matchAll(MAIL)) {
    const lower = mail.toLowerCase();
    if (!mails.has(lower) && !house.has(lower))
      finds.push({ kind: 'other-mail', at: index, length: mail.length, excerpt: maskEmail(mail) });
  }
  for (const { 0: run, index } of digits.text.matchAll(ID))
    if (isIdNumber(run))
      finds.push(findAt('id-number', digits, index, run.length, `${run.slice(0, 3)}***********${run.slice(-2)}`));
  return finds;
}
