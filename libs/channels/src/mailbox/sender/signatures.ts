import type { RawHeader } from './whole-letter';

/** Longer ones, and more of them, are not written by honest servers. */
const LINE = 8_000;
const MOST = 5;

export interface Signatures {
  /** Those worth checking, as they came. */
  readonly lines: readonly RawHeader[];
  /** Some were left out for their number or length, so that "none holds" would be a guess. */
  readonly tooMany: boolean;
}

/**
 * The signatures that could speak for the domain in From: SHA-256 over all of the body and over From itself. A signature over
 * the first bytes only (`l=`) lets anybody add to the letter; SHA-1 proves nothing any more (RFC 8301).
 */
export function signaturesFor(headers: readonly RawHeader[], domain: string): Signatures {
  const all = headers.filter(({ name }) => name === 'dkim-signature');
  const short = all.slice(0, 100).filter(({ line }) => line.length <= LINE);
  const good = short.filter(({ value }) => canSpeakFor(tagsOf(value), domain));
  return { lines: good.slice(0, MOST), tooMany: short.length < all.length || good.length > MOST };
}

function canSpeakFor(tags: ReadonlyMap<string, string> | null, domain: string): boolean {
  if (!tags || tags.has('l') || tags.get('v') !== '1') return false;
  const [signer = '', names = ''] = [tags.get('d')?.toLowerCase(), tags.get('h')?.toLowerCase()];
  return (
    /^(?:rsa|ed25519)-sha256$/i.test(tags.get('a') ?? '') &&
    names.split(':').includes('from') &&
    mayShareOwner(signer, domain) &&
    `.${(tags.get('i') ?? signer).toLowerCase().split('@').pop()!}`.endsWith(`.${signer}`)
  );
}

/** Names of one owner share at least their last two labels; whether these do is asked of the list of public suffixes later. */
const mayShareOwner = (one: string, other: string): boolean =>
  one.split('.').slice(-2).join('.') === other.split('.').slice(-2).join('.');

/** RFC 6376 §3.2; a tag that stands twice spoils the list. */
export function tagsOf(value: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of value.split(';')) {
    const [name = '', ...rest] = part.replace(/\s+/g, '').split('=');
    if (name === '' && rest.length === 0) continue;
    if (name === '' || tags.has(name)) return null;
    tags.set(name, rest.join('='));
  }
  return tags;
}
