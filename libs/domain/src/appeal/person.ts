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
  'channels.retry',
  'channels.read',
  'users.read',
  'interfaces.read',
  'interfaces.manage',
  'revisit.read',
  'reports.read',
  'appeal.guard',
  'identity.read',
  'audit.read',
  'sources.write',
  'publication.read',
  'publication.prepare',
  'publication.agree',
  'publication.approve',
  'publication.withdraw',
  'session',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What each role may touch at all; which appeal and which act is decided by `sees` and by the state table. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  administrator: [
    'session',
    'audit.read',
    'outbox.read',
    'outbox.retry',
    'channels.read',
    'channels.retry',
    'users.read',
    'interfaces.read',
    'interfaces.manage',
    'sources.write',
  ],
  dispatcher: [
    'session',
    'reports.read',
    'revisit.read',
    'queue.read',
    'appeal.read',
    'appeal.register',
    'appeal.act',
    'appeal.guard',
    'identity.read',
    'import',
    'quarantine.read',
    'quarantine.decide',
    'outbox.read',
    'outbox.retry',
    'channels.read',
    'users.read',
    'interfaces.read',
    'publication.read',
    'publication.prepare',
    'publication.withdraw',
  ],
  'section-head': [
    'session',
    'reports.read',
    'queue.read',
    'appeal.read',
    'appeal.act',
    'appeal.guard',
    'identity.read',
    'users.read',
    'publication.read',
    'publication.agree',
  ],
  handler: ['session', 'queue.read', 'appeal.read', 'appeal.act', 'appeal.guard', 'identity.read', 'users.read'],
  revisitor: [
    'session',
    'revisit.read',
    'queue.read',
    'appeal.read',
    'appeal.act',
    'appeal.guard',
    'identity.read',
    'users.read',
  ],
  leader: [
    'session',
    'reports.read',
    'revisit.read',
    'queue.read',
    'appeal.read',
    'appeal.act',
    'appeal.guard',
    'identity.read',
    'quarantine.read',
    'outbox.read',
    'channels.read',
    'users.read',
    'publication.read',
    'publication.approve',
    'publication.withdraw',
  ],
  director: [
    'session',
    'reports.read',
    'revisit.read',
    'queue.read',
    'appeal.read',
    'appeal.act',
    'appeal.guard',
    'identity.read',
    'audit.read',
    'quarantine.read',
    'outbox.read',
    'channels.read',
    'users.read',
    'publication.read',
    'publication.withdraw',
  ],
  discipline: [
    'session',
    'reports.read',
    'revisit.read',
    'queue.read',
    'appeal.read',
    'appeal.guard',
    'identity.read',
    'audit.read',
    'users.read',
    'publication.read',
  ],
};

export const may = (staff: Staff, permission: Permission): boolean => ROLE_PERMISSIONS[staff.role].includes(permission);
