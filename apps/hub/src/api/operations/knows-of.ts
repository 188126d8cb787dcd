import { sees, type Seen, type Staff } from '@hub/domain';

/** What belongs to no appeal yet is known to whoever may read the list. */
export const knowsOf = (staff: Staff, appeals: ReadonlyMap<number, Seen>, appealId: number | null): boolean => {
  const appeal = appeals.get(appealId ?? 0);
  return !appeal || sees(staff, appeal);
};
