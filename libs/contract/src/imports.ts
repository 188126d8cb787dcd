import type { ImportState, Kind, LogField, PackBasis, PackFormat, PackSpan, Secrecy } from '@hub/domain';

/** POST /api/v1/imports?source=…&name=… with the file as the body, and what /api/v1/imports/:id answers. */
export interface ImportView {
  readonly id: number;
  readonly source: string;
  readonly file: string;
  readonly state: ImportState;
  readonly stateName: string;
  readonly rows: number;
  /** So many rows are done. */
  readonly position: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Rows that wait for a person. */
  readonly waiting: number;
  readonly rejected: number;
  readonly trouble: string | null;
  readonly by: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly version: number;
}

/** GET /api/v1/imports/:id/preview: what starting it would do. */
export interface ImportPreviewView {
  readonly sheets: readonly {
    readonly name: string;
    readonly taken: boolean;
    readonly reason: string;
    readonly headerRow: number | null;
    readonly rows: number;
    readonly hidden: number;
  }[];
  readonly columns: readonly {
    readonly heading: string;
    readonly field: LogField | null;
    readonly reason: string;
    /** From the first rows; empty where it would name a citizen. */
    readonly example: string;
  }[];
  /** No column is known to hold what the citizen says; it cannot be started before a person chose one. */
  readonly needsText: boolean;
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  readonly rejected: number;
  readonly faults: readonly { readonly reason: string; readonly count: number; readonly firstRow: number }[];
  readonly samples: readonly ImportSampleView[];
}
export interface ImportSampleView {
  readonly row: number;
  readonly fault: string | null;
  readonly known: boolean;
  readonly appeal: {
    readonly subject: string;
    readonly kind: Kind;
    readonly kindName: string;
    readonly source: string;
    readonly secrecy: Secrecy;
    readonly secrecyName: string;
    readonly receivedAt: string;
    readonly place: string;
    readonly outsideNumber: string | null;
    readonly name: string;
    readonly phone: string;
  } | null;
}

/** POST /api/v1/imports/:id/columns: each column of the log, and what is taken from it. */
export interface ImportColumnsBody {
  version: number;
  columns: { heading: string; field: LogField | null }[];
}

/** POST /api/v1/imports/:id/reconciliation: days of receipt, both included; without them those of the export. */
export interface ReconciliationBody {
  from?: string;
  to?: string;
}

/** The source's export against ours. Each list holds the first 200; the counts are of all that the person may see. */
export interface ReconciliationView {
  readonly theirs: ReconciliationListView;
  readonly ours: ReconciliationListView;
  readonly differs: ReconciliationListView;
}
export interface ReconciliationListView {
  readonly count: number;
  readonly items: readonly FindingView[];
}
export interface FindingView {
  readonly row: number | null;
  readonly outsideNumber: string;
  readonly number: string | null;
  readonly receivedOn: string | null;
  readonly subject: string;
  readonly note: string;
  readonly differences: readonly { readonly name: string; readonly theirs: string; readonly ours: string }[];
}

/** POST /api/v1/source-packs; without `span` the days from `from` to `to`, both included. */
export interface SourcePackBody {
  source: string;
  by: PackBasis;
  span?: PackSpan;
  from?: string | undefined;
  to?: string | undefined;
  format?: PackFormat;
  guardedBecause?: string | undefined;
}

/** GET /api/v1/source-packs: packs that were made; each can be had again at /api/v1/source-packs/:id/file. */
export interface SourcePackView {
  readonly id: number;
  readonly source: string;
  readonly span: PackSpan;
  readonly by: PackBasis;
  /** Null where it held all from the beginning. */
  readonly from: string | null;
  /** Not included. */
  readonly to: string;
  readonly format: PackFormat;
  readonly guarded: boolean;
  readonly madeBy: string;
  readonly at: string;
}
