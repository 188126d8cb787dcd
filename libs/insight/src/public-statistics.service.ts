import { Injectable } from '@nestjs/common';
import {
  CONDUCT_TOPICS,
  dayOf,
  KPIS,
  medianDays,
  monthsOfYear,
  publishable,
  publishableTotals,
  rateOf,
  spansOf,
  yearPeriod,
  type Counts,
  type Day,
  type Fact,
  type Instant,
  type Period,
  type PublishedTable,
  type Rate,
  type Slice,
  type Tally,
} from '@hub/domain';
import { InsightQuery, type Sum } from '@hub/persistence';
import { DayCounts } from './day-counts.service';

const RATES = ['contact', 'site', 'reply', 'rated', 'satisfied'] as const;
const RATE_FACTS: Fact[] = [...new Set(RATES.flatMap((name) => [KPIS[name].of, KPIS[name].among, ...apartOf(name)])), 'fair'];
/** What citizens say of the bureau itself is one row: its five topics are few each. */
export const BUREAU = 'bureau';
const KEPT_MS = 5 * 60_000;

/** What the bureau tells everybody about a month or a year. */
export interface PublicFigures {
  /** Null where they are too few to be told. */
  readonly received: number | null;
  /** Of the satisfied, those who said 基本满意. */
  readonly fair: number;
  readonly rates: Readonly<Record<(typeof RATES)[number], Rate>>;
  readonly tables: Readonly<Record<'kind' | 'topic' | 'street' | 'source', PublishedTable>>;
  readonly medianDays: number | null;
  readonly days: PublishedTable;
}

export interface PublicYear {
  readonly countedAt: Instant;
  /** Years of which anything is told, the newest first. */
  readonly years: readonly string[];
  readonly months: Readonly<Record<string, PublicFigures>>;
  readonly whole: PublicFigures;
}

/** The figures of a year and its months, counted at most every few minutes. */
@Injectable()
export class PublicStatistics {
  private readonly kept = new Map<string, { readonly until: number; readonly year: Promise<PublicYear> }>();

  constructor(
    private readonly counts: DayCounts,
    private readonly insight: InsightQuery,
  ) {}

  async of(period: Period, now: Date): Promise<{ year: PublicYear; figures: PublicFigures }> {
    const name = period.name.slice(0, 4);
    const year = await this.year(name, now);
    return { year, figures: year.months[period.name] ?? year.whole };
  }

  private year(name: string, now: Date): Promise<PublicYear> {
    const known = this.kept.get(name);
    if (known && known.until > now.getTime() && known.until <= now.getTime() + KEPT_MS) return known.year;
    const year = this.count(name, now);
    year.catch(() => this.kept.delete(name));
    this.kept.set(name, { until: now.getTime() + KEPT_MS, year });
    return year;
  }

  private async count(name: string, now: Date): Promise<PublicYear> {
    const countedAt = now.toISOString();
    const today = dayOf(now);
    await this.counts.upToDate(countedAt);
    const { from, to } = yearPeriod(name);
    const ask = { sight: null, from, to, today };
    const slice = (one: Slice, fact: Fact) => this.insight.sums({ ...ask, facts: [fact], slice: one, by: ['month', 'value'] });
    const [rates, first, kind, topic, street, source, days] = await Promise.all([
      this.insight.sums({ ...ask, facts: RATE_FACTS, by: ['month'] }),
      this.insight.firstDay(),
      slice('kind', 'received'),
      slice('topic', 'received'),
      slice('street', 'received'),
      slice('source', 'received'),
      slice('days', 'answered'),
    ]);
    const months = monthsOfYear(name);
    const tally = (sums: readonly Sum[]) => months.map((month) => tallyOf(sums, month));
    const tables = {
      kind: publishable(tally(kind)),
      topic: publishable(tally(topic.map(asBureau)), ['other', '']),
      street: publishable(tally(street), ['']),
      source: publishable(tally(source)),
    };
    const took = tally(days);
    const spans = publishable(took.map(spansOf));
    const received = publishableTotals(tally(kind).map((part) => Object.values(part).reduce((sum, count) => sum + count, 0)));
    const figures = (at: number | null): PublicFigures => {
      const pick = <T>({ parts, whole }: { parts: readonly T[]; whole: T }): T => (at === null ? whole : parts[at]!);
      const facts = countsOf(at === null ? rates : rates.filter(({ month }) => month === months[at]));
      return {
        received: pick(received),
        fair: facts.fair ?? 0,
        rates: Object.fromEntries(RATES.map((one) => [one, rateOf(KPIS[one], facts)])) as PublicFigures['rates'],
        tables: { kind: pick(tables.kind), topic: pick(tables.topic), street: pick(tables.street), source: pick(tables.source) },
        medianDays: medianDays(at === null ? added(took) : took[at]!),
        days: pick(spans),
      };
    };
    return {
      countedAt,
      years: yearsBetween(first ?? today, today),
      months: Object.fromEntries(months.map((month, at) => [month, figures(at)])),
      whole: figures(null),
    };
  }
}

function apartOf(name: (typeof RATES)[number]): Fact[] {
  const kpi = KPIS[name];
  return 'apart' in kpi ? [kpi.apart] : [];
}

const asBureau = (sum: Sum): Sum => ((CONDUCT_TOPICS as readonly string[]).includes(sum.value) ? { ...sum, value: BUREAU } : sum);

function tallyOf(sums: readonly Sum[], month: string): Tally {
  const tally: Record<string, number> = {};
  for (const { value, n } of sums.filter((one) => one.month === month)) tally[value] = (tally[value] ?? 0) + n;
  return tally;
}

function added(tallies: readonly Tally[]): Tally {
  const all: Record<string, number> = {};
  for (const tally of tallies) for (const [value, count] of Object.entries(tally)) all[value] = (all[value] ?? 0) + count;
  return all;
}

function countsOf(sums: readonly Sum[]): Counts {
  const counts: Counts = {};
  for (const { fact, n } of sums) counts[fact] = (counts[fact] ?? 0) + n;
  return counts;
}

function yearsBetween(first: Day, today: Day): string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, at) => String(to - at));
}
