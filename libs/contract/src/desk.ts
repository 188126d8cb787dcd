import type { Kind, Secrecy } from '@hub/domain';

/** POST /api/v1/appeals: entry by staff at the desk. */
export interface DeskEntry {
  source: string;
  kind?: Kind;
  subject?: string;
  text: string;
  secrecy?: Secrecy;
  name?: string;
  phone?: string;
  email?: string;
  address?: string;
  /** 身份证号, kept sealed. */
  idNumber?: string;
  place?: string;
  street?: string;
  receivedAt?: string;
  outsideNumber?: string;
}
export interface RegisteredView {
  readonly number: string;
  /** Shown once, to be read out to the citizen. */
  readonly queryCode: string;
  readonly promise: { readonly contactBy: string | null; readonly siteBy: string | null; readonly replyBy: string };
}
