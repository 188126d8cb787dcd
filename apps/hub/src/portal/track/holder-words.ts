import type { Tracked } from '@hub/casework';

const OFFICE = '局办公室';

/** Who has it now: a section by what it is for, an outside department by its name. */
export function holderWords({ status, heldBy, departmentName, rating }: Tracked): string {
  if (status === 'answered' || status === 'revisit')
    return rating === 'open' ? `${OFFICE}，等您评价。没有评价的，我们可能会打电话回访一次。` : OFFICE;
  if (status === 'reopen-requested') return `${OFFICE}，正在决定要不要重新办理`;
  if (status === 'transferred') return departmentName ?? OFFICE;
  return heldBy ?? OFFICE;
}
