import { Unreadable, type InboundMessage } from './inbound-message';

/** What a log's columns can hold. `handling` are columns that the office fills in later, so a row is not known by them. */
export const LOG_FIELDS = [
  'number',
  'receivedAt',
  'subject',
  'text',
  'name',
  'phone',
  'email',
  'address',
  'place',
  'street',
  'kind',
  'secrecy',
  'source',
  'note',
  'reply',
  'handling',
] as const;
export type LogField = (typeof LOG_FIELDS)[number];

/** Headings by field, as the office writes them; they come before the usual ones. `none` are taken for nothing. */
export type ColumnNames = Partial<Record<LogField | 'none', readonly string[]>>;

/** A column of a sheet and what it is taken for. */
export interface LogColumn {
  /** From 0. */
  readonly at: number;
  readonly heading: string;
  /** Null where the heading says nothing to us; the cells are kept with the row all the same. */
  readonly field: LogField | null;
  /** Why, in Chinese. */
  readonly reason: string;
  /** What the first rows below say there, so that a person can tell what the column holds. */
  readonly example: string;
}

/** A sheet of a workbook, or the whole of a text table. */
export interface LogSheet {
  /** Empty in a text table. */
  readonly name: string;
  readonly taken: boolean;
  /** Why it is taken or not, in Chinese. */
  readonly reason: string;
  /** The row of the header as in the sheet, null where none was found. */
  readonly headerRow: number | null;
  readonly columns: readonly LogColumn[];
  /** Rows that are submissions or were meant to be. */
  readonly rows: number;
  /** Of these, hidden ones; they are taken like the others. */
  readonly hidden: number;
  /** Lines left out: a header printed again, sums, empty forms. */
  readonly passed: number;
}

export const LOG_KINDS = ['xlsx', 'xls', 'xml', 'html', 'text'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** What a log holds, told before the first row is given. */
export interface LogSurvey {
  readonly kind: LogKind;
  readonly rows: number;
  readonly sheets: readonly LogSheet[];
}

/** No column is known to hold what the citizen says: a person may say which of those that were found it is. */
export class NoTextColumn extends Unreadable {
  constructor(
    reason: string,
    /** No sheet of it is taken; those with a header tell their columns. */
    readonly survey: LogSurvey,
  ) {
    super(reason);
  }
}

/** One row as a message; `fault` says why it cannot be taken and what would work (Chinese). Rows count from 1 as in the sheet. */
export interface LogRow {
  readonly sheet: string;
  readonly row: number;
  readonly fault: string | null;
  readonly message: InboundMessage;
}

/** A log that has been read through once and found whole. */
export interface OpenLog {
  readonly survey: LogSurvey;
  /** The rows in their order, batch by batch, each read when it is asked for; once only. Lets go of the file at the end. */
  rows(): AsyncGenerator<readonly LogRow[]>;
  /** For whoever does not want the rows to their end. */
  close(): Promise<void>;
}

export interface LogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a hotline log outside the web process's own thread, in as much memory for many rows as for few. Rejects with
 * `Unreadable` where the file cannot be read; once it is open, its rows come without a fault of the file.
 */
export interface LogReader {
  /** `columns` are headings that go before those of the settings. */
  open(file: LogFile, source: string, columns?: ColumnNames): Promise<OpenLog>;
}
