import type { ContactOutcome, ContactResult, ExtensionState, ReplyDelivery, WaivedMilestone } from '@hub/domain';

/** A wish to answer later, and what a leader made of it. */
export interface ExtensionView {
  readonly reason: string;
  readonly oldDueOn: string;
  readonly newDueOn: string;
  /** Beyond the day to finish by law: the head of the bureau decides. */
  readonly statutory: boolean;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: ExtensionState;
  readonly stateName: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly words: string | null;
}

export interface DeadlineView {
  readonly extensions: readonly ExtensionView[];
  /** The last day that an extension may name. */
  readonly extensionUntil: string;
  /** How the contact step was done: 接通 or 联系不上. */
  readonly contactResult: { readonly result: ContactResult; readonly name: string } | null;
  /** Until when the citizen was asked to answer, and whether the promise stands still meanwhile. */
  readonly waiting: { readonly until: string | null; readonly paused: boolean } | null;
}

/** What the office has listed as reasons for waiving a step. */
export type WaiverReasons = Readonly<Record<WaivedMilestone, readonly string[]>>;

export interface DeadlineBodies {
  /** The body is the file itself; its name stands in the address. */
  attachments: Record<string, never>;
  'contact-records': {
    at?: string;
    method: 'phone' | 'mail' | 'visit' | 'message';
    outcome: ContactOutcome;
    /** The number that was called; kept masked. */
    called?: string;
    words: string;
  };
  waivers: { milestone: WaivedMilestone; reason: string; remark?: string };
  extension: { decision: 'ask' | 'approve' | 'refuse'; reason?: string; newDueOn?: string; words?: string };
  /** `none`: the citizen has not answered in time; `text` says why the section goes on. */
  supplement: { text: string; none?: boolean };
  /** `otherwise`: the answer that went out did not arrive and was told in another way. */
  reply: { delivery?: ReplyDelivery; note?: string; otherwise?: boolean };
}
