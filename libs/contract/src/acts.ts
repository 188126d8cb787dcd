import type { Act } from '@hub/domain';
import type { ApprovalBodies } from './approval';
import type { DeadlineBodies } from './deadlines';
import type { GroupingBodies } from './grouping';
import type { HandlingBodies } from './handling';
import type { MailBodies } from './mail';
import type { RevisitBodies } from './revisit';
import type { RiskBodies } from './risk';
import type { SupervisionBodies } from './supervision';
import type { TransferBodies } from './transfers';
import type { VaultActBodies } from './vault';

/** What each act takes; every body may carry `version` to be refused when somebody was quicker. */
export interface ActBodies
  extends
    ApprovalBodies,
    DeadlineBodies,
    HandlingBodies,
    MailBodies,
    RevisitBodies,
    RiskBodies,
    SupervisionBodies,
    TransferBodies,
    VaultActBodies,
    GroupingBodies {
  'site-records': { at: string; officers: string[]; place: string; findings: string };
  question: { text: string; dueOn: string };
  closing: { archive?: boolean; note?: string };
  notes: { text: string };
  /** The citizen's own, by a door of his. */
  rating: never;
}
export type ActName = Act & keyof ActBodies;
