import { Fault } from '../errors';
import type { Role, Staff } from './person';
import { sees } from './person';
import type { AppealStatus } from './status';

/** The acts of the office on one appeal; each is an address below the appeal and one line of its history. */
export const ACTS = [
  'acceptance',
  'non-acceptance',
  'assignment',
  'receipt',
  'return',
  'contact-records',
  'site-records',
  'waivers',
  'question',
  'supplement',
  'draft',
  'approval',
  'reply',
  'transfer',
  'revisit',
  'reopening',
  'withdrawal',
  'closing',
  'notes',
  'discard',
  'restore',
] as const;
export type Act = (typeof ACTS)[number];

/** What a history line may say: an act of the office, or one of the steps that no person takes. */
export type HistoryAct = Act | 'registration' | 'message' | 'acknowledgement' | 'delivery';

/** Evidence that must stand before an act is ready; see `lacking` in deadline/milestone.ts. */
export type Need = 'contact' | 'site' | 'approved-draft' | 'draft';

/**
 * One row of the state table: from each of `from`, a person of one of `by` may do `act` (in the named `way`), and the
 * appeal then stands at `to` ('same' where it does not move). `unit: true` binds section roles to the appeal's own unit.
 */
export interface Transition {
  readonly act: Act;
  readonly way?: string;
  readonly from: readonly AppealStatus[];
  readonly to: AppealStatus | 'same';
  readonly by: readonly Role[];
  readonly needs?: readonly Need[];
}

const OFFICE: readonly Role[] = ['dispatcher'];
const SECTION: readonly Role[] = ['section-head', 'handler'];
const HEADS: readonly Role[] = ['section-head', 'leader'];
const UNDER_WAY: readonly AppealStatus[] = [
  'received',
  'accepted',
  'assigned',
  'in-hand',
  'awaiting-citizen',
  'in-review',
  'transferred',
];
const NOTED: readonly AppealStatus[] = [
  ...UNDER_WAY,
  'not-accepted',
  'answered',
  'revisit',
  'reopen-requested',
  'closed',
  'withdrawn',
  'discarded',
];

/** The whole life of an appeal (domain: states and transitions). What is not a row here cannot be done. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'acceptance', from: ['received'], to: 'accepted', by: OFFICE },
  { act: 'non-acceptance', from: ['received'], to: 'not-accepted', by: ['dispatcher', 'leader'] },
  { act: 'discard', from: ['received'], to: 'discarded', by: OFFICE },
  { act: 'restore', from: ['discarded'], to: 'received', by: OFFICE },
  { act: 'assignment', from: ['accepted'], to: 'assigned', by: ['dispatcher', 'leader'] },
  {
    act: 'assignment',
    way: 'again',
    from: ['assigned', 'in-hand', 'awaiting-citizen'],
    to: 'assigned',
    by: ['dispatcher', 'leader'],
  },
  { act: 'receipt', from: ['assigned'], to: 'in-hand', by: SECTION },
  { act: 'return', from: ['assigned'], to: 'accepted', by: SECTION },
  { act: 'contact-records', from: ['in-hand', 'awaiting-citizen', 'in-review'], to: 'same', by: SECTION },
  { act: 'site-records', from: ['in-hand', 'awaiting-citizen', 'in-review'], to: 'same', by: SECTION },
  { act: 'waivers', from: ['in-hand', 'awaiting-citizen'], to: 'same', by: SECTION },
  { act: 'question', from: ['in-hand'], to: 'awaiting-citizen', by: SECTION },
  { act: 'supplement', from: ['awaiting-citizen'], to: 'in-hand', by: [...SECTION, 'dispatcher'] },
  { act: 'draft', way: 'save', from: ['in-hand', 'awaiting-citizen'], to: 'same', by: SECTION },
  { act: 'draft', way: 'submit', from: ['in-hand'], to: 'in-review', by: SECTION, needs: ['contact', 'site', 'draft'] },
  { act: 'approval', way: 'pass', from: ['in-review'], to: 'same', by: HEADS },
  { act: 'approval', way: 'send-back', from: ['in-review'], to: 'in-hand', by: HEADS },
  { act: 'reply', from: ['in-review'], to: 'answered', by: [...HEADS, 'handler', 'dispatcher'], needs: ['approved-draft'] },
  { act: 'transfer', way: 'out', from: ['received', 'accepted', 'in-hand'], to: 'transferred', by: OFFICE },
  { act: 'transfer', way: 'answer', from: ['transferred'], to: 'answered', by: OFFICE },
  { act: 'transfer', way: 'take-back', from: ['transferred'], to: 'accepted', by: OFFICE },
  { act: 'revisit', way: 'plan', from: ['answered'], to: 'revisit', by: OFFICE },
  { act: 'revisit', way: 'satisfied', from: ['revisit'], to: 'closed', by: OFFICE },
  { act: 'revisit', way: 'unsatisfied', from: ['revisit'], to: 'reopen-requested', by: OFFICE },
  { act: 'reopening', way: 'request', from: ['answered', 'revisit', 'closed'], to: 'reopen-requested', by: OFFICE },
  { act: 'reopening', way: 'grant', from: ['reopen-requested'], to: 'in-hand', by: ['dispatcher', 'leader'] },
  { act: 'reopening', way: 'refuse', from: ['reopen-requested'], to: 'closed', by: ['dispatcher', 'leader'] },
  { act: 'withdrawal', from: UNDER_WAY, to: 'withdrawn', by: OFFICE },
  { act: 'closing', way: 'close', from: ['answered', 'not-accepted', 'withdrawn'], to: 'closed', by: OFFICE },
  { act: 'closing', way: 'archive', from: ['closed'], to: 'archived', by: OFFICE },
  { act: 'notes', from: NOTED, to: 'same', by: ['dispatcher', 'section-head', 'handler', 'leader'] },
];

/** An act that a person may do to an appeal now; `lacking` names what must stand first, so that a button can say why it waits. */
export interface AllowedAct {
  readonly act: Act;
  readonly way: string | null;
  readonly lacking: readonly Need[];
}

interface Actable {
  readonly status: AppealStatus;
  readonly unitId: string | null;
  readonly handlerId: number | null;
}

/** Rows of the table that are open to this person on this appeal, in the order of the table. */
export function allowedActs(appeal: Actable, staff: Staff, missing: ReadonlySet<Need>): AllowedAct[] {
  if (!sees(staff, appeal)) return [];
  return TRANSITIONS.filter((row) => row.from.includes(appeal.status) && row.by.includes(staff.role)).map((row) => ({
    act: row.act,
    way: row.way ?? null,
    lacking: (row.needs ?? []).filter((need) => missing.has(need)),
  }));
}

/**
 * The state that follows when this person does this act, or a fault that says what would work.
 * Acts of the system (staff null) are bound by the state but not by a role.
 */
export function nextStatus(appeal: Actable, act: Act, way: string | null, staff: Staff | null, words: ActWords): AppealStatus {
  const rows = TRANSITIONS.filter((row) => row.act === act && (row.way ?? null) === way);
  const open = rows.filter((row) => row.from.includes(appeal.status));
  const [row] = staff ? open.filter((one) => one.by.includes(staff.role)) : open;
  if (row) return row.to === 'same' ? appeal.status : row.to;
  const name = words.act(act, way);
  if (open.length) {
    throw new Fault('forbidden', 'forbidden', `您的角色不能做“${name}”。`, `可由${open[0]!.by.map(words.role).join('、')}办理。`);
  }
  const can = staff
    ? [
        ...new Set(
          TRANSITIONS.filter((one) => one.from.includes(appeal.status) && one.by.includes(staff.role)).map((one) =>
            words.act(one.act, one.way ?? null),
          ),
        ),
      ]
    : [];
  throw new Fault(
    'refused',
    'act-not-allowed',
    `现在是“${words.status(appeal.status)}”，不能${name}。`,
    can.length ? `现在可以：${can.join('、')}。` : `“${words.status(appeal.status)}”的来件您没有可办的事。`,
  );
}

/** The Chinese names that a refusal needs; see words/. */
export interface ActWords {
  act(act: Act, way: string | null): string;
  role(role: Role): string;
  status(status: AppealStatus): string;
}
