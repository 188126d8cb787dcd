import type { DocumentKind, DocumentState } from '@hub/domain';

/** A column that the clerk words; its name is also the mark in the office's template. */
export interface DocumentFieldView {
  readonly name: string;
  readonly value: string;
  readonly required: boolean;
  readonly long: boolean;
  readonly choices: readonly string[] | null;
  /** Printed as the approved answer has it; not typed here. */
  readonly answer: boolean;
}

/** One version of an official paper. */
export interface DocumentView {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly number: string | null;
  readonly version: number;
  readonly state: DocumentState;
  readonly stateName: string;
  /** The version that it takes, or took, the place of. */
  readonly supersedes: number | null;
  readonly by: string;
  readonly at: string;
  readonly issuedBy: string | null;
  readonly issuedAt: string | null;
  readonly voidReason: string | null;
  /** Rises with each change; a change that is sent with an older one is refused. */
  readonly revision: number;
  /** The Word file; the citizen's name is masked in it. */
  readonly href: string;
  readonly fields: readonly DocumentFieldView[];
  /** Required columns that still stand empty. */
  readonly lacking: readonly string[];
  readonly may: {
    readonly edit: boolean;
    readonly issue: boolean;
    readonly void: boolean;
    readonly renew: boolean;
    readonly named: boolean;
  };
}

export interface DocumentsView {
  readonly items: readonly DocumentView[];
  /** Kinds that this person may draw up now, the usual ones of the legal track first. */
  readonly drawable: readonly { readonly kind: DocumentKind; readonly name: string; readonly usual: boolean }[];
}
