/** Where clamd listens. */
export type ClamdPlace = { readonly socket: string } | { readonly host: string; readonly port: number };

/** What the office sets for the citizens' form. */
export interface WebRules {
  /** How long what was begun is kept for its writer; never under half an hour. */
  readonly draftMinutes: number;
  readonly maxFiles: number;
  readonly maxFileMegabytes: number;
  /** So many forms from one network in an hour, and from everybody in a minute, are handed in without a question. */
  readonly perNetworkPerHour: number;
  readonly allPerMinute: number;
  /** Whether the question is put to everybody. */
  readonly question: 'auto' | 'always';
  /** Nobody fills in the form faster. */
  readonly leastSeconds: number;
  /** Looks for viruses in what citizens send; null where nobody does. */
  readonly clamd: ClamdPlace | null;
  /** Roads, estates and sights of the district, offered while a place is typed. */
  readonly addresses: readonly string[];
}
