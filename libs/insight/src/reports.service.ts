import { Injectable } from '@nestjs/common';
import {
  COUNTED_FACTS,
  dayOf,
  medianDays,
  monthBefore,
  monthOf,
  type Counts,
  type Day,
  type Fact,
  type Instant,
  type Sight,
  type Tally,
} from '@hub/domain';
import { InsightQuery, type Sum, type SumAsk } from '@hub/persistence';
import { DayCounts } from './day-counts.service';

export const REPORT_SLICES = ['kind', 'channel', 'topic', 'street'] as const;
export type ReportSlice = (typeof REPORT_SLICES)[number];

const TREND_MONTHS = 12;
const TREND: readonly Fact[] = ['received', 'answered', 'closed'];

/** The figures of some days as one person may see them. */
export interface Report {
  readonly from: Day;
  readonly to: Day;
  readonly countedAt: Instant;
  readonly counts: Counts;
  /** By unit; '' for what no unit has. */
  readonly units: Readonly<Record<string, Counts>>;
  readonly tallies: Readonly<Record<ReportSlice, Tally>>;
  readonly medianDays: number | null;
  /** The last twelve months up to the end of the days. */
  readonly months: readonly { readonly month: string; readonly counts: Counts }[];
}

/** Reports for those who work with them. */
@Injectable()
export class Reports {
  constructor(
    private readonly counts: DayCounts,
    private readonly insight: InsightQuery,
  ) {}

  async of(sight: Sight, from: Day, to: Day, now: Date): Promise<Report> {
    const countedAt = now.toISOString();
    await this.counts.upToDate(countedAt);
    const ask: Omit<SumAsk, 'facts'> = { sight, from, to, today: dayOf(now) };
    const months = lastMonths(monthOf(to));
    const slice = (one: ReportSlice) => this.insight.sums({ ...ask, facts: ['received'], slice: one, by: ['value'] });
    const [units, days, trend, kind, channel, topic, street] = await Promise.all([
      this.insight.sums({ ...ask, facts: COUNTED_FACTS, by: ['unit'] }),
      this.insight.sums({ ...ask, facts: ['answered'], slice: 'days', by: ['value'] }),
      this.insight.sums({ ...ask, facts: TREND, from: `${months[0]}-01`, by: ['month'] }),
      slice('kind'),
      slice('channel'),
      slice('topic'),
      slice('street'),
    ]);
    return {
      from,
      to,
      countedAt,
      counts: countsOf(units),
      units: Object.fromEntries(
        [...new Set(units.map(({ unit }) => unit))].map((unit) => [unit, countsOf(units.filter((sum) => sum.unit === unit))]),
      ),
      tallies: { kind: tallyOf(kind), channel: tallyOf(channel), topic: tallyOf(topic), street: tallyOf(street) },
      medianDays: medianDays(tallyOf(days)),
      months: months.map((month) => ({ month, counts: countsOf(trend.filter((sum) => sum.month === month)) })),
    };
  }
}

const tallyOf = (sums: readonly Sum[]): Tally => Object.fromEntries(sums.map(({ value, n }) => [value, n]));

function countsOf(sums: readonly Sum[]): Counts {
  const counts: Counts = {};
  for (const { fact, n } of sums) counts[fact] = (counts[fact] ?? 0) + n;
  return counts;
}

function lastMonths(last: string): string[] {
  const months = [last];
  while (months.length < TREND_MONTHS) months.unshift(monthBefore(months[0]!));
  return months;
}

/** From the first of a day's month to that day, as a report begins where nobody says otherwise. */
export const thisMonth = (today: Day): { from: Day; to: Day } => ({ from: `${monthOf(today)}-01`, to: today });
