import type { ChannelName } from '../appeal/channel';
import type { Kind } from '../appeal/kind';
import { CONDUCT_TOPICS } from '../appeal/topic';
import type { ContactOutcome } from '../deadline/contact';
import { addDays, dayOf, type Day, type Instant } from '../deadline/day';

/** Why a citizen is asked again: a rule that admits no exception, a sample, or somebody's plan. */
export const REVISIT_REASONS = ['supervised', 'unsatisfied', 'sample', 'planned'] as const;
export type RevisitReason = (typeof REVISIT_REASONS)[number];

export const REVISIT_STATES = ['open', 'done', 'unreachable', 'dropped'] as const;
export type RevisitState = (typeof REVISIT_STATES)[number];

export const REVISIT_METHODS = ['phone', 'visit', 'mail'] as const;
export type RevisitMethod = (typeof REVISIT_METHODS)[number];

export const REVISIT_OUTCOMES = ['satisfied', 'unsatisfied'] as const;
export type RevisitOutcome = (typeof REVISIT_OUTCOMES)[number];

export const SOLVED = ['yes', 'partly', 'no'] as const;
export type Solved = (typeof SOLVED)[number];

export type TryOutcome = Exclude<ContactOutcome, 'reached'>;
export const TRY_OUTCOMES = ['no-answer', 'wrong-number', 'refused'] as const satisfies readonly TryOutcome[];

/** The five dimensions that every satisfaction form asks alike (work plan 2011, 二（二）). */
export const DIMENSIONS = CONDUCT_TOPICS;
export type Dimension = (typeof DIMENSIONS)[number];
/** 1 to 5; null for 不了解. */
export type Scores = Readonly<Record<Dimension, number | null>>;

/** What the office sets in config/revisit.yaml. */
export interface RevisitRules {
  /** Of a hundred answered appeals, so many are revisited; the first rule whose conditions hold decides. */
  readonly percent: number;
  readonly samples: readonly {
    readonly kinds?: readonly Kind[];
    readonly channels?: readonly ChannelName[];
    readonly percent: number;
  }[];
  /** Whoever was revisited is left in peace for so many days. */
  readonly restDays: number;
  /** Calls, and the days they must fall on at least, after which a citizen counts as unreachable. */
  readonly tries: number;
  readonly tryDays: number;
  readonly greeting: string;
  readonly questions: readonly string[];
  readonly closing: string;
}

/** A number from 0 to 9999 that the text alone decides: FNV-1a with the last mixing of MurmurHash3. */
export function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 10_000;
}

interface Sampled {
  readonly number: string;
  readonly kind: Kind;
  readonly channel: ChannelName;
}

export function percentFor({ kind, channel }: Pick<Sampled, 'kind' | 'channel'>, rules: RevisitRules): number {
  const rule = rules.samples.find(
    ({ kinds, channels }) => (!kinds || kinds.includes(kind)) && (!channels || channels.includes(channel)),
  );
  return rule ? rule.percent : rules.percent;
}

/** The same number is always drawn or never: nobody can choose whom he asks. */
export const isSampled = (appeal: Sampled, rules: RevisitRules): boolean => lot(appeal.number) < percentFor(appeal, rules) * 100;

/** Whether the days of rest since the last revisit of this telephone are over. */
export const isRested = (lastAt: Instant | null, today: Day, restDays: number): boolean =>
  lastAt === null || addDays(dayOf(lastAt), restDays) <= today;

interface Candidate extends Sampled {
  readonly supervised: boolean;
  /** Said so at an earlier revisit of this appeal, or in his rating. */
  readonly unsatisfied: boolean;
  readonly reachable: boolean;
  /** When anybody was last revisited under this telephone. */
  readonly lastRevisitAt: Instant | null;
}

/** Why this answered appeal is revisited; null where it is not. */
export function revisitReason(candidate: Candidate, rules: RevisitRules, today: Day): RevisitReason | null {
  if (!candidate.reachable) return null;
  if (candidate.supervised) return 'supervised';
  if (candidate.unsatisfied) return 'unsatisfied';
  return isSampled(candidate, rules) && isRested(candidate.lastRevisitAt, today, rules.restDays) ? 'sample' : null;
}

/** Whether calls that reached nobody are enough to give up: so many, on so many different days. */
export const isUnreachable = (tries: readonly Instant[], rules: Pick<RevisitRules, 'tries' | 'tryDays'>): boolean =>
  tries.length >= rules.tries && new Set(tries.map((at) => dayOf(at))).size >= rules.tryDays;
