import type { Secrecy } from '../appeal/channel';
import type { Kind } from '../appeal/kind';
import type { Role, Staff } from '../appeal/person';
import type { Track } from '../appeal/track';

/** Who must agree before an answer goes out, one after the other (科室负责人, 局领导). */
export const APPROVAL_STEPS = ['section-head', 'leader'] as const;
export type ApprovalStep = (typeof APPROVAL_STEPS)[number];

/** Which answers a leader must see, as the office sets it in config/approval.yaml; a section head sees every one. */
export interface ApprovalRules {
  readonly kinds: readonly Kind[];
  readonly tracks: readonly Track[];
  readonly secrecies: readonly Secrecy[];
  readonly supervised: boolean;
}

export interface ApprovalFacts {
  readonly kind: Kind;
  readonly track: Track | null;
  readonly secrecy: Secrecy;
  readonly supervised: boolean;
}

const needsLeader = (facts: ApprovalFacts, rules: ApprovalRules): boolean =>
  rules.kinds.includes(facts.kind) ||
  (facts.track !== null && rules.tracks.includes(facts.track)) ||
  rules.secrecies.includes(facts.secrecy) ||
  (rules.supervised && facts.supervised);

/** The steps of an answer by this author. Nobody approves his own: what a section head wrote goes to a leader. */
export function approvalSteps(facts: ApprovalFacts, author: Role, rules: ApprovalRules): readonly ApprovalStep[] {
  if (author === 'section-head') return ['leader'];
  return needsLeader(facts, rules) ? APPROVAL_STEPS : ['section-head'];
}

/** Steps that have not been passed, in their order; a leader's word stands for the section head's too. */
export function openSteps(steps: readonly ApprovalStep[], passed: readonly ApprovalStep[]): readonly ApprovalStep[] {
  return passed.includes('leader') ? [] : steps.filter((step) => !passed.includes(step));
}

/** The step that this person takes; null for whoever takes none. */
export function stepOf({ role }: Staff): ApprovalStep | null {
  if (role === 'section-head') return 'section-head';
  return role === 'leader' || role === 'director' ? 'leader' : null;
}
