import type { Kind, PublicationState, PublicationStep, Topic, Verdict } from '@hub/domain';
import type { LeakHitView } from './approval';

/** A publication (公开件) in a list of the bureau. */
export interface PublicationLine {
  readonly id: number;
  readonly state: PublicationState;
  readonly stateName: string;
  readonly title: string;
  readonly kindName: string;
  readonly topicName: string | null;
  readonly street: string | null;
  /** 公开〔2026〕118号; null until it is published. */
  readonly number: string | null;
  /** Its page on the portal; null until it is published. */
  readonly path: string | null;
  readonly appeal: string;
  readonly withheldFor: string | null;
  readonly note: string;
  readonly changedAt: string;
}

export interface PublicationPage {
  readonly items: readonly PublicationLine[];
  readonly nextCursor: string | null;
}

/** Who has said what to it. */
export interface PublicationHand {
  readonly step: string;
  readonly by: string;
  readonly at: string | null;
}

export interface PublicationView extends PublicationLine {
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly receivedOn: string;
  readonly answeredOn: string | null;
  readonly verdict: Verdict;
  readonly facts: string;
  readonly findings: string;
  readonly measures: string;
  readonly leakReason: string | null;
  readonly hands: readonly PublicationHand[];
  /** What it would tell of a person, as it stands. */
  readonly leaks: readonly LeakHitView[];
  /** What it is written from, masked where the reader knows the citizen only masked. */
  readonly original: { readonly subject: string; readonly said: string; readonly findings: string; readonly answer: string };
  /** Why the appeal may not be published; null where it may. */
  readonly bar: string | null;
  readonly allowedSteps: readonly PublicationStep[];
  readonly version: number;
}

/** What there is of an appeal for everybody, the newest first. */
export interface AppealPublications {
  /** Why the appeal may not be published; null where it may. */
  readonly bar: string | null;
  readonly items: readonly PublicationLine[];
}

/** An answered appeal of which nobody has decided whether it is published. */
export interface UndecidedAppeal {
  readonly number: string;
  readonly subject: string;
  readonly kindName: string;
  readonly topicName: string | null;
  readonly street: string | null;
  readonly answeredOn: string | null;
}
