import { domainToASCII } from 'node:url';
import { type LetterFrom, provenBy, type SenderCheck } from '@hub/domain';
import { dkimVerify } from 'mailauth/lib/dkim/verify';
import { dmarc } from 'mailauth/lib/dmarc';
import { spf } from 'mailauth/lib/spf';
import { getAlignment } from 'mailauth/lib/tools';
import { type Arrival, arrivalOf, wasForwarded } from './arrival';
import type { Names } from './names';
import { Questions } from './questions';
import { signaturesFor, tagsOf } from './signatures';
import { type RawHeader, type WholeLetter, wholeLetter } from './whole-letter';

const SHORTEST_KEY = 1024;

/**
 * What a letter proves of its sender by its own signature (RFC 6376), the path it took (RFC 7208) and the wish of his domain
 * (RFC 7489); null while a question that matters stays without answer. `complete` is false where the bytes end early.
 */
export async function checkSender(
  input: { readonly bytes: Buffer; readonly complete: boolean },
  about: LetterFrom,
  receivedBy: readonly string[],
  names: Pick<Names, 'lookUp'>,
): Promise<SenderCheck | null> {
  const letter = wholeLetter(input.bytes, input.complete);
  const domain = domainToASCII(about.from.slice(about.from.lastIndexOf('@') + 1).toLowerCase());
  if (!letter || !domain || !readsSameSender(letter.headers)) return 'unverified';
  const arrival = arrivalOf(letter.headers, receivedBy);
  const { lines, tooMany } = signaturesFor(letter.headers, domain);
  if (!lines.length && !arrival) return 'unverified';

  const questions = new Questions(names);
  const [signers, path] = await Promise.all([
    letter.body && lines.length ? signersOf(letter, lines, about, questions) : [],
    arrival ? pathOf(arrival, questions) : null,
  ]);
  const passed = [...signers, ...(path?.by ?? [])];
  // Nobody can be strict about the very same name, so his policy need not be asked for.
  const same = passed.includes(domain);
  const wish = same ? NO_WISH : await wishOf(domain, questions);
  const standsFor = (one: string, strict: boolean) => one === domain || (!strict && getAlignment(domain, [one]) !== false);
  const bySignature = signers.some((one) => standsFor(one, wish.strictSignature));
  const byPath = path?.by.some((one) => standsFor(one, wish.strictPath)) ?? false;
  const verdict = provenBy({
    signature: bySignature ? 'pass' : lines.length ? 'broken' : 'none',
    path: byPath ? 'pass' : arrival ? 'broken' : 'unchecked',
    policy: wish.policy,
    forwarded: wasForwarded(letter.headers, domain),
    complete: (path?.sure ?? true) && questions.allAnswered && !tooMany && (letter.body !== null || !lines.length),
  });
  return verdict === 'unverified' && questions.unanswered ? null : verdict;
}

/** Two readers must not see two senders: one From, short enough for either. */
function readsSameSender(headers: readonly RawHeader[]): boolean {
  const from = headers.filter(({ name }) => name === 'from');
  return from.length === 1 && from[0]!.line.length <= 4_000;
}

/** The domains whose signatures hold. */
async function signersOf(
  { headers, body }: WholeLetter,
  lines: readonly RawHeader[],
  { from, at }: LetterFrom,
  { resolve }: Questions,
): Promise<string[]> {
  const others = /^(?:dkim-signature$|arc-)/;
  const given = headers.filter((header) => !others.test(header.name) || lines.includes(header));
  const head = Buffer.from(`${given.map(({ line }) => line).join('\r\n')}\r\n\r\n`, 'latin1');
  const found = await dkimVerify(Buffer.concat([head, body!]), { resolver: resolve, minBitLength: SHORTEST_KEY, curTime: at });
  const [sender, ...more] = found.headerFrom.map((one) => one.toLowerCase());
  if (sender !== from.toLowerCase() || more.length) return [];
  return found.results
    .filter(({ status, ...result }) => status.result === 'pass' && !isTrial((result as { rr?: string }).rr ?? ''))
    .map(({ signingDomain }) => signingDomain.toLowerCase());
}

/** RFC 6376 §3.6.1: a key with `t=y` is being tried out, and its letters are as if unsigned. */
const isTrial = (key: string): boolean => (tagsOf(key)?.get('t') ?? '').split(':').includes('y');

/** The domain that lets this address send for it, if it does; unsure where its list cannot be read to the end. */
async function pathOf({ ip, helo, envelope }: Arrival, { resolve }: Questions): Promise<{ by: string[]; sure: boolean }> {
  const { status, domain } = await spf({ sender: envelope, ip, helo, mta: 'hub', resolver: resolve });
  return { by: status.result === 'pass' ? [domain.toLowerCase()] : [], sure: !/^(?:perm|temp)err/.test(status.result) };
}

interface Wish {
  readonly policy: 'none' | 'quarantine' | 'reject';
  readonly strictSignature: boolean;
  readonly strictPath: boolean;
}

const NO_WISH: Wish = { policy: 'none', strictSignature: false, strictPath: false };

/** A policy that is only being tried (`pct=0`, `t=y`) asks for nothing; while it is not known, only the very same name counts. */
async function wishOf(domain: string, questions: Questions): Promise<Wish> {
  const found = await dmarc({ headerFrom: [`x@${domain}`], resolver: questions.resolve });
  if (!found || !found.rr) return { ...NO_WISH, strictSignature: questions.unanswered, strictPath: questions.unanswered };
  const tags = tagsOf(found.rr);
  const policy = found.policy?.trim().toLowerCase();
  const trial = tags?.get('pct') === '0' || tags?.get('t')?.toLowerCase() === 'y';
  return {
    policy: !trial && (policy === 'reject' || policy === 'quarantine') ? policy : 'none',
    strictSignature: tags?.get('adkim')?.toLowerCase() === 's',
    strictPath: tags?.get('aspf')?.toLowerCase() === 's',
  };
}
