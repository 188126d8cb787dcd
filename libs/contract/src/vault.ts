import type { Secrecy } from '@hub/domain';

/** The consent of the citizen, without which secrecy is never lowered. */
export interface ConsentBody {
  /** How he gave it, e.g. 电话, 当面, 书面. */
  how: string;
  /** Whoever spoke for him: 本人, 代理人. */
  who: string;
  at: string;
  words: string;
}

export interface VaultActBodies {
  confidentiality: { secrecy: Secrecy; reason: string; consent?: ConsentBody };
  /** What is left out stays; `null` takes it back. */
  target: { targetUnitId?: string | null; aboutConduct?: boolean; reason: string };
  naming: { userId: number; reason: string; end?: boolean };
}

/** Who may know of a guarded appeal, and what it is about. */
export interface GuardView {
  readonly targetUnitId: string | null;
  readonly targetUnit: string | null;
  readonly aboutConduct: boolean;
  readonly named: readonly { readonly userId: number; readonly name: string; readonly reason: string }[];
  /** What the letter seems to be about; a person decides. */
  readonly suggestion: {
    readonly unitId: string | null;
    readonly unit: string | null;
    readonly aboutConduct: boolean;
    readonly reason: string;
  } | null;
}

/** POST /appeals/:number/identity: everything that stands behind the masks, once. */
export interface IdentityView {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly idNumber: string;
  readonly representatives: readonly { readonly name: string; readonly phone: string; readonly as?: string }[];
  /** The letters as they were written, where their masked text stands in the appeal's view. */
  readonly messages: readonly { readonly id: number; readonly text: string }[];
}

export interface AuditEntryView {
  readonly sequence: number;
  readonly at: string;
  readonly actorId: number | null;
  readonly actor: string;
  readonly action: string;
  readonly actionName: string;
  /** Null where the reader sees that something was done but not to what. */
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
}

export interface AuditPage {
  readonly items: readonly AuditEntryView[];
  readonly nextCursor: string | null;
}
