import type { AppealStatus } from './status';

/**
 * `leader` is the deputy in charge (分管领导), `director` the head of the bureau (局主要领导), `discipline` the inspection
 * office (纪检), `revisitor` whoever calls citizens back (回访员).
 */
export const ROLES = [
  'administrator',
  'dispatcher',
  'section-head',
  'handler',
  'revisitor',
  'leader',
  'director',
  'discipline',
] as const;
export type Role = (typeof ROLES)[number];

/** A member of staff as the rules see one. `unitId` is null for those who stand above the units. */
export interface Staff {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
}

/** Who acts when no person does: a rule of the office, a clock, a citizen by a channel. */
export const SYSTEM_NAME = '系统';

export const PERMISSIONS = [
  'queue.read',
  'appeal.read',
  'appeal.register',
  'appeal.act',
  'import',
  'quarantine.read',
  'quarantine.decide',
  'outbox.read',
  'outbox.retry',
  'channels.read',
  'users.read',
  'session',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What each role may touch at all; which appeal and which act is decided by `sees` and by the state table. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  administrator: ['session', 'outbox.read', 'outbox.retry', 'channels.read', 'users.read'],
  dispatcher: [
    'session',
    'queue.read',
    'appeal.read',
    'appeal.register',
    'appeal.act',
    'import',
    'quarantine.read',
    'quarantine.decide',
    'outbox.read',
    'outbox.retry',
    'channels.read',
    'users.read',
  ],
  'section-head': ['session', 'queue.read', 'appeal.read', 'appeal.act', 'users.read'],
  handler: ['session', 'queue.read', 'appeal.read', 'appeal.act', 'users.read'],
  revisitor: ['session', 'queue.read', 'appeal.read', 'appeal.act', 'users.read'],
  leader: ['session', 'queue.read', 'appeal.read', 'appeal.act', 'quarantine.read', 'outbox.read', 'channels.read', 'users.read'],
  director: [
    'session',
    'queue.read',
    'appeal.read',
    'appeal.act',
    'quarantine.read',
    'outbox.read',
    'channels.read',
    'users.read',
  ],
  discipline: ['session', 'queue.read', 'appeal.read', 'users.read'],
};

export const may = (staff: Staff, permission: Permission): boolean => ROLE_PERMISSIONS[staff.role].includes(permission);

/** States in which the answer has gone out: what a revisitor works on. */
export const AFTER_ANSWER: readonly AppealStatus[] = ['answered', 'revisit', 'reopen-requested', 'closed'];

/**
 * Which appeals a person knows of: all, those that are answered, those of one unit (led or helped by it), those of one
 * unit that are his or nobody's yet, or none.
 */
export type Sight =
  { all: true } | { answered: true } | { unitId: string } | { unitId: string; handlerId: number } | { none: true };

export function sightOf(staff: Staff): Sight {
  if (staff.role === 'administrator') return { none: true };
  if (staff.role === 'revisitor') return { answered: true };
  if (staff.role !== 'section-head' && staff.role !== 'handler') return { all: true };
  if (!staff.unitId) return { none: true };
  return staff.role === 'section-head' ? { unitId: staff.unitId } : { unitId: staff.unitId, handlerId: staff.id };
}

/** What decides whether a person may know of an appeal. */
export interface Seen {
  readonly status: AppealStatus;
  readonly unitId: string | null;
  readonly handlerId: number | null;
  readonly coUnits: string;
}

export function sees(staff: Staff, appeal: Seen): boolean {
  const sight = sightOf(staff);
  if ('all' in sight) return true;
  if ('none' in sight) return false;
  if ('answered' in sight) return AFTER_ANSWER.includes(appeal.status);
  if (appeal.coUnits.includes(`|${sight.unitId}|`)) return true;
  if (appeal.unitId !== sight.unitId) return false;
  return !('handlerId' in sight) || appeal.handlerId === null || appeal.handlerId === sight.handlerId;
}
