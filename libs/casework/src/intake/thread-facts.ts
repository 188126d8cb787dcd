import {
  addDays,
  claimsToAnswer,
  dayOf,
  isOfBureau,
  threadMarks,
  threadVerdict,
  type Instant,
  type MailDoor,
  type Office,
  type ThreadFacts,
  type ThreadVerdict,
} from '@hub/domain';
import type { Secrets, Stores } from '@hub/persistence';
import type { KeptMessage } from './kept-message';
import { senderOf } from './sender';

/** What threading finds out about one letter, and what follows. */
export interface Thread {
  readonly verdict: ThreadVerdict;
  /** Appeals whose secret it bears, nearest first. */
  readonly proved: readonly number[];
  /** The letter bears the Message-ID of one that we sent. */
  readonly ourOwn: number | null;
}

interface Claim {
  readonly email: string;
  readonly proved: number[];
  readonly ourOwn: number | null;
  readonly claims: boolean;
  readonly numbers: readonly string[];
}

const NO_CLAIM: Claim = { email: '', proved: [], ourOwn: null, claims: false, numbers: [] };

/** Where the letters of a batch belong. Most claim nothing and cost no query; those that do share a few. */
export async function threadsOf(
  stores: Stores,
  kept: readonly KeptMessage[],
  { office, secrets }: { readonly office: Office; readonly secrets: Secrets },
  now: Instant,
): Promise<Thread[]> {
  const claims = kept.map((one) => claimOf(one, secrets));
  const ends = await stores.appeals.endsOf([...new Set(claims.flatMap(({ proved }) => proved))]);
  const known = await stores.persons.knownTo(claims.map(({ email, proved }) => ({ email, among: proved })));
  const loose = claims.map(({ claims: says, proved, email }) => says && !proved.length && email !== '');
  const likely = loose.includes(true) ? await stores.persons.likelyOf(claims.filter((_, at) => loose[at])) : [];
  const lastDay = addDays(dayOf(now), -office.mail.answerDays);
  return kept.map((one, at) => {
    const { proved, ourOwn, claims: says } = claims[at]!;
    const suggested = loose[at] ? likely.shift()! : null;
    const ended = (id: number) => {
      const end = ends.get(id);
      if (end?.status === 'archived') return 'archived';
      return end?.endedAt && dayOf(end.endedAt) < lastDay ? 'expired' : null;
    };
    // A token of an appeal that is not there was never given out.
    const there = proved.filter((id) => ends.has(id));
    const verdict = threadVerdict({
      proved: there,
      knows: (id) => known[at]!.has(id),
      ended,
      doubt: doubtOf(one, office.mail, now),
      claims: says,
      suggested,
    });
    return { verdict, proved: there, ourOwn };
  });
}

/** Why this sender never joins, whatever else is right. */
function doubtOf(one: KeptMessage, door: MailDoor, now: Instant): ThreadFacts['doubt'] {
  const { reading } = one;
  if (!reading) return null;
  if (!reading.oneSender) return 'several-senders';
  if (senderOf(one, door, now).sender === 'failed') return 'forged-sender';
  return isOfBureau(door, reading.party.email) ? 'own-staff' : null;
}

function claimOf({ reading, message }: KeptMessage, secrets: Secrets): Claim {
  if (!reading || message.format !== 'mail') return NO_CLAIM;
  const proven = (marks: ReturnType<typeof threadMarks>) =>
    marks.filter(({ appealId, token }) => secrets.threadTokenMatches(appealId, token)).map(({ appealId }) => appealId);
  return {
    email: reading.party.email,
    proved: [
      ...new Set(proven(threadMarks([...reading.answers, ...(reading.deliveryReport?.originalMarks ?? [])], reading.recipients))),
    ],
    ourOwn: reading.messageId ? (proven(threadMarks([reading.messageId], []))[0] ?? null) : null,
    claims: claimsToAnswer(reading),
    numbers: reading.numbers,
  };
}
