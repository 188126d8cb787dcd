import { instant } from '@hub/domain';
import type { DomainRest, LetterResult } from '@hub/persistence';
import { Undelivered } from './mail/mailer';
import { MAX_ATTEMPTS, nextTry } from './next-try';

/** After so many tries without an answer a person asks first: nobody should get one letter a third time. */
const MOST_DOUBTS = 2;

const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 15 * 60_000;

const restMs = (failures: number): number => Math.min(FIRST_REST_MS * 2 ** (failures - 1), LONGEST_REST_MS);

/** What a try means for its letter. */
export function letterResult(
  { attempts, doubts }: { readonly attempts: number; readonly doubts: number },
  trouble: Undelivered | null,
  at: number,
): LetterResult {
  if (!trouble) return { state: 'sent', lastError: null, sentAt: instant(at) };
  const lastError = trouble.message;
  const waits = { state: 'pending', lastError, sentAt: null, nextAt: nextTry(attempts, at) } as const;
  // A mail server that is away for a weekend says nothing against the letter.
  if (trouble.obstacle === 'server') return { ...waits, attempts: Math.max(attempts - 1, 0), nextAt: instant(at) };
  if (trouble.obstacle === 'letter') return { state: 'dead', lastError, sentAt: null, doubts: 0 };
  const all = trouble.doubtful ? doubts + 1 : doubts;
  if (trouble.doubtful && all >= MOST_DOUBTS)
    return { state: 'dead', lastError: `${lastError}${ASK_FIRST}`, sentAt: null, doubts: all };
  return attempts >= MAX_ATTEMPTS ? { state: 'dead', lastError, sentAt: null, doubts: all } : { ...waits, doubts: all };
}

const ASK_FIRST = '已经两次没有等到答复，可能已经收到，不再自动寄：请先向收信人核实，没有收到再重寄。';

/** The claim of a letter may or may not have been kept; it was not sent under it. */
export const neverSent = ({ attempts }: { readonly attempts: number }, at: number): LetterResult => ({
  state: 'pending',
  attempts: Math.max(attempts - 1, 0),
  nextAt: instant(at),
  lastError: null,
  sentAt: null,
});

/** The hub or its machine stopped while this letter was on its way. */
export const CUT_OFF = new Undelivered('later', '寄这封信时程序中断了，不知道对方收下没有。', { doubtful: true });

/** What a try means for the domain it went to: its pace, and a rest that grows with each refusal for now. */
export function domainRest(failures: number, trouble: Undelivered | null, at: number, perMinute: number): DomainRest {
  const spacing = perMinute > 0 ? 60_000 / perMinute : 0;
  if (trouble?.obstacle === 'server') return { openAt: instant(at), failures, lastError: null };
  if (trouble?.obstacle === 'later' && trouble.ofDomain)
    return {
      openAt: instant(at + Math.max(spacing, restMs(failures + 1))),
      failures: failures + 1,
      lastError: trouble.message,
    };
  const kept = trouble?.obstacle === 'later' ? failures : 0;
  return { openAt: instant(at + spacing), failures: kept, lastError: null };
}

export const serverRest = (failures: number, trouble: Undelivered, at: number): DomainRest => ({
  openAt: instant(at + restMs(failures + 1)),
  failures: failures + 1,
  lastError: trouble.message,
});
