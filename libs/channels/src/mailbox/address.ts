import addressparser from 'nodemailer/lib/addressparser';
import { oneLine } from '@hub/domain';
import { decodeWords } from './encoded-words';
import { allRaw, type Headers, unraw } from './header';

export interface Address {
  readonly name: string;
  readonly email: string;
}

const VALUE = 32_000;
const ADDRESSES = 200;
const EMAIL =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?=[^@]{1,190}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*$/u;

export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text);

/** Addresses of all headers of these names in order, groups opened; encoded names are decoded after the commas are read. */
export function addressesOf(headers: Headers, ...names: string[]): Address[] {
  const all: Address[] = [];
  for (const name of names) {
    for (const raw of allRaw(headers, name)) {
      if (all.length >= ADDRESSES) return all.slice(0, ADDRESSES);
      for (const one of addressparser(unraw(raw.slice(0, VALUE)), { flatten: true })) {
        const email = one.address.trim();
        const shown = oneLine(decodeWords(one.name)).slice(0, 200);
        if (email || shown) all.push({ name: shown.replace(/^(['"])(.*)\1$/, '$2'), email });
      }
    }
  }
  return all.slice(0, ADDRESSES);
}

/** One From with one mailbox; a group is nobody (RFC 5322 §3.6.2). */
export function namesOneSender(headers: Headers): boolean {
  const from = allRaw(headers, 'from');
  return from.length === 1 && !addressparser(unraw(from[0]!.slice(0, VALUE))).some((one) => 'group' in one);
}

const MACHINE =
  /^(?:mailer[-_.]?daemon|post[-_]?master|(?:.*[-_.+])?(?:no|do[-_.]?not)[-_.]?reply(?:[-_.+].*)?|bounces?(?:[-_.+].*)?|daemon|nobody|root|majordomo|listserv|.+-(?:request|bounces?|owner))$/i;

/** Addresses behind which nobody reads. */
export const isMachine = (email: string): boolean => MACHINE.test(email.slice(0, email.lastIndexOf('@')).slice(0, 64));
