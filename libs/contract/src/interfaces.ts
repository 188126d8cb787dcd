import type { AppealStatus, TokenScope, TokenState } from '@hub/domain';
import type { RegisteredView } from './desk';

/** A token of another system, without the token. */
export interface ApiTokenView {
  readonly id: number;
  readonly name: string;
  /** The last signs of the token. */
  readonly ending: string;
  readonly scopes: readonly TokenScope[];
  readonly source: string;
  readonly perMinute: number;
  readonly state: TokenState;
  readonly stateName: string;
  readonly expiresAt: string | null;
  /** To the hour. */
  readonly lastUsedAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** Shown once. */
export interface NewTokenView {
  readonly id: number;
  readonly token: string;
}

/** What another system learns of what it handed in. */
export interface HandedInView extends Omit<RegisteredView, 'queryCode'> {
  readonly outsideNumber: string | null;
  readonly status: AppealStatus;
  readonly statusName: string;
  readonly receivedOn: string;
  /** What the citizen was answered; empty for confidential appeals. */
  readonly replies: readonly { readonly at: string; readonly text: string }[];
}

/** The answer to what was handed in; the code is empty a day after the first answer. */
export interface IntakeView extends RegisteredView {
  readonly outsideNumber: string | null;
  readonly receivedOn: string;
}
