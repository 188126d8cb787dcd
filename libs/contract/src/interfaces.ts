import type { AppealStatus, DeliveryState, TokenScope, TokenState, WebhookEvent } from '@hub/domain';
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

/** An address that is told what becomes of appeals. */
export interface WebhookView {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Told of what this system handed in; null: of all that is not confidential. */
  readonly tokenId: number | null;
  readonly active: boolean;
  /** Null where it takes what it is told. */
  readonly trouble: { readonly error: string; readonly failures: number; readonly until: string } | null;
  readonly lastOkAt: string | null;
  readonly pending: number;
  readonly dead: number;
}

/** Shown once. */
export interface NewWebhookView {
  readonly id: number;
  readonly secret: string;
}

export interface DeliveryView {
  readonly id: number;
  readonly eventId: string;
  readonly webhookId: number;
  readonly event: WebhookEvent;
  readonly eventName: string;
  readonly state: DeliveryState;
  readonly stateName: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}
