import type { Instant } from '../deadline/day';
import type { SenderCheck } from './sender-check';

/** What a letter's own proofs showed; only what speaks for the domain in From counts (RFC 7489 §3.1). */
export interface SenderProofs {
  /** Signatures by that domain; `broken` where there are some and none holds. */
  readonly signature: 'pass' | 'broken' | 'none';
  /** The server that handed the letter to ours; `unchecked` where nothing proves which it was. */
  readonly path: 'pass' | 'broken' | 'unchecked';
  /** What the domain asks for letters that prove nothing. */
  readonly policy: 'none' | 'quarantine' | 'reject';
  /** Another server took the letter in before ours and passed it on. */
  readonly forwarded: boolean;
  /** Everything that the letter offers could be looked at. */
  readonly complete: boolean;
}

/**
 * One proof is enough. A sender fails only where his own domain asks for it, the path was seen and both proofs are wanting:
 * gateways and lists break signatures of honest letters, and forwarding alone breaks the path.
 */
export function provenBy({ signature, path, policy, forwarded, complete }: SenderProofs): SenderCheck {
  if (signature === 'pass' || path === 'pass') return 'verified';
  const seen = complete && path === 'broken' && (!forwarded || signature === 'broken');
  return seen && policy !== 'none' ? 'failed' : 'unverified';
}

export interface LetterFrom {
  /** The address in From, where there is exactly one. */
  readonly from: string;
  /** When the letter reached us. */
  readonly at: Instant;
}

/** Looks into the letter itself for what stands for its sender. */
export interface SenderChecker {
  /** Null while it could not be found out in time; never rejects. */
  check(bytes: Uint8Array, letter: LetterFrom): Promise<SenderCheck | null>;
}

/** Keys are changed and addresses move: what they say of an old letter says nothing. */
const FRESH_MS = 7 * 86_400_000;
export const isFresh = (at: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(at) < FRESH_MS;
