import type { Reading } from '@hub/domain';
import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';
import type { GoldLetter } from './mime4j';

/** What of a reading agrees with the word of another about the same letter. */
export interface Agreement {
  readonly subject: boolean;
  readonly sender: boolean;
  readonly files: boolean;
  readonly text: boolean;
}

const bare = (text = ''): string => text.replace(/[\s>\u00a0\u200b\ufeff]+/g, '');

/** Line ends apart, which the two keep differently. */
const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => {
  const lines = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replace(/\r\n?/g, '\n').trimEnd();
  return lines(one) === lines(other);
};
const has = (reading: Reading, file: Uint8Array): boolean => reading.attachments.some(({ content }) => sameBytes(content, file));

/** Without files that stand uuencoded in it. */
const withoutFiles = (text: string): string => text.replace(/^begin [0-7]{3} .*\n[\s\S]*?^end\s*?$/gm, '');

/** The first address of a raw From line, without names in quotes and comments. */
function addressIn(from: string): string {
  const plain = from.replace(/"(?:[^"\\]|\\.)*"(?!@)|\([^()]*\)/g, ' ');
  const found = (/<\s*([^<>]*)>/.exec(plain)?.[1] ?? /[^\s<>,;:"]+@[^\s<>,;:"]+/.exec(plain)?.[0] ?? '').trim();
  return found.includes('@') ? found : '';
}

/** Agreement with James: files and plain texts of the outermost letter are all there; whatever stands in a letter inside is in its file. */
export async function withGold(reading: Reading, { subject, from, parts }: GoldLetter): Promise<Agreement> {
  const own = parts.filter((part) => !part.enclosed && part.bytes.length > 0);
  const decoded = subject.includes('=?') ? (await simpleParser(`Subject: ${subject}\r\n\r\n`)).subject : subject;
  const shown = bare(reading.text);
  const isShown = (text: string) => shown.includes(bare(withoutFiles(text.replace(/\r\n?/g, '\n'))));
  const words = own.filter((part) => !part.isFile && !part.isOtherWay && /^(?:|text\/plain)$/.test(part.type));
  return {
    subject: bare(reading.subject) === bare(decoded),
    sender: reading.party.email === addressIn(from),
    files: own.every((part) => !part.isFile || has(reading, part.bytes) || isShown(part.text)),
    text: words.every(({ text }) => isShown(text)),
  };
}

/** The first address where a letter can be sent to; bounces come from names without a domain. */
function firstAddress(from: AddressObject | undefined): string {
  const address = from?.value.flatMap((one: EmailAddress) => one.group ?? [one])[0]?.address ?? '';
  return /@.+\../.test(address) ? address : '';
}

/** Agreement with mailparser, another reader of the same bytes; HTML it words in its own way. */
export async function withSecondReader(reading: Reading, bytes: Buffer): Promise<Agreement> {
  const other: ParsedMail = await simpleParser(bytes, { skipTextToHtml: true });
  return {
    subject: bare(reading.subject) === bare(other.subject),
    sender: reading.party.email === firstAddress(other.from),
    files: other.attachments.every(({ content }) => content.length === 0 || has(reading, content)),
    text: other.html !== false || bare(reading.text).includes(bare(other.text)) || bare(other.text).includes(bare(reading.text)),
  };
}
