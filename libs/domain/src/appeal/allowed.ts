import { Fault } from '../errors';
import type { Act, Need } from './act';
import { CONDITIONS, type Condition, type ConditionFacts } from './condition';
import type { Role, Staff } from './person';
import { sees, type Seen } from './sight';
import type { AppealStatus } from './status';
import { TRANSITIONS, type Transition } from './transitions';

/** An act that a person may do to an appeal now; `lacking` names what must stand first, so that a button can say why it waits. */
export interface AllowedAct {
  readonly act: Act;
  readonly way: string | null;
  readonly lacking: readonly Need[];
}

/** The facts of an appeal by which the table is read. */
export interface Actable extends ConditionFacts, Seen {}

/** Whether the row is this person's: his role, and for section roles the unit that the row is for. */
function isFor(row: Transition, staff: Staff, appeal: Actable): boolean {
  if (!row.by.includes(staff.role)) return false;
  if (staff.role !== 'section-head' && staff.role !== 'handler') return !row.co;
  return row.co ? staff.unitId !== appeal.unitId && appeal.coUnits.includes(`|${staff.unitId}|`) : staff.unitId === appeal.unitId;
}

const unmet = (row: Transition, appeal: Actable): Condition | undefined =>
  row.when?.find((condition) => !CONDITIONS[condition].holds(appeal));

const openRows = (appeal: Actable, staff: Staff): readonly Transition[] =>
  TRANSITIONS.filter((row) => row.from.includes(appeal.status) && isFor(row, staff, appeal) && !unmet(row, appeal));

/** Rows of the table that are open to this person on this appeal, in the order of the table. */
export function allowedActs(appeal: Actable, staff: Staff, missing: ReadonlySet<Need>): AllowedAct[] {
  if (!sees(staff, appeal)) return [];
  return openRows(appeal, staff).map((row) => ({
    act: row.act,
    way: row.way ?? null,
    lacking: (row.needs ?? []).filter((need) => missing.has(need)),
  }));
}

/**
 * The row by which this person may do this act now, or a fault that says what would work.
 * Acts of the system (staff null) are bound by the state but not by a role.
 */
export function transitionFor(appeal: Actable, act: Act, way: string | null, staff: Staff | null, words: ActWords): Transition {
  const rows = TRANSITIONS.filter((row) => row.act === act && (row.way ?? null) === way);
  const here = rows.filter((row) => row.from.includes(appeal.status));
  const own = staff ? here.filter((row) => isFor(row, staff, appeal)) : here;
  const row = own.find((one) => !unmet(one, appeal));
  if (row) return row;
  const name = words.act(act, way);
  const [blocked] = own;
  if (blocked) {
    const { code, message, hint } = CONDITIONS[unmet(blocked, appeal)!];
    throw new Fault('refused', code, message, hint);
  }
  if (here.length) {
    const roles = [...new Set(here.flatMap((one) => one.by))].map(words.role).join('、');
    throw new Fault('forbidden', 'forbidden', `您不能对这一件做“${name}”。`, `可由${roles}办理。`);
  }
  const can = staff ? [...new Set(openRows(appeal, staff).map((one) => words.act(one.act, one.way ?? null)))] : [];
  throw new Fault(
    'refused',
    'act-not-allowed',
    `现在是“${words.status(appeal.status)}”，不能${name}。`,
    can.length ? `现在可以：${can.join('、')}。` : `“${words.status(appeal.status)}”的来件您没有可办的事。`,
  );
}

/** The state that follows when this person does this act; see `transitionFor`. */
export function nextStatus(appeal: Actable, act: Act, way: string | null, staff: Staff | null, words: ActWords): AppealStatus {
  const { to } = transitionFor(appeal, act, way, staff, words);
  return to === 'same' ? appeal.status : to;
}

/** The Chinese names that a refusal needs; see words/. */
export interface ActWords {
  act(act: Act, way: string | null): string;
  role(role: Role): string;
  status(status: AppealStatus): string;
}
