import type { Kind, PartState, ReviewOutcome, ReviewStage, Topic, Track } from '@hub/domain';

/** A unit's part in an appeal that another unit leads. */
export interface PartView {
  readonly unitId: string;
  readonly unit: string;
  readonly demand: string;
  readonly dueOn: string;
  readonly state: PartState;
  readonly stateName: string;
  readonly answer: string | null;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
}

export interface ReviewView {
  readonly stage: ReviewStage;
  readonly stageName: string;
  readonly authority: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly ground: string;
  readonly decidedOn: string | null;
  readonly outcome: ReviewOutcome | null;
  readonly outcomeName: string | null;
  readonly decision: string | null;
}

/** How an appeal is classified and who works on it, beside its leading unit. */
export interface HandlingView {
  readonly topic: Topic | null;
  readonly topicName: string | null;
  readonly track: Track | null;
  readonly trackName: string | null;
  /** Printed on the document that ends the appeal. */
  readonly reviewRights: boolean;
  readonly returns: number;
  /** The unit whose return waits for the office. */
  readonly returnedFrom: { readonly id: string; readonly name: string } | null;
  readonly designated: boolean;
  /** What the office proposes, until a leader has decided. */
  readonly refusal: { readonly ground: string; readonly rightPath: string } | null;
  readonly parts: readonly PartView[];
  readonly reviews: readonly ReviewView[];
}

export interface HandlingBodies {
  acceptance: { kind?: Kind; track?: Track; topic?: Topic; note?: string };
  classification: { kind?: Kind; track?: Track; topic?: Topic; reason: string };
  /** `propose` by the office; consent by a leader who sends the same without it, or declines with a reason. */
  'non-acceptance': {
    decision?: 'propose' | 'refuse' | 'decline';
    ground?: string;
    rightPath?: string;
    consentBy?: string;
    reason?: string;
  };
  assignment: { unitId: string; handlerId?: number; note?: string };
  receipt: Record<string, never>;
  /** By the unit without a decision; by the office with one. */
  return: { decision?: 'confirm' | 'refuse'; reason: string };
  'co-handling': {
    decision?: 'add' | 'answer' | 'release';
    unitId?: string;
    demand?: string;
    dueOn?: string;
    text?: string;
    reason?: string;
  };
  reopening: { decision: 'request' | 'grant' | 'refuse'; reason: string; unitId?: string };
  review: {
    decision: 'ask' | 'decide';
    authority?: string;
    askedOn?: string;
    ground?: string;
    decidedOn?: string;
    outcome?: ReviewOutcome;
    words?: string;
  };
  withdrawal: { reason: string; exOfficio?: boolean };
  discard: { reason: string };
  restore: { reason: string };
}
