import type { Secrecy } from './channel';
import type { Role, Staff } from './person';
import type { AppealStatus } from './status';

/** The bureau's office in config/units.yaml: where dispatchers belong that have no unit of their own. */
export const OFFICE_UNIT = 'office';

/** What closes an appeal to some who would see it by their role; 纪检 alone handles what is about conduct. */
export interface GuardFacts {
  readonly secrecy: Secrecy;
  /** The unit of the bureau that it is about. */
  readonly targetUnitId: string | null;
  /** About the conduct of staff (信访工作条例2022 §30: handled by 纪检, never shown or passed to the accused). */
  readonly aboutConduct: boolean;
}

/** One word for all of it, so that lists filter by an index: '' (not closed), confidential, unit:ID, conduct, conduct:ID. */
export function guardOf({ secrecy, targetUnitId, aboutConduct }: GuardFacts): string {
  if (aboutConduct) return targetUnitId ? `conduct:${targetUnitId}` : 'conduct';
  if (targetUnitId) return `unit:${targetUnitId}`;
  return secrecy === 'confidential' ? 'confidential' : '';
}

/** States in which the answer has gone out: what a revisitor works on. */
export const AFTER_ANSWER: readonly AppealStatus[] = ['answered', 'revisit', 'reopen-requested', 'closed'];

/** Which guards stay closed to a person unless he is named for the appeal. */
export type Veil = 'nothing' | 'conduct' | 'guarded';

interface Behind {
  readonly staffId: number;
  readonly veil: Veil;
  /** What is about this unit is never shown, named or not; null for those who stand above the units. */
  readonly accused: string | null;
}

/**
 * Which appeals a person knows of: all, those that are answered, those of one unit (led or helped by it), those of one
 * unit that are his or nobody's yet, or none; behind a veil that being named lifts, one appeal at a time.
 */
export type Sight =
  | ({ all: true } & Behind)
  | ({ answered: true } & Behind)
  | ({ unitId: string } & Behind)
  | ({ unitId: string; handlerId: number } & Behind)
  | { none: true };

/** Domain: roles and permissions, the rows "see all cases" and "see 保密 / about own unit". */
const VEILS: Record<Exclude<Role, 'administrator'>, Veil> = {
  director: 'nothing',
  discipline: 'nothing',
  'section-head': 'nothing',
  dispatcher: 'conduct',
  leader: 'guarded',
  revisitor: 'guarded',
  handler: 'guarded',
};

export function sightOf(staff: Staff): Sight {
  const { id, role, unitId } = staff;
  if (role === 'administrator') return { none: true };
  const accused = role === 'director' ? null : (unitId ?? (role === 'dispatcher' ? OFFICE_UNIT : null));
  const behind = { staffId: id, veil: VEILS[role], accused };
  if (role === 'revisitor') return { answered: true, ...behind };
  if (role !== 'section-head' && role !== 'handler') return { all: true, ...behind };
  if (!unitId) return { none: true };
  return role === 'section-head' ? { unitId, ...behind } : { unitId, handlerId: id, ...behind };
}

/** What decides whether a person may know of an appeal; every row of appeals has it. */
export interface Seen {
  readonly status: AppealStatus;
  readonly unitId: string | null;
  readonly handlerId: number | null;
  readonly coUnits: string;
  /** See `guardOf`. */
  readonly guard: string;
  /** Ids of the staff who are named for it, each between bars: `|3|17|`. */
  readonly named: string;
}

export const isConductGuard = (guard: string): boolean => guard.startsWith('conduct');
export const isAbout = (guard: string, unitId: string | null): boolean => unitId !== null && guard.endsWith(`:${unitId}`);
export const isNamed = (appeal: Pick<Seen, 'named'>, staffId: number): boolean => appeal.named.includes(`|${staffId}|`);

/** The one rule of sight; QueueQuery says the same in SQL, and a test holds the two together. */
export function sees(staff: Staff, appeal: Seen): boolean {
  const sight = sightOf(staff);
  if ('none' in sight || isAbout(appeal.guard, sight.accused)) return false;
  if (appeal.guard && isNamed(appeal, sight.staffId)) return true;
  const closed = sight.veil === 'guarded' ? appeal.guard !== '' : sight.veil === 'conduct' && isConductGuard(appeal.guard);
  if ('all' in sight) return !closed;
  if ('answered' in sight) return !closed && AFTER_ANSWER.includes(appeal.status);
  if (appeal.unitId !== sight.unitId) return !closed && appeal.coUnits.includes(`|${sight.unitId}|`);
  if (!('handlerId' in sight)) return !closed;
  // Whom it was assigned to is named by that.
  return appeal.handlerId === sight.handlerId || (appeal.handlerId === null && !closed);
}
