import type { AppealStatus, Box, Difference, Sheet, SheetState, FieldKind, Kind, Secrecy } from '@hub/domain';
import type { AppealRef } from './grouping';

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
  /** Who came along and speaks for the others; at most five. */
  representatives?: { name: string; phone: string }[];
  /** What its source asks for; see `sourceForm` of the domain. */
  details?: Record<string, string>;
  /** The opening of a box that it lay in; signed by both. */
  openingId?: number;
  /** The draft that it was written as: saved twice, it is registered once. */
  draft?: string;
}

export interface RegisteredView {
  readonly number: string;
  /** Shown once, to be read out to the citizen. */
  readonly queryCode: string;
  readonly promise: { readonly contactBy: string | null; readonly siteBy: string | null; readonly replyBy: string };
}

/** POST /api/v1/desk/caller: the earlier appeals of a number, as far as the person may see them. */
export interface CallerView {
  readonly count: number;
  readonly appeals: readonly {
    readonly number: string;
    readonly status: AppealStatus;
    readonly statusName: string;
    readonly kindName: string;
    readonly receivedAt: string;
    readonly open: boolean;
  }[];
}

/** What a member of staff wrote down beside the citizen's words. */
export interface DeskEntryView {
  readonly by: string;
  readonly facts: readonly { readonly word: string; readonly kind: FieldKind; readonly value: string }[];
  /** The day by which whoever sent it wants his answer. */
  readonly answerBy: string | null;
}

/** GET /api/v1/desk/similar: an open appeal that may be about the same thing, and why. */
export type SimilarAppeal = AppealRef & { readonly reason: string };

/** GET /api/v1/desk/drafts: one's own entries that are not saved yet; `form` is the page's own JSON. */
export interface DeskDraftView {
  readonly key: string;
  readonly startedAt: string;
  readonly savedAt: string;
  readonly form: string;
}

/** GET /api/v1/desk/openings: 开箱记录. */
export interface BoxOpeningView {
  readonly id: number;
  readonly source: Box;
  readonly place: string;
  readonly openedAt: string;
  readonly items: number;
  readonly note: string;
  readonly first: string;
  readonly writtenAt: string;
  readonly second: string;
  readonly secondIsMe: boolean;
  readonly signedAt: string | null;
  readonly registered: number;
  /** Of what was registered from it, what the reader may see. */
  readonly numbers: readonly string[];
}

/** POST /api/v1/desk/openings. */
export interface BoxOpeningBody {
  source: Box;
  place: string;
  openedAt: string;
  items: number;
  note?: string;
  secondId: number;
}

/** GET /api/v1/desk/batches: 征求意见表. */
export interface FormBatchRow {
  readonly id: number;
  readonly name: string;
  readonly sheets: number;
  readonly by: string;
  readonly createdAt: string;
}

/** GET /api/v1/desk/batches/:id. */
export interface FormBatchView extends FormBatchRow {
  readonly questions: readonly string[];
  readonly entered: readonly {
    readonly sheet: number;
    readonly state: SheetState;
    readonly first: string;
    readonly firstIsMe: boolean;
    readonly second: string | null;
    readonly number: string | null;
    /** The first reading, only where the two differ. */
    readonly read: Sheet | null;
    readonly differences: readonly Difference[];
  }[];
  readonly tallies: readonly { readonly word: string; readonly counts: Readonly<Record<string, number>> }[];
}
