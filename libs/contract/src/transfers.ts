import type { TransferDelivery, TransferState } from '@hub/domain';

/** A numbered letter that handed the appeal to an outside department, and what came of it. */
export interface TransferView {
  readonly id: number;
  readonly number: string;
  readonly departmentId: string;
  readonly department: string;
  readonly reason: string;
  readonly summary: string;
  readonly delivery: TransferDelivery;
  /** Named by a leader after two came back: no objection is possible. */
  readonly designated: boolean;
  /** How the citizen agreed that his name and phone go with it. */
  readonly consent: string | null;
  readonly objectBy: string;
  readonly dueOn: string;
  readonly sentAt: string;
  /** `undelivered`: the mail server refused the letter. */
  readonly state: TransferState | 'undelivered';
  readonly stateName: string;
  readonly undelivered: string | null;
  readonly linkUntil: string | null;
  readonly linkExpired: boolean;
  readonly officer: string | null;
  readonly officerPhone: string | null;
  readonly receivedAt: string | null;
  readonly objection: string | null;
  readonly objectedAt: string | null;
  readonly reply: string | null;
  readonly repliedAt: string | null;
  readonly replyFiles: readonly {
    readonly id: number;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly href: string;
  }[];
  /** What was passed on to the citizen, or why it was taken back. */
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly reminders: readonly { readonly kind: 'before' | 'after'; readonly day: string; readonly at: string }[];
}

export interface TransfersView {
  readonly transfers: readonly TransferView[];
  readonly transferBounces: number;
}

/** GET /api/v1/transfers: the newest first. */
export interface TransferRow {
  readonly id: number;
  readonly number: string;
  readonly appeal: string;
  readonly subject: string;
  readonly departmentId: string;
  readonly department: string;
  readonly delivery: TransferDelivery;
  readonly state: TransferState | 'undelivered';
  readonly stateName: string;
  readonly sentAt: string;
  readonly objectBy: string;
  readonly dueOn: string;
  /** Not answered in time, or answered late. */
  readonly late: boolean;
  readonly designated: boolean;
}

export interface TransferPage {
  readonly items: readonly TransferRow[];
  readonly nextCursor: string | null;
}

export interface TransferBodies {
  transfer: {
    outcome?: 'out' | 'designate' | 'receipt' | 'objection' | 'reply' | 'link' | 'answer' | 'take-back';
    departmentId?: string;
    summary?: string;
    reason?: string;
    answer?: string;
    delivery?: TransferDelivery;
    attachments?: number[];
    /** With `consent`: name and phone go with it. */
    shareIdentity?: boolean;
    consent?: string;
    officer?: string;
    phone?: string;
    on?: string;
  };
}
