import type { ApprovalStep, Audience, LeakKind, LeakWeight } from '@hub/domain';

/** Something in a text that tells who a citizen is. */
export interface LeakHitView {
  readonly kind: LeakKind;
  readonly kindName: string;
  /** `block` must be mended or let go by a second person; `warn` is for the writer to look at. */
  readonly weight: LeakWeight;
  /** Which part of what leaves: 答复, 摘要 … */
  readonly where: string;
  readonly at: number;
  readonly length: number;
  /** Masked. */
  readonly excerpt: string;
}

export interface LeakCheckView {
  readonly hits: readonly LeakHitView[];
}

export interface LeakReviewView {
  readonly id: number;
  readonly audience: Audience;
  readonly text: string;
  readonly hits: readonly LeakHitView[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: 'asked' | 'allowed' | 'refused';
  readonly stateName: string;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

/** One step of the approval of the draft as it stands. */
export interface ApprovalStepView {
  readonly step: ApprovalStep;
  readonly name: string;
  readonly state: 'passed' | 'waiting' | 'later';
  readonly by: string | null;
  readonly at: string | null;
}

export interface ApprovalView {
  readonly approval: {
    readonly steps: readonly ApprovalStepView[];
    readonly next: ApprovalStep | null;
    /** Why it was sent back last, while nobody has submitted it again. */
    readonly sentBack: { readonly by: string; readonly at: string; readonly reason: string } | null;
  };
  /** What the draft tells of the citizen or of others. */
  readonly draftLeaks: readonly LeakHitView[];
  readonly leakReviews: readonly LeakReviewView[];
}

export interface DraftVersionView {
  readonly version: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface LeavingPart {
  where: string;
  text: string;
}

/** What was refused, as the act would send it: the body of the question to a second person. */
export interface OfferedReview {
  readonly audience: Audience;
  readonly parts: readonly LeavingPart[];
}

export interface ApprovalBodies {
  /** `base` is the version of the draft that the writer began from. */
  draft: { text: string; submit?: boolean; base?: number };
  approval: { decision: 'pass' | 'send-back'; reason?: string; leakReason?: string };
  'leak-review': {
    decision: 'ask' | 'allow' | 'refuse';
    audience?: Audience;
    parts?: readonly LeavingPart[];
    id?: number;
    reason?: string;
  };
}

/** POST …/leak-check: looks and keeps nothing. */
export interface LeakCheckBody {
  audience: Audience;
  parts: LeavingPart[];
  /** Files of the appeal that would go with a transfer. */
  attachments?: readonly number[];
}
