import type { Kind } from '../appeal/kind';
import type { Role } from '../appeal/person';
import type { AppealStatus } from '../appeal/status';
import { TRACK_RULES, usualTrack, type Track } from '../appeal/track';
import type { DocumentKind } from './document';

/** What has a number of its own before there is a paper of it: a transfer, a supervision order. */
export type SourceKind = 'transfer' | 'order';
/** Their numbers on one appeal, oldest first, and whether a leader has approved an extension. */
export type Sources = Readonly<Record<SourceKind, readonly string[]>> & { readonly extended: boolean };

/** Who may draw up and issue a kind of document, and when. */
export interface DocumentRule {
  readonly drawnBy: readonly Role[];
  readonly issuedBy: readonly Role[];
  /** States of the appeal in which it is drawn up. */
  readonly drawnIn: readonly AppealStatus[];
  /** States in which it may be issued; a paper must not go before the act that it tells of. */
  readonly issuedIn: readonly AppealStatus[];
  /** One valid paper to an appeal: a second one is a new version of the first. */
  readonly once: boolean;
  /** Whoever reads it: a paper for a body outside must not show who the citizen is. */
  readonly to: 'citizen' | 'department' | 'file';
  /** Issuing it tells the citizen how it goes on (信访工作条例2022 §23). */
  readonly informs?: true;
  /** The text of the answer must have been approved. */
  readonly approved?: true;
  /** Carries the number of what it puts on paper, one paper to each. */
  readonly numberedBy?: SourceKind;
}

const OFFICE: readonly Role[] = ['dispatcher'];
const LEADERS: readonly Role[] = ['leader', 'director'];
const SECTION: readonly Role[] = ['section-head', 'handler'];
const DESK: readonly Role[] = [...OFFICE, ...LEADERS];
const ANSWERERS: readonly Role[] = ['section-head', ...DESK];
const ALL: readonly Role[] = [...SECTION, ...DESK];
const CALLERS: readonly Role[] = ['revisitor', ...DESK];

const UNDER_WAY: readonly AppealStatus[] = ['accepted', 'assigned', 'in-hand', 'awaiting-citizen', 'in-review'];
const AFTERWARDS: readonly AppealStatus[] = ['answered', 'revisit', 'reopen-requested', 'closed'];
const IN_HAND: readonly AppealStatus[] = ['in-hand', 'awaiting-citizen', 'in-review'];

export const DOCUMENT_RULES: Record<DocumentKind, DocumentRule> = {
  'receipt-notice': {
    drawnBy: DESK, issuedBy: DESK, drawnIn: UNDER_WAY, issuedIn: UNDER_WAY, once: true, to: 'citizen', informs: true,
  },
  'non-acceptance-notice': {
    drawnBy: DESK, issuedBy: DESK, drawnIn: ['received', 'not-accepted', 'closed'], issuedIn: ['not-accepted', 'closed'],
    once: true, to: 'citizen', informs: true,
  },
  'transfer-letter': {
    drawnBy: DESK, issuedBy: DESK, drawnIn: ['transferred'], issuedIn: ['transferred'], once: false, to: 'department',
    numberedBy: 'transfer',
  },
  'whereabouts-notice': {
    drawnBy: DESK, issuedBy: DESK, drawnIn: ['transferred', 'not-accepted'], issuedIn: ['transferred', 'not-accepted'],
    once: false, to: 'citizen', informs: true,
  },
  'extension-notice': {
    drawnBy: ALL, issuedBy: DESK, drawnIn: UNDER_WAY, issuedIn: UNDER_WAY, once: false, to: 'citizen',
  },
  'site-record': {
    drawnBy: SECTION, issuedBy: SECTION, drawnIn: [...IN_HAND, ...AFTERWARDS], issuedIn: [...IN_HAND, ...AFTERWARDS],
    once: false, to: 'file',
  },
  opinion: {
    drawnBy: ALL, issuedBy: ANSWERERS, drawnIn: [...IN_HAND, ...AFTERWARDS], issuedIn: ['in-review', ...AFTERWARDS],
    once: true, to: 'citizen', approved: true,
  },
  'reply-letter': {
    drawnBy: ALL, issuedBy: ANSWERERS, drawnIn: [...IN_HAND, ...AFTERWARDS], issuedIn: ['in-review', ...AFTERWARDS],
    once: true, to: 'citizen', approved: true,
  },
  'supervision-order': {
    drawnBy: DESK, issuedBy: DESK, drawnIn: [...UNDER_WAY, 'transferred', 'reopen-requested'],
    issuedIn: [...UNDER_WAY, 'transferred', 'reopen-requested'], once: false, to: 'file', numberedBy: 'order',
  },
  'revisit-sheet': {
    drawnBy: CALLERS, issuedBy: CALLERS, drawnIn: AFTERWARDS, issuedIn: AFTERWARDS, once: false, to: 'file',
  },
  'risk-sheet': {
    drawnBy: ALL, issuedBy: ANSWERERS, drawnIn: ['received', ...UNDER_WAY, 'transferred', ...AFTERWARDS],
    issuedIn: ['received', ...UNDER_WAY, 'transferred', ...AFTERWARDS], once: false, to: 'file',
  },
}; // prettier-ignore

/** Kinds that are answered rather than decided on (信访工作条例2022 §29). */
const ANSWERED: readonly Kind[] = ['inquiry', 'suggestion', 'comment'];

interface Classified {
  readonly kind: Kind;
  readonly track: Track | null;
  readonly status: AppealStatus;
  readonly departmentId: string | null;
}

/** Answered by an outside department, whose answer the office has passed on: it decided nothing itself. */
export const isPassedOn = ({ status, departmentId }: Pick<Classified, 'status' | 'departmentId'>): boolean =>
  departmentId !== null && AFTERWARDS.includes(status);

const trackOf = ({ kind, track }: Pick<Classified, 'kind' | 'track'>): Track => track ?? usualTrack(kind);

/**
 * Which papers the legal track allows: an opinion with review rights is for petitions only (信访工作条例2022 §31(6), §32),
 * what the office decides on under its own laws is answered by a letter, and where the courts or other bodies are competent
 * the office decides nothing.
 */
export function trackAllows(kind: DocumentKind, appeal: Classified): boolean {
  if (isPassedOn(appeal)) return kind !== 'opinion';
  if (kind === 'opinion') return TRACK_RULES[trackOf(appeal)].reviewRights;
  if (kind === 'reply-letter') return TRACK_RULES[trackOf(appeal)].document === 'reply-letter' || ANSWERED.includes(appeal.kind);
  return true;
}

/** The papers that end an appeal of this track, the first one first; the console offers them before the others. */
export function usualDocuments(appeal: Classified): DocumentKind[] {
  const { document } = TRACK_RULES[trackOf(appeal)];
  if (isPassedOn(appeal)) return ['reply-letter'];
  if (document === 'opinion' && ANSWERED.includes(appeal.kind)) return ['reply-letter'];
  const elsewhere = document === 'non-acceptance-notice' || document === 'transfer-letter';
  return elsewhere ? [document, 'whereabouts-notice'] : [document];
}

/** Review rights are printed on an opinion, and nowhere else (信访工作条例2022 §35). */
export const printsReview = (kind: DocumentKind, appeal: Pick<Classified, 'kind' | 'track'>): boolean =>
  kind === 'opinion' && TRACK_RULES[trackOf(appeal)].reviewRights;
