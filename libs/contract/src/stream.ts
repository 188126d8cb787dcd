/** One event of `/api/v1/stream`: appeals that the person may see have changed or are new. */
export interface ChangedEvent {
  readonly numbers: readonly string[];
  /** So much has changed that not all of it is named; whoever shows lists asks for them again. */
  readonly more: boolean;
}
