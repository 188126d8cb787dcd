import type { Act, Need } from './act';
import type { Condition } from './condition';
import type { Role } from './person';
import { AFTER_ANSWER } from './sight';
import type { AppealStatus } from './status';

/**
 * One row of the state table: from each of `from`, where all of `when` hold, a person of one of `by` may do `act` (in the
 * named `way`), and the appeal then stands at `to` ('same' where it does not move). Section roles act for the leading
 * unit; a row with `co` is for the units that help it.
 */
export interface Transition {
  readonly act: Act;
  readonly way?: string;
  readonly from: readonly AppealStatus[];
  readonly when?: readonly Condition[];
  readonly to: AppealStatus | 'same';
  readonly by: readonly Role[];
  readonly co?: boolean;
  readonly needs?: readonly Need[];
}

const OFFICE: readonly Role[] = ['dispatcher'];
const LEADERS: readonly Role[] = ['leader', 'director'];
const DESK_AND_LEADERS: readonly Role[] = [...OFFICE, ...LEADERS];
const SECTION: readonly Role[] = ['section-head', 'handler'];
const HEADS: readonly Role[] = ['section-head', ...LEADERS];
/** Everybody who sees an appeal may have it kept more closely. */
const ALL_ABOVE: readonly Role[] = ['dispatcher', 'revisitor', 'leader', 'director', 'discipline'];
const NAMERS: readonly Role[] = ['dispatcher', 'leader', 'director', 'discipline'];
const REVISITORS: readonly Role[] = ['dispatcher', 'revisitor'];
/** What the citizen does himself, by a door that has made sure of him. */
const CITIZEN: readonly Role[] = [];
const IN_UNIT: readonly AppealStatus[] = ['in-hand', 'awaiting-citizen', 'in-review'];
/** What a citizen may take back himself. */
const TAKEN_BACK: readonly AppealStatus[] = ['received', 'accepted', 'assigned', ...IN_UNIT];
const UNDER_WAY: readonly AppealStatus[] = ['received', 'accepted', 'assigned', ...IN_UNIT, 'transferred'];
const ANY_OPEN: readonly AppealStatus[] = [...UNDER_WAY, 'revisit', 'reopen-requested'];
const SUPERVISED: readonly AppealStatus[] = [...ANY_OPEN, 'not-accepted', 'answered', 'closed', 'withdrawn'];
const NOTED: readonly AppealStatus[] = [...ANY_OPEN, 'not-accepted', 'answered', 'closed', 'withdrawn', 'discarded'];

/** Grouping says nothing of an appeal itself and is open until it is archived (domain: split and join are reversible). */
const GROUPED: readonly AppealStatus[] = NOTED.filter((status) => status !== 'discarded');
const GROUPERS: readonly Role[] = [...DESK_AND_LEADERS, ...SECTION];

/** The whole life of an appeal (domain: states and transitions). What is not a row here cannot be done. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'acceptance', from: ['received'], to: 'accepted', by: OFFICE },
  { act: 'non-acceptance', way: 'propose', from: ['received'], when: ['no-refusal-proposed'], to: 'same', by: OFFICE },
  { act: 'non-acceptance', from: ['received'], to: 'not-accepted', by: DESK_AND_LEADERS },
  { act: 'non-acceptance', way: 'decline', from: ['received'], when: ['refusal-proposed'], to: 'same', by: LEADERS },
  { act: 'discard', from: ['received'], to: 'discarded', by: OFFICE },
  { act: 'restore', from: ['discarded'], to: 'received', by: OFFICE },
  { act: 'assignment', from: ['accepted'], when: ['office-assigns', 'office-transfers'], to: 'assigned', by: OFFICE },
  { act: 'assignment', from: ['accepted'], to: 'assigned', by: LEADERS },
  {
    act: 'assignment',
    way: 'again',
    from: ['assigned', 'in-hand', 'awaiting-citizen'],
    when: ['not-designated'],
    to: 'assigned',
    by: OFFICE,
  },
  { act: 'assignment', way: 'again', from: ['assigned', 'in-hand', 'awaiting-citizen'], to: 'assigned', by: LEADERS },
  { act: 'receipt', from: ['assigned'], to: 'in-hand', by: SECTION },
  { act: 'return', from: ['assigned'], when: ['not-designated'], to: 'accepted', by: SECTION },
  { act: 'return', way: 'confirm', from: ['accepted'], when: ['return-pending'], to: 'same', by: OFFICE },
  { act: 'return', way: 'refuse', from: ['accepted'], when: ['return-pending', 'office-assigns'], to: 'assigned', by: OFFICE },
  { act: 'co-handling', way: 'add', from: ['assigned', ...IN_UNIT], to: 'same', by: DESK_AND_LEADERS },
  {
    act: 'co-handling',
    way: 'answer',
    from: ['assigned', ...IN_UNIT],
    when: ['co-units-open'],
    to: 'same',
    by: SECTION,
    co: true,
  },
  {
    act: 'co-handling',
    way: 'release',
    from: ['assigned', ...IN_UNIT],
    when: ['co-units-open'],
    to: 'same',
    by: DESK_AND_LEADERS,
  },
  { act: 'contact-records', from: IN_UNIT, to: 'same', by: SECTION },
  { act: 'site-records', from: IN_UNIT, to: 'same', by: SECTION },
  { act: 'site-records', from: IN_UNIT, when: ['co-units-open'], to: 'same', by: SECTION, co: true },
  // Recordings and scans lie at the desk before any unit has the appeal.
  { act: 'attachments', from: ['received', 'accepted', 'assigned'], to: 'same', by: OFFICE },
  { act: 'attachments', from: IN_UNIT, to: 'same', by: SECTION },
  { act: 'attachments', from: IN_UNIT, when: ['co-units-open'], to: 'same', by: SECTION, co: true },
  { act: 'waivers', from: ['in-hand', 'awaiting-citizen'], to: 'same', by: SECTION },
  { act: 'question', from: ['in-hand'], to: 'awaiting-citizen', by: SECTION },
  { act: 'supplement', from: ['awaiting-citizen'], to: 'in-hand', by: [...SECTION, 'dispatcher'] },
  { act: 'supplement', way: 'none', from: ['awaiting-citizen'], to: 'in-hand', by: SECTION },
  { act: 'extension', way: 'ask', from: IN_UNIT, when: ['no-extension-asked'], to: 'same', by: SECTION },
  { act: 'extension', way: 'approve', from: UNDER_WAY, when: ['extension-asked'], to: 'same', by: LEADERS },
  { act: 'extension', way: 'refuse', from: UNDER_WAY, when: ['extension-asked'], to: 'same', by: LEADERS },
  { act: 'draft', way: 'save', from: ['in-hand', 'awaiting-citizen'], to: 'same', by: SECTION },
  {
    act: 'draft',
    way: 'submit',
    from: ['in-hand'],
    to: 'in-review',
    by: SECTION,
    needs: ['contact', 'site', 'draft', 'co-units'],
  },
  { act: 'approval', way: 'pass', from: ['in-review'], when: ['heads-turn'], to: 'same', by: ['section-head'] },
  // What was passed may need a leader after all: it has become a petition, is supervised or confidential by now.
  { act: 'approval', way: 'pass', from: ['in-review'], to: 'same', by: LEADERS },
  { act: 'approval', way: 'send-back', from: ['in-review'], to: 'in-hand', by: HEADS },
  {
    act: 'reply',
    from: ['in-review'],
    to: 'answered',
    by: [...HEADS, 'handler', 'dispatcher'],
    needs: ['approved-draft', 'co-units'],
  },
  {
    act: 'reply',
    way: 'otherwise',
    from: ['answered', 'revisit', 'closed'],
    when: ['undelivered'],
    to: 'same',
    by: [...SECTION, 'dispatcher'],
  },
  {
    act: 'transfer',
    way: 'out',
    from: ['received', 'accepted', 'in-hand'],
    when: ['office-transfers'],
    to: 'transferred',
    by: OFFICE,
  },
  {
    act: 'transfer',
    way: 'designate',
    from: ['received', 'accepted', 'in-hand'],
    when: ['bounced-twice'],
    to: 'transferred',
    by: LEADERS,
  },
  { act: 'transfer', way: 'receipt', from: ['transferred'], when: ['with-department'], to: 'same', by: OFFICE },
  {
    act: 'transfer',
    way: 'objection',
    from: ['transferred'],
    when: ['with-department', 'not-final'],
    to: 'accepted',
    by: OFFICE,
  },
  { act: 'transfer', way: 'reply', from: ['transferred'], when: ['with-department'], to: 'same', by: OFFICE },
  { act: 'transfer', way: 'link', from: ['transferred'], when: ['with-department'], to: 'same', by: OFFICE },
  { act: 'transfer', way: 'answer', from: ['transferred'], to: 'answered', by: OFFICE },
  { act: 'transfer', way: 'take-back', from: ['transferred'], to: 'accepted', by: OFFICE },
  { act: 'revisit', way: 'plan', from: ['answered'], to: 'revisit', by: REVISITORS },
  { act: 'revisit', way: 'try', from: ['revisit'], to: 'same', by: REVISITORS },
  { act: 'revisit', way: 'satisfied', from: ['revisit'], to: 'closed', by: REVISITORS },
  { act: 'revisit', way: 'unsatisfied', from: ['revisit'], to: 'reopen-requested', by: REVISITORS },
  { act: 'rating', from: AFTER_ANSWER, to: 'same', by: CITIZEN },
  { act: 'reopening', way: 'request', from: ['answered', 'revisit', 'closed'], to: 'reopen-requested', by: REVISITORS },
  { act: 'reopening', way: 'grant', from: ['reopen-requested'], when: ['has-unit'], to: 'in-hand', by: DESK_AND_LEADERS },
  { act: 'reopening', way: 'reassign', from: ['reopen-requested'], to: 'assigned', by: DESK_AND_LEADERS },
  { act: 'reopening', way: 'refuse', from: ['reopen-requested'], to: 'closed', by: DESK_AND_LEADERS },
  { act: 'review', way: 'ask', from: ['answered', 'revisit', 'closed'], when: ['review-rights'], to: 'same', by: OFFICE },
  { act: 'review', way: 'decide', from: AFTER_ANSWER, when: ['review-rights'], to: 'same', by: OFFICE },
  { act: 'supervision', way: 'issue', from: SUPERVISED, to: 'same', by: DESK_AND_LEADERS },
  { act: 'supervision', way: 'dismiss', from: SUPERVISED, when: ['orders-suggested'], to: 'same', by: DESK_AND_LEADERS },
  {
    act: 'supervision',
    way: 'answer',
    from: SUPERVISED,
    when: ['orders-unanswered'],
    to: 'same',
    by: SECTION,
  },
  { act: 'supervision', way: 'answer', from: SUPERVISED, when: ['orders-unanswered', 'without-unit'], to: 'same', by: OFFICE },
  { act: 'supervision', way: 'remind', from: SUPERVISED, when: ['orders-unanswered'], to: 'same', by: DESK_AND_LEADERS },
  { act: 'supervision', way: 'close', from: SUPERVISED, when: ['orders-open'], to: 'same', by: LEADERS },
  { act: 'risk', way: 'assess', from: [...ANY_OPEN, 'answered'], to: 'same', by: ['dispatcher', ...SECTION, ...LEADERS] },
  { act: 'risk', way: 'sign', from: SUPERVISED, when: ['risk-unsigned'], to: 'same', by: HEADS },
  { act: 'withdrawal', from: ANY_OPEN, to: 'withdrawn', by: OFFICE },
  { act: 'withdrawal', way: 'citizen', from: TAKEN_BACK, to: 'withdrawn', by: CITIZEN },
  { act: 'withdrawal', way: 'ask', from: TAKEN_BACK, when: ['is-report'], to: 'same', by: CITIZEN },
  { act: 'withdrawal', way: 'ex-officio', from: UNDER_WAY, when: ['is-report'], to: 'same', by: OFFICE },
  { act: 'closing', way: 'close', from: ['answered', 'not-accepted', 'withdrawn'], to: 'closed', by: OFFICE },
  { act: 'closing', way: 'archive', from: ['closed'], to: 'archived', by: OFFICE, needs: ['pack'] },
  { act: 'classification', from: [...ANY_OPEN, 'answered', 'closed'], to: 'same', by: DESK_AND_LEADERS },
  { act: 'leak-review', way: 'ask', from: UNDER_WAY, to: 'same', by: [...OFFICE, ...SECTION] },
  { act: 'leak-review', way: 'decide', from: UNDER_WAY, when: ['leak-asked'], to: 'same', by: [...OFFICE, ...HEADS] },
  { act: 'confidentiality', way: 'raise', from: NOTED, when: ['open-secrecy'], to: 'same', by: [...ALL_ABOVE, ...SECTION] },
  { act: 'confidentiality', way: 'raise', from: NOTED, when: ['open-secrecy'], to: 'same', by: SECTION, co: true },
  { act: 'confidentiality', way: 'lower', from: NOTED, when: ['kept-secret'], to: 'same', by: ['dispatcher', 'director'] },
  { act: 'target', from: NOTED, to: 'same', by: NAMERS },
  { act: 'target', way: 'recall', from: ['assigned', ...IN_UNIT], to: 'accepted', by: NAMERS },
  { act: 'naming', way: 'add', from: NOTED, when: ['guarded'], to: 'same', by: [...NAMERS, 'section-head'] },
  { act: 'naming', way: 'end', from: NOTED, when: ['guarded'], to: 'same', by: NAMERS },
  { act: 'mail-address', from: NOTED, when: ['mail-returned'], to: 'same', by: [...SECTION, 'dispatcher', 'revisitor'] },
  { act: 'matter', way: 'join', from: GROUPED, when: ['no-matter'], to: 'same', by: GROUPERS },
  { act: 'matter', way: 'part', from: GROUPED, when: ['in-matter'], to: 'same', by: GROUPERS },
  { act: 'matter', way: 'adopt', from: IN_UNIT, when: ['in-matter', 'site-owed'], to: 'same', by: SECTION },
  { act: 'site', from: GROUPED, to: 'same', by: GROUPERS },
  { act: 'notes', from: NOTED, to: 'same', by: ['dispatcher', 'section-head', 'handler', 'leader', 'director', 'revisitor'] },
  { act: 'notes', from: NOTED, to: 'same', by: SECTION, co: true },
];

/** States in which the risk of an appeal is assessed. */
export const takesRisk = (status: AppealStatus): boolean =>
  TRANSITIONS.some(({ act, way, from }) => act === 'risk' && way === 'assess' && from.includes(status));
