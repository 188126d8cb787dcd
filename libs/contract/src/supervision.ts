import type { NoticeKind, OrderState, SupervisionGround, WarningLevel } from '@hub/domain';

export interface OrderView {
  /** 普环督〔2026〕3号; null while it is only suggested. */
  readonly number: string | null;
  readonly state: OrderState;
  readonly stateName: string;
  readonly ground: SupervisionGround;
  readonly groundName: string;
  readonly reason: string;
  readonly demand: string;
  readonly dueOn: string;
  /** How late the answer is, or was when it came. */
  readonly level: WarningLevel;
  readonly levelName: string;
  readonly unitId: string | null;
  readonly unit: string;
  readonly issuedBy: string | null;
  readonly enteredBy: string | null;
  readonly issuedAt: string | null;
  readonly reminders: number;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly closingWords: string | null;
  /** Whether the person who looks may close it. */
  readonly mayClose: boolean;
}

/** An order in a list, with the appeal that it is about. */
export interface OrderRow extends OrderView {
  readonly appeal: string;
  readonly subject: string;
  readonly statusName: string;
}

export interface SupervisionView {
  readonly orders: readonly OrderView[];
}

export interface SupervisionBodies {
  supervision: {
    decision: 'issue' | 'dismiss' | 'answer' | 'remind' | 'close';
    ground?: SupervisionGround;
    reason?: string;
    demand?: string;
    dueOn?: string;
    /** The account of the leader on whose order the office issues. */
    orderedBy?: string;
    /** Which order, where there are several: its number. */
    order?: string;
    /** The unit's answer. */
    text?: string;
    /** Of a reminder, a closing or a dismissal. */
    words?: string;
  };
}

export interface NoticeView {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly kindName: string;
  readonly appeal: string;
  readonly text: string;
  readonly at: string;
  readonly readAt: string | null;
}

export interface OpeningToSign {
  readonly id: number;
  readonly text: string;
}

export interface NoticePage {
  readonly items: readonly NoticeView[];
  /** Opened boxes whose record waits for the signature of whoever asks; they count on the bell too. */
  readonly toSign: readonly OpeningToSign[];
  /** Up to 99. */
  readonly unread: { readonly count: number; readonly more: boolean };
  /** Give as `before` for older ones. */
  readonly next: number | null;
}
