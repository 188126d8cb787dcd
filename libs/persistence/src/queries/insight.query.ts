import { FACTS, addDays, type Day, type Fact, type Sight, type Slice } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { dayOfSql, factsSql, slicesSql } from './facts.sql';
import { sightSources, type Condition } from './sight.sql';

/** What sums are told apart by. */
export type SumBy = 'month' | 'unit' | 'value';

export interface SumAsk {
  /** Whose figures; null for what the bureau tells everybody. */
  readonly sight: Sight | null;
  readonly facts: readonly Fact[];
  readonly slice?: Slice;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly by?: readonly SumBy[];
}

/** What it was not told apart by is ''. */
export interface Sum extends Readonly<Record<SumBy, string>> {
  readonly fact: Fact;
  readonly n: number;
}

/** Whether what the role shows follows from unit and guard, by which the counts are kept; else it hangs on single appeals. */
const byRole = (sight: Sight | null): boolean => !sight || 'all' in sight || ('unitId' in sight && !('handlerId' in sight));

const select = (by: readonly SumBy[], expressions: Record<SumBy, string>): string =>
  (['month', 'unit', 'value'] as const).map((one) => `${by.includes(one) ? expressions[one] : "''"} AS ${one}`).join(', ');

/**
 * Sums of facts over days. What a person sees by his role is read from the counts of days; what he sees because he is named
 * or because his unit helps, a few appeals each, is counted from their rows.
 */
@Injectable()
export class InsightQuery {
  constructor(private readonly database: Database) {}

  async sums(ask: SumAsk): Promise<Sum[]> {
    const yesterday = addDays(ask.today, -1);
    const due = ask.facts.filter((fact) => FACTS[fact].on === 'due');
    const other = ask.facts.filter((fact) => FACTS[fact].on !== 'due');
    const parts = [
      { ...ask, facts: other },
      { ...ask, facts: due, to: ask.to < yesterday ? ask.to : yesterday },
    ].filter(({ facts, from, to }) => facts.length > 0 && from <= to);
    const sources: Condition[] = ask.sight ? sightSources(ask.sight) : [{ from: 'appeals a', sql: [], values: [] }];
    const rolled = byRole(ask.sight) ? sources.slice(0, 1) : [];
    const live = sources.slice(rolled.length);
    const found = await Promise.all(
      parts.flatMap((part) => [
        ...rolled.map((source) => this.rolled(part, source)),
        ...live.map((source) => this.live(part, source)),
      ]),
    );
    const sums = new Map<string, Sum>();
    for (const one of found.flat()) {
      const name = [one.fact, one.month, one.unit, one.value].join('\n');
      sums.set(name, { ...one, n: (sums.get(name)?.n ?? 0) + Number(one.n) });
    }
    return [...sums.values()];
  }

  /** The first day on which anything was received; null while nothing was. */
  async firstDay(): Promise<Day | null> {
    const [row] = (await this.database.reader.query(
      "SELECT MIN(day) AS day FROM day_counts WHERE slice = '' AND fact = 'received'",
    )) as [{ day: Day | null }];
    return row.day;
  }

  private rolled({ facts, slice, from, to, by = [] }: SumAsk, { sql, values }: Condition): Promise<Sum[]> {
    const keys = select(by, { month: 'SUBSTR(a.day, 1, 7)', unit: 'a.unitId', value: 'a.value' });
    const seen = sql.map((one) => ` AND ${one}`).join('');
    return this.database.reader.query(
      `SELECT a.fact AS fact, ${keys}, SUM(a.n) AS n FROM day_counts a
       WHERE a.slice = ? AND a.fact IN (${facts.map(() => '?').join(', ')}) AND a.day BETWEEN ? AND ?${seen} GROUP BY 1, 2, 3, 4`,
      [slice ?? '', ...facts, from, to, ...values],
    );
  }

  private live({ facts, slice, from, to, by = [] }: SumAsk, source: Condition): Promise<Sum[]> {
    const { engine } = this.database;
    const known = factsSql(engine);
    const value = slice ? slicesSql(engine)[slice].value : "''";
    const statements = facts.map((fact) => {
      const { rows, where, day: at } = known[fact];
      const day = at ?? dayOfSql(engine, 'a.receivedAt');
      const keys = select(by, { month: `SUBSTR(${day}, 1, 7)`, unit: "COALESCE(a.unitId, '')", value });
      const conditions = [...source.sql, where, `${day} BETWEEN ? AND ?`].map((one) => `(${one})`).join(' AND ');
      const from = `${source.from}${rows ? ` JOIN ${rows} r ON r.appealId = a.id` : ''}`;
      return `SELECT '${fact}' AS fact, ${keys}, COUNT(*) AS n FROM ${from} WHERE ${conditions} GROUP BY 1, 2, 3, 4`;
    });
    const values = facts.flatMap(() => [...source.values, from, to]);
    return this.database.reader.query(statements.join(' UNION ALL '), values);
  }
}
