import { domainToASCII } from 'node:url';
import { Undelivered } from './mailer';

const LOCAL = /^[A-Za-z0-9!#$%&'*/=?^_`{|}~+-]+(?:\.[A-Za-z0-9!#$%&'*/=?^_`{|}~+-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One mailbox and nothing else (RFC 5321 §4.1.2, without quoted names and address literals): what a citizen wrote must not
 * become two recipients or a header. A domain in Chinese is put into its ASCII form.
 */
export function soleAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1);
  // domainToASCII would drop a tab or a line break without a word.
  const ascii = /[\s/?#\\:%]/.test(domain) ? '' : domainToASCII(domain);
  if (local.length > 64 || ascii.length > 253 || !LOCAL.test(local) || !DOMAIN.test(ascii)) {
    throw new Undelivered('letter', '收件地址不是一个能用的邮箱地址，请联系来件人核对后改正。');
  }
  return `${local}@${ascii}`;
}

/** A server likes to repeat whom it refused; that must not stand in a row or a log. */
export const withoutAddresses = (text: string): string => text.replace(/[^\s<>()"':;,]+@[^\s<>()"':;,]+/g, '〔地址〕');
