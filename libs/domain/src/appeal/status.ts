export const STATUSES = [
  'received',
  'accepted',
  'assigned',
  'in-hand',
  'awaiting-citizen',
  'in-review',
  'not-accepted',
  'answered',
  'revisit',
  'reopen-requested',
  'closed',
  'archived',
  'transferred',
  'withdrawn',
  'discarded',
] as const;
export type AppealStatus = (typeof STATUSES)[number];

/** States in which somebody still owes a step; they stand in the queue and carry a due date. */
export const OPEN_STATUSES: readonly AppealStatus[] = [
  'received',
  'accepted',
  'assigned',
  'in-hand',
  'awaiting-citizen',
  'in-review',
  'revisit',
  'reopen-requested',
  'transferred',
];

export const isOpen = (status: AppealStatus): boolean => OPEN_STATUSES.includes(status);
