import type { Ratable } from './rating/rating-door';
import type { AppealStatus, Day, DueDays, Kind, MilestoneView, Secrecy } from '@hub/domain';

/** Shown once after a submission. */
export interface Registered {
  readonly number: string;
  readonly queryCode: string;
  readonly receivedOn: Day;
  readonly due: DueDays;
  /** Why a step is not needed, in Chinese; null where it is. */
  readonly contactWaiver: string | null;
  readonly siteWaiver: string | null;
}

/** What the citizen may know of his appeal. */
export interface Tracked {
  readonly number: string;
  readonly status: AppealStatus;
  readonly subject: string;
  readonly kind: Kind;
  readonly secrecy: Secrecy;
  readonly source: string;
  readonly street: string | null;
  readonly place: string;
  readonly receivedOn: Day;
  readonly lamps: readonly MilestoneView[];
  /** 负责噪声的科室, or the outside department that has it now; null while it is with the office. */
  readonly heldBy: string | null;
  readonly departmentName: string | null;
  readonly replies: readonly { readonly on: Day; readonly text: string }[];
  /** Papers issued to him, of each of which he may take his copy. */
  readonly papers: readonly { readonly id: number; readonly title: string; readonly number: string; readonly on: Day }[];
  /** What he has added on this page, oldest first. */
  readonly added: readonly { readonly on: Day; readonly text: string; readonly files: readonly string[] }[];
  /** Whether the last answer waits for his rating; null where there is none. */
  readonly rating: Ratable['state'] | null;
  /** Whether he may take it back; `asked` where he has, and a person decides. */
  readonly withdrawal: 'open' | 'asked' | null;
  /** The bureau's question that waits for the citizen. */
  readonly question: { readonly text: string; readonly dueOn: Day | null } | null;
  /** Without staff names, oldest first. */
  readonly history: readonly { readonly on: Day; readonly words: string }[];
}
