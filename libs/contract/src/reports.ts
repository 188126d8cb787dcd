import type { Counts, Tally } from '@hub/domain';

/** Figures of some days; the rates over them are `KPIS`. What a person may not see is in none of them. */
export interface ReportView {
  readonly from: string;
  readonly to: string;
  readonly countedAt: string;
  readonly counts: Counts;
  readonly units: readonly { readonly id: string; readonly name: string; readonly counts: Counts }[];
  /** Of what was received. */
  readonly kind: Tally;
  readonly channel: Tally;
  readonly topic: Tally;
  readonly street: Tally;
  /** Days from receipt to answer. */
  readonly medianDays: number | null;
  readonly months: readonly { readonly month: string; readonly counts: Counts }[];
}
