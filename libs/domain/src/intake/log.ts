import type { InboundMessage } from './inbound-message';

/** A row of a log that cannot be taken, with the reason and what would work (Chinese). Rows count from 1 as in the sheet. */
export interface RowFault {
  readonly row: number;
  readonly reason: string;
  /** The row's source key and cells as JSON, so that it can be kept for a person. */
  readonly message: InboundMessage | null;
}

/** A workbook or text table, read: a message for each good row, a fault for each other. */
export interface LogReading {
  readonly rows: number;
  readonly messages: readonly InboundMessage[];
  readonly faults: readonly RowFault[];
}

/** Reads a hotline log outside the web process's own thread. Rejects with `Unreadable` where the whole file cannot be read. */
export interface LogReader {
  read(file: { readonly name: string; readonly bytes: Uint8Array }, source: string): Promise<LogReading>;
}
