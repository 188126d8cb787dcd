import type { LetterFrom } from '@hub/domain';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import type { Questions } from './questions';
import { tagsOf } from './signatures';
import type { RawHeader, WholeLetter } from './whole-letter';

const SHORTEST_KEY = 1024;

export interface Signers {
  /** The domains whose signatures hold. */
  readonly by: readonly string[];
  /** Of each of the others it is known that it does not hold. */
  readonly sure: boolean;
}

/** Checks these signatures of a letter. */
export async function signersOf(
  { headers, body }: WholeLetter & { readonly body: Buffer },
  lines: readonly RawHeader[],
  { from, at }: LetterFrom,
  { resolve }: Questions,
): Promise<Signers> {
  const others = /^(?:dkim-signature$|arc-)/;
  const given = headers.filter((header) => !others.test(header.name) || lines.includes(header));
  const head = Buffer.from(`${given.map(({ line }) => line).join('\r\n')}\r\n\r\n`, 'latin1');
  const found = await dkimVerify(Buffer.concat([head, body]), { resolver: resolve, minBitLength: SHORTEST_KEY, curTime: at });
  const [sender, ...more] = found.headerFrom.map((one) => one.toLowerCase());
  if (sender !== from.toLowerCase() || more.length) return { by: [], sure: false };
  // The types of the package leave out the record.
  const results = found.results as readonly ((typeof found.results)[number] & { readonly rr?: string })[];
  const holds = results.filter(({ status, rr }) => status.result === 'pass' && allowsMail(rr ?? ''));
  return {
    by: holds.map(({ signingDomain }) => signingDomain.toLowerCase()),
    sure: results.every(({ status }) => status.result === 'pass' || isBroken(status)),
  };
}

const isBroken = ({ result, comment = '' }: { readonly result: string; readonly comment?: string }): boolean =>
  result === 'fail' || /^(?:body hash did not verify|no key|expired)$/.test(comment);

/** RFC 6376 §3.6.1: whether the key is for mail and this hash, and more than a trial (`t=y`), whose letters are as if unsigned. */
function allowsMail(key: string): boolean {
  const tags = tagsOf(key);
  const list = (name: string) => tags?.get(name)?.toLowerCase().split(':') ?? null;
  const [services, hashes] = [list('s'), list('h')];
  const forMail = !services || services.includes('*') || services.includes('email');
  return forMail && (!hashes || hashes.includes('sha256')) && !list('t')?.includes('y');
}
