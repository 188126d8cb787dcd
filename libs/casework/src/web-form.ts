import type { AppealStatus, Day, DueDays, Kind, MilestoneView, Secrecy } from '@hub/domain';

/** What the citizen's form hands in, checked by the portal. */
export interface WebForm {
  readonly kind: Kind;
  readonly subject: string;
  readonly text: string;
  readonly street: string | null;
  readonly place: string;
  readonly secrecy: Secrecy;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** Random and made with the empty form: the same form sent twice is one appeal. */
  readonly receipt: string;
}

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
  /** 负责的科室 or the outside department that has it now. */
  readonly heldBy: string | null;
  readonly departmentName: string | null;
  readonly replies: readonly { readonly on: Day; readonly text: string }[];
  /** The bureau's question that waits for the citizen. */
  readonly question: { readonly text: string; readonly dueOn: Day | null } | null;
  /** Without staff names, oldest first. */
  readonly history: readonly { readonly on: Day; readonly words: string }[];
}
