/** What the office sets for the citizens' form. */
export interface WebRules {
  /** How long what was begun is kept for its writer; never under half an hour. */
  readonly draftMinutes: number;
  readonly maxFiles: number;
  readonly maxFileMegabytes: number;
  /** Roads, estates and sights of the district, offered while a place is typed. */
  readonly addresses: readonly string[];
}
