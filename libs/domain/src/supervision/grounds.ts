import type { AppealStatus } from '../appeal/status';
import { dayOf, daysBetween, type Day, type Instant } from '../deadline/day';
import type { WarningLevel } from './warning';

/**
 * Why a matter is supervised. Late, no feedback, wrong procedure, dodging and an opinion not carried out are the grounds of
 * 信访工作条例2022 §40 (信访条例2005 §36); the others are the office's own.
 */
export const SUPERVISION_GROUNDS = [
  'late',
  'returned',
  'unsatisfied',
  'group',
  'silent',
  'procedure',
  'evasion',
  'not-carried-out',
  'important',
] as const;
export type SupervisionGround = (typeof SUPERVISION_GROUNDS)[number];

/** The grounds that a rule can find by itself; the others a person names. */
export const FOUND_GROUNDS = ['late', 'returned', 'unsatisfied', 'group', 'silent'] as const satisfies SupervisionGround[];
export type FoundGround = (typeof FOUND_GROUNDS)[number];

export interface GroundFacts {
  readonly status: AppealStatus;
  /** How late the next step is today. */
  readonly level: WarningLevel;
  readonly daysLate: number;
  readonly returns: number;
  /** The last revisit or rating said that the citizen is not satisfied. */
  readonly unsatisfied: boolean;
  /** Persons who signed or are affected, and appeals that are joined in one matter. */
  readonly people: number;
  readonly joined: number;
  /** When anything last happened to the appeal. */
  readonly changedAt: Instant;
}

export interface GroundRules {
  /** Days without any record while a unit has the appeal. */
  readonly silentDays: number;
  readonly groupPeople: number;
  readonly groupAppeals: number;
}

export interface FoundReason {
  readonly ground: FoundGround;
  readonly reason: string;
}

const WITH_UNIT: readonly AppealStatus[] = ['assigned', 'in-hand', 'in-review'];

interface Rule {
  readonly ground: FoundGround;
  readonly holds: (facts: GroundFacts, rules: GroundRules, today: Day) => boolean;
  readonly reason: (facts: GroundFacts, today: Day) => string;
}

const quiet = (facts: GroundFacts, today: Day): number => daysBetween(dayOf(facts.changedAt), today);

const RULES: readonly Rule[] = [
  {
    ground: 'late',
    holds: ({ level }) => level === 'late' || level === 'moderate' || level === 'severe',
    reason: ({ daysLate }) => `办理超期 ${daysLate} 天`,
  },
  { ground: 'returned', holds: ({ returns }) => returns >= 2, reason: ({ returns }) => `已退单 ${returns} 次` },
  { ground: 'unsatisfied', holds: ({ unsatisfied }) => unsatisfied, reason: () => '回访不满意' },
  {
    ground: 'group',
    holds: ({ people, joined }, { groupPeople, groupAppeals }) => people >= groupPeople || joined >= groupAppeals,
    reason: ({ people, joined }) => (people > joined ? `涉及 ${people} 人` : `同一事项已有 ${joined} 件来件`),
  },
  {
    ground: 'silent',
    holds: (facts, { silentDays }, today) => WITH_UNIT.includes(facts.status) && quiet(facts, today) >= silentDays,
    reason: (facts, today) => `承办单位已 ${quiet(facts, today)} 天没有任何记录`,
  },
];

/** The grounds that hold now, each with a reason that a person reads. */
export const supervisionGrounds = (facts: GroundFacts, rules: GroundRules, today: Day): FoundReason[] =>
  RULES.filter(({ holds }) => holds(facts, rules, today)).map(({ ground, reason }) => ({ ground, reason: reason(facts, today) }));
