import type {
  Act,
  AllowedAct,
  AppealStatus,
  ChannelName,
  ClockState,
  ContactOutcome,
  HistoryAct,
  Kind,
  Milestone,
  Permission,
  RiskLevel,
  Role,
  Secrecy,
  Step,
} from '@hub/domain';
import type { ApprovalBodies, ApprovalView, DraftVersionView, LeakHitView, OfferedReview } from './approval';
import type { DeadlineBodies, DeadlineView } from './deadlines';
import type { GroupingBodies, GroupingView } from './grouping';
import type { HandlingBodies, HandlingView } from './handling';
import type { RevisitBodies, RevisitView } from './revisit';
import type { RiskBodies, RiskView } from './risk';
import type { SupervisionBodies, SupervisionView } from './supervision';
import type { TransferBodies, TransfersView } from './transfers';
import type { GuardView, VaultActBodies } from './vault';

export * from './deadlines';
export * from './documents';
export * from './approval';
export * from './grouping';
export * from './handling';
export * from './revisit';
export * from './risk';
export * from './supervision';
export * from './template';
export * from './transfers';
export * from './vault';

/**
 * The shapes that travel between the api and its callers. Times are ISO 8601 with Shanghai's offset, days `YYYY-MM-DD`;
 * `null` stands for what is not there.
 */

/** Errors: `application/problem+json` (RFC 9457) with our `code`, `hint` and the faulty fields. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
  readonly requestId?: string;
  /** With code `leak-found`: what tells who the citizen is. */
  readonly leaks?: readonly LeakHitView[];
  /** With it: the very text, so that a second person may be asked about it. */
  readonly review?: OfferedReview;
  /** With code `version-conflict` on a draft: the text that a colleague saved meanwhile. */
  readonly theirs?: DraftVersionView;
}

export interface SessionView {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly permissions: readonly Permission[];
}

export interface DueView {
  readonly step: Step;
  /** The step in Chinese, e.g. 现场. */
  readonly stepName: string;
  readonly on: string;
  readonly state: Exclude<ClockState, 'done' | 'waived'>;
  /** 剩 2 天, 今天, 超 4 天. */
  readonly word: string;
  readonly days: number;
}

export interface LampView {
  readonly name: Milestone;
  readonly title: string;
  readonly state: ClockState;
  readonly stateName: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  /** Short text beside the lamp: 剩 2 天, 11-16, 无需. */
  readonly word: string;
  /** Missed, even if done since. */
  readonly late: boolean;
  readonly waiver: string | null;
}

export interface AppealRow {
  readonly number: string;
  readonly subject: string;
  readonly status: AppealStatus;
  readonly statusName: string;
  readonly kind: Kind;
  readonly kindName: string;
  readonly channel: ChannelName;
  readonly channelName: string;
  readonly source: string;
  readonly secrecy: Secrecy;
  readonly street: string | null;
  readonly place: string;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly handler: string | null;
  readonly department: string | null;
  readonly receivedAt: string;
  /** The end of the next due day, null when nothing is owed. */
  readonly dueAt: string | null;
  readonly due: DueView | null;
  readonly lamps: readonly LampView[];
  readonly supervised: boolean;
  readonly riskLevel: RiskLevel | null;
  readonly riskName: string | null;
  readonly changedAt: string;
}

/** Exact up to `limit`; a greater number is given as `limit` with `more: true`. */
export interface CountView {
  readonly count: number;
  readonly more: boolean;
}

export interface QueuePage {
  readonly items: readonly AppealRow[];
  readonly nextCursor: string | null;
  readonly counts: {
    /** All that the filter finds. */
    readonly found: CountView;
    /** Of the open appeals that the person may see. */
    readonly open: CountView;
    readonly late: CountView;
    readonly soon: CountView;
    readonly toAccept: CountView;
    readonly toAssign: CountView;
    readonly mine: CountView;
  };
}

export interface AttachmentView {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly href: string;
}

export interface MessageView {
  readonly id: number;
  readonly direction: 'in' | 'out' | 'note';
  readonly author: string;
  readonly text: string;
  /** The text was longer than a row holds; the original has the rest. */
  readonly cut: boolean;
  readonly at: string;
  readonly remarks: readonly string[];
  readonly attachments: readonly AttachmentView[];
  readonly original: { readonly href: string; readonly mediaType: string } | null;
  /** For what we sent: pending, sent with its time, or dead with the reason. */
  readonly delivery: {
    readonly state: 'pending' | 'sent' | 'dead';
    readonly stateName: string;
    readonly at: string | null;
    readonly error: string | null;
  } | null;
}

export interface HistoryView {
  readonly at: string;
  readonly by: string;
  readonly act: HistoryAct;
  readonly title: string;
  readonly from: AppealStatus | null;
  readonly to: AppealStatus;
  readonly toName: string;
  readonly note: string;
}

export interface AllowedActView extends AllowedAct {
  /** 派单, 改派, 送审 … */
  readonly name: string;
  /** 还差：现场调查 */
  readonly waitsFor: string | null;
}

export interface AppealView
  extends
    AppealRow,
    ApprovalView,
    DeadlineView,
    HandlingView,
    RevisitView,
    RiskView,
    SupervisionView,
    TransfersView,
    GroupingView {
  readonly version: number;
  readonly outsideNumber: string | null;
  readonly handlerId: number | null;
  readonly departmentId: string | null;
  /** Masked on the server. */
  readonly person: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
    readonly replyBy: string;
  };
  readonly suggestion: {
    readonly unitId: string | null;
    readonly departmentId: string | null;
    readonly name: string;
    readonly reason: string;
  } | null;
  readonly statutory: { readonly informBy: string; readonly informedOn: string | null; readonly finishBy: string };
  readonly messages: readonly MessageView[];
  readonly contacts: readonly {
    readonly at: string;
    readonly by: string;
    readonly method: string;
    readonly outcome: ContactOutcome;
    readonly outcomeName: string;
    readonly called: string | null;
    readonly words: string;
  }[];
  /** What staff laid to the appeal and to no visit. */
  readonly files: readonly AttachmentView[];
  readonly siteVisits: readonly {
    readonly id: number;
    readonly at: string;
    readonly officers: readonly string[];
    readonly place: string;
    readonly findings: string;
    readonly photos: readonly AttachmentView[];
  }[];
  readonly draft: {
    readonly text: string;
    readonly by: string;
    readonly at: string;
    readonly approvedBy: string | null;
    readonly version: number;
  } | null;
  readonly history: readonly HistoryView[];
  readonly guard: GuardView;
  readonly allowedActions: readonly AllowedActView[];
}

/** What each act takes; every body may carry `version` to be refused when somebody was quicker. */
export interface ActBodies
  extends
    ApprovalBodies,
    DeadlineBodies,
    HandlingBodies,
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
}
export type ActName = Act & keyof ActBodies;

/** POST /api/v1/appeals: entry by staff at the desk. */
export interface DeskEntry {
  source: string;
  kind?: Kind;
  subject?: string;
  text: string;
  secrecy?: Secrecy;
  name?: string;
  phone?: string;
  email?: string;
  address?: string;
  /** 身份证号, kept sealed. */
  idNumber?: string;
  place?: string;
  street?: string;
  receivedAt?: string;
  outsideNumber?: string;
}
export interface RegisteredView {
  readonly number: string;
  /** Shown once, to be read out to the citizen. */
  readonly queryCode: string;
  readonly promise: { readonly contactBy: string | null; readonly siteBy: string | null; readonly replyBy: string };
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
}
export interface DepartmentView extends UnitView {
  readonly email: string | null;
}
export interface UserView {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly unitId: string | null;
  readonly disabled: boolean;
}
export interface ChannelView {
  readonly name: string;
  readonly channel: ChannelName;
  readonly source: string;
  readonly state: 'idle' | 'ok' | 'resting';
  readonly stateName: string;
  readonly lastOkAt: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
  readonly restUntil: string | null;
  readonly taken: number;
}
export interface QuarantineView {
  readonly id: number;
  readonly channel: ChannelName;
  readonly source: string;
  readonly sourceKey: string;
  readonly reason: string;
  readonly arrivedAt: string;
  readonly state: 'quarantined' | 'held';
  /** The appeal it seems to belong to, where it is held for a person. */
  readonly appeal: string | null;
  readonly original: string;
}
export interface OutboxView {
  readonly id: number;
  readonly kind: string;
  readonly kindName: string;
  readonly appeal: string | null;
  readonly to: string;
  readonly subject: string;
  readonly state: 'pending' | 'sending' | 'sent' | 'dead';
  readonly stateName: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}
export interface ImportReport {
  readonly source: string;
  readonly file: string;
  readonly rows: number;
  readonly new: number;
  readonly joined: number;
  readonly known: number;
  readonly rejected: number;
  readonly quarantined: number;
  readonly faults: readonly { readonly row: number; readonly reason: string }[];
}
