import type { Dimension, RevisitMethod, RevisitOutcome, RevisitReason, RevisitState, Solved, TryOutcome } from '@hub/domain';

export interface RevisitTaskView {
  readonly reason: RevisitReason;
  readonly reasonName: string;
  readonly dueOn: string;
  readonly state: RevisitState;
  readonly stateName: string;
  readonly tries: number;
  readonly settledAt: string | null;
}

/** A task in a list, with the appeal that it is about. */
export interface RevisitTaskRow extends RevisitTaskView {
  readonly id: number;
  readonly appeal: string;
  readonly subject: string;
  readonly unit: string;
  readonly assignee: string | null;
}

export interface RevisitRecordView {
  readonly at: string;
  readonly by: string;
  readonly methodName: string;
  readonly outcome: RevisitOutcome;
  readonly outcomeName: string;
  readonly solved: Solved | null;
  readonly solvedName: string | null;
  /** 1 to 5, null for 不了解. */
  readonly scores: readonly { readonly dimension: Dimension; readonly name: string; readonly score: number | null }[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly words: string;
}

export interface RevisitView {
  readonly revisits: readonly RevisitTaskView[];
  readonly revisitRecords: readonly RevisitRecordView[];
  /** What to say on the telephone; null unless the person who looks may revisit now. */
  readonly script: { readonly greeting: string; readonly questions: readonly string[]; readonly closing: string } | null;
}

export interface RevisitBodies {
  revisit: {
    outcome: 'plan' | 'try' | RevisitOutcome;
    /** Of a plan. */
    dueOn?: string;
    /** Of a try: why nobody was reached. */
    result?: TryOutcome;
    at?: string;
    method?: RevisitMethod;
    solved?: Solved;
    /** 1 to 5; null or left out for 不了解. */
    scores?: Partial<Record<Dimension, number | null>>;
    /** In the order of the questions. */
    answers?: string[];
    /** The citizen's words; needed where he is not satisfied. */
    words?: string;
  };
}
