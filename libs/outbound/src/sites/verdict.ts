import { instant, type Posting } from '@hub/domain';
import type { DomainRest, SiteReplyResult } from '@hub/persistence';
import { MAX_ATTEMPTS, nextTry } from '../next-try';

/** After so many postings whose end nobody saw, it is only looked for. */
export const MOST_DOUBTS = 2;

const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;

interface Tried {
  readonly attempts: number;
  readonly doubts: number;
}

/** What a try means for the answer. */
export function siteReplyResult({ attempts, doubts }: Tried, posting: Posting, at: number): SiteReplyResult {
  if (posting.outcome === 'posted' || posting.outcome === 'found') return { state: 'sent', lastError: null, sentAt: instant(at) };
  const lastError = posting.message;
  if (posting.outcome === 'refused') return { state: 'dead', lastError, sentAt: null };
  const doubt = posting.doubtful ? { doubts: doubts + 1, doubtSince: instant(at) } : {};
  // A site that is away for a weekend says nothing against the answer.
  if (posting.ofSite)
    return {
      state: 'pending',
      lastError,
      sentAt: null,
      attempts: Math.max(attempts - 1, 0),
      nextAt: instant(at + posting.restMs),
      ...doubt,
    };
  if (attempts >= MAX_ATTEMPTS) return { state: 'dead', lastError, sentAt: null, ...doubt };
  const nextAt = posting.restMs ? instant(at + posting.restMs) : nextTry(attempts, at);
  return { state: 'pending', lastError, sentAt: null, nextAt, ...doubt };
}

/** What a try means for the site: its pace, and a rest that grows while it is away. */
export function siteRest(failures: number, posting: Posting, at: number, paceMs: number): DomainRest {
  const asked = 'restMs' in posting && (posting.outcome === 'refused' || posting.ofSite) ? posting.restMs : 0;
  if (posting.outcome === 'later' && posting.ofSite) {
    const rest = Math.max(Math.min(FIRST_REST_MS * 2 ** failures, LONGEST_REST_MS), asked);
    return { openAt: instant(at + rest), failures: failures + 1, lastError: posting.message };
  }
  return { openAt: instant(at + Math.max(paceMs, asked)), failures: 0, lastError: null };
}

/** The hub or its machine stopped with this answer in hand: it may stand there. */
export const CUT_OFF: Posting = {
  outcome: 'later',
  message: '贴这条答复时程序中断了，不知道贴上没有。再贴以前先看原帖。',
  restMs: 0,
  ofSite: false,
  doubtful: true,
};
