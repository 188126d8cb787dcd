import type { AllowedAct, AppealStatus, ContactOutcome, HistoryAct, SenderCheck } from '@hub/domain';
import type { ApprovalView } from './approval';
import type { DeskEntryView } from './desk';
import type { DeadlineView } from './deadlines';
import type { GroupingView } from './grouping';
import type { HandlingView } from './handling';
import type { RatingsView } from './rating';
import type { RevisitView } from './revisit';
import type { RiskView } from './risk';
import type { SupervisionView } from './supervision';
import type { TransfersView } from './transfers';
import type { GuardView } from './vault';
import type { AppealRow } from './queue';

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
  /** The whole letter. */
  readonly text: string;
  /** The letter taken apart where it quotes or is signed: what the citizen says himself, and what else `text` holds. */
  readonly reply: { readonly own: string; readonly hasSignature: boolean; readonly hasQuote: boolean } | null;
  /** The letter as its writer laid it out, made harmless, as a page for a sandboxed frame; null where it has none to show. */
  readonly html: { readonly href: string } | null;
  /** Whether a mail's sender is who he says; null for what is no mail. */
  readonly sender: SenderCheck | null;
  readonly senderName: string | null;
  /** The text was longer than a row holds; the original has the rest. */
  readonly cut: boolean;
  readonly at: string;
  readonly remarks: readonly string[];
  readonly attachments: readonly AttachmentView[];
  readonly original: { readonly href: string; readonly mediaType: string } | null;
  /** For what we sent: pending, sent with its time, or dead or bounced with the reason. */
  readonly delivery: {
    readonly state: 'pending' | 'sent' | 'dead' | 'bounced';
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
    RatingsView,
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
  /** Why mail to the citizen came back; null where none did. */
  readonly mailReturned: string | null;
  readonly person: {
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly address: string;
    readonly replyBy: string;
    /** The complaint site under whose post the answer can go; null where it cannot. */
    readonly replySite: string | null;
    /** Those who came along and speak for the others; with `as`, whom he speaks for or who watches over him. */
    readonly representatives: readonly { readonly name: string; readonly phone: string; readonly as?: string }[];
  };
  /** Only where staff entered it. */
  readonly entry: DeskEntryView | null;
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
