export const ROLES = ['administrator', 'dispatcher', 'section-head', 'handler', 'leader'] as const;
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
  leader: ['session', 'queue.read', 'appeal.read', 'appeal.act', 'quarantine.read', 'outbox.read', 'channels.read', 'users.read'],
};

export const may = (staff: Staff, permission: Permission): boolean => ROLE_PERMISSIONS[staff.role].includes(permission);

/** Which appeals a person knows of: all, those of one unit, those of one unit that are his or nobody's yet, or none. */
export type Sight = { all: true } | { unitId: string } | { unitId: string; handlerId: number } | { none: true };

export function sightOf(staff: Staff): Sight {
  if (staff.role === 'dispatcher' || staff.role === 'leader') return { all: true };
  if (staff.role === 'administrator' || !staff.unitId) return { none: true };
  return staff.role === 'section-head' ? { unitId: staff.unitId } : { unitId: staff.unitId, handlerId: staff.id };
}

export function sees(staff: Staff, appeal: { readonly unitId: string | null; readonly handlerId: number | null }): boolean {
  const sight = sightOf(staff);
  if ('all' in sight) return true;
  if ('none' in sight || appeal.unitId !== sight.unitId) return false;
  return !('handlerId' in sight) || appeal.handlerId === null || appeal.handlerId === sight.handlerId;
}
