import type { Staff } from '../appeal/person';
import { sees, type Seen } from '../appeal/sight';

/** How much of the citizen a person may be shown when he asks for it. */
export type IdentityLevel = 'full' | 'phone' | 'none';

/**
 * Domain: roles and permissions, the row "see identity". Whoever does not see the appeal sees nobody behind it; a handler
 * knows the citizen of an appeal that is his and not guarded; whoever calls back knows the telephone.
 */
export function identityLevel(staff: Staff, appeal: Seen): IdentityLevel {
  if (!sees(staff, appeal)) return 'none';
  switch (staff.role) {
    case 'administrator':
      return 'none';
    case 'handler':
      return appeal.handlerId === staff.id && appeal.guard === '' ? 'full' : 'none';
    case 'revisitor':
      return 'phone';
    default:
      return 'full';
  }
}

/** The office and those who must reach the citizen are logged; everybody else says why as well. */
export const identityNeedsReason = ({ role }: Staff): boolean =>
  role !== 'dispatcher' && role !== 'handler' && role !== 'revisitor';

/** Whether letters are shown with their writer's traces masked: always where the appeal is guarded. */
export const readsMasked = (staff: Staff, appeal: Seen): boolean =>
  appeal.guard !== '' || identityLevel(staff, appeal) !== 'full';
