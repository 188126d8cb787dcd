import type { AppealStatus, RiskFactors } from '@hub/domain';
import type { RiskAssessmentView } from './risk';

/** What a page names of another appeal that the person sees too. */
export interface AppealRef {
  readonly number: string;
  readonly subject: string;
  readonly status: AppealStatus;
  readonly statusName: string;
  readonly kindName: string;
  readonly place: string;
  readonly receivedAt: string;
  readonly unit: string | null;
}

export interface SiteRef {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly street: string | null;
}

/** What stands beside an appeal: its matter, its site, and what may belong to them. */
export interface GroupingView {
  readonly matter: {
    readonly number: string;
    readonly title: string;
    /** The other appeals of the matter that the person sees. */
    readonly appeals: readonly AppealRef[];
  } | null;
  readonly related: readonly (AppealRef & { readonly reason: string; readonly matter: string | null })[];
  readonly site: SiteRef | null;
  /** A known site by what the appeal says of the place; a person decides. */
  readonly suggestedSite: SiteRef | null;
}

export interface MatterRow {
  readonly number: string;
  readonly title: string;
  readonly site: SiteRef | null;
  readonly unit: string | null;
  readonly openedAt: string;
  readonly openedBy: string;
}

/** Only of appeals that the person sees; of others there is not even a count. */
export interface MatterView extends MatterRow {
  readonly appeals: readonly (AppealRef & { readonly siteDoneOn: string | null; readonly hasDraft: boolean })[];
  readonly siteRecords: readonly {
    readonly at: string;
    readonly officers: readonly string[];
    readonly place: string;
    readonly findings: string;
    readonly by: string;
    /** Numbers of the appeals that it proves. */
    readonly appeals: readonly string[];
  }[];
  /** The last assessment of its risk. */
  readonly risk: RiskAssessmentView | null;
  /** A first filling of the risk form from what the person sees; null for whoever may not assess. */
  readonly riskGuess: RiskFactors | null;
  readonly maySignRisk: boolean;
}

export interface MatterPage {
  readonly items: readonly MatterRow[];
  readonly nextCursor: string | null;
}

export interface MatterBodies {
  open: { title?: string; appeals: string[] };
  join: { appeal: string; reason?: string };
  part: { appeal: string; reason: string };
  adopt: { appeal: string; reason?: string };
  draft: { text: string; perAppeal?: Record<string, string>; submit?: boolean; replace?: boolean };
}

/** What became of the common draft in each appeal. */
export interface MatterDraftView {
  readonly results: readonly {
    readonly number: string;
    readonly state: 'saved' | 'submitted' | 'refused';
    readonly stateName: string;
    readonly reason: string | null;
    readonly hint: string | null;
  }[];
}

export interface GroupingBodies {
  /** At the matter's own address. */
  matter: never;
  site: { siteId?: number; name?: string; address?: string; street?: string };
}

export interface MeasureView {
  readonly id: number;
  readonly measure: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly proof: string | null;
  readonly proofHash: string | null;
  readonly doneAt: string | null;
}

export interface SourceControlTaskView {
  readonly id: number;
  readonly site: SiteRef;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly state: 'open' | 'done';
  readonly stateName: string;
  readonly doneOn: string | null;
  readonly appeals: readonly AppealRef[];
}

/** One line of a site's history, the oldest first. */
export type SiteEvent = { readonly at: string } & (
  | { readonly what: 'appeal'; readonly appeal: AppealRef }
  | {
      readonly what: 'inspection';
      readonly officers: readonly string[];
      readonly place: string;
      readonly findings: string;
      readonly appeals: readonly string[];
    }
  | { readonly what: 'measure'; readonly measure: MeasureView }
  | { readonly what: 'task'; readonly task: SourceControlTaskView }
);

export interface SiteView extends SiteRef {
  readonly kind: 'polluter' | 'address';
  readonly kindName: string;
  readonly events: readonly SiteEvent[];
  readonly measures: readonly MeasureView[];
  readonly tasks: readonly SourceControlTaskView[];
  /** Complaints since the last measure was in place: whether they stopped. Null where none is. */
  readonly sinceMeasure: number | null;
}
