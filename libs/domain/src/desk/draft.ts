/** A draft in UTF-8; sealed it must still fit into a text column of 65,535 bytes. */
export const DRAFT_BYTES = 45_000;
/** More unfinished entries than these nobody takes up again. */
export const DRAFTS_SHOWN = 50;

/** What the office sets for its desk. */
export interface DeskRules {
  /** Days after which an unfinished entry, or a log that was never started, is thrown away. */
  readonly draftDays: number;
}
