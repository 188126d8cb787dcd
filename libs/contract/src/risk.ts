import type { Health, Media, RiskFactors, RiskLevel, RiskLooker } from '@hub/domain';

export interface RiskAssessmentView {
  readonly version: number;
  readonly level: RiskLevel;
  readonly levelName: string;
  readonly score: number;
  readonly factors: RiskFactors;
  /** 涉及人数 20 分 … */
  readonly parts: readonly { readonly name: string; readonly points: number }[];
  readonly measures: string;
  readonly by: string;
  readonly at: string;
  readonly looker: RiskLooker;
  readonly lookerName: string;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly remark: string | null;
}

export interface RiskView {
  /** Newest first. */
  readonly risks: readonly RiskAssessmentView[];
  /** A first filling of the form, from the facts and the citizen's words; null for whoever may not assess. */
  readonly riskGuess: RiskFactors | null;
}

export interface RiskBodies {
  risk: {
    decision: 'assess' | 'sign';
    people?: number;
    repeats?: number;
    group?: boolean;
    daysLate?: number;
    dissatisfied?: number;
    media?: Media;
    health?: Health;
    measures?: string;
    /** Of whoever signs. */
    remark?: string;
  };
}
