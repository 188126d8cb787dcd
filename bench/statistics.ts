import { COUNTED_FACTS, dayOf, startOf, yearPeriod, type Fact } from '@hub/domain';
import { DayCounts, PublicStatistics } from '@hub/insight';
import { Database, InsightQuery, migrate, Secrets, UnitOfWork } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { shown, spread, timed, type Line } from './figures';
import { appealOf } from './queue';

/** The rates of all units are many rows: a few runs tell enough. */
const TIMES = 40;

/** A year's statistics out of a full table: from the counts of days, beside the same numbers counted from the appeals by the driver. */
export async function measureStatistics(
  { engine, url, count }: { readonly engine: string; readonly url: string; readonly count: number },
  settings: Settings,
): Promise<Line[]> {
  await migrate(url);
  const database = await Database.open(url);
  try {
    const work = new UnitOfWork(database, new Secrets(settings.secretKey));
    for (let first = 1; first <= count; first += 500) {
      const rows = Array.from({ length: Math.min(500, count - first + 1) }, (_, at) =>
        appealOf(first + at, count, 3, settings.office),
      );
      await work.run(({ appeals }) => appeals.add(rows));
    }
    const now = new Date();
    const today = dayOf(now);
    const counts = new DayCounts(work);
    const insight = new InsightQuery(database);
    const built = await timed(() => counts.upToDate(now.toISOString()));
    const { from, to, name, words } = yearPeriod(String(Number(today.slice(0, 4)) - 1));
    const ask = { sight: null, from, to, today };
    const received: Fact[] = ['received'];
    const kinds = await spread(() => insight.sums({ ...ask, facts: received, slice: 'kind', by: ['month', 'value'] }), TIMES);
    const bare = await spread(
      () =>
        database.reader.query(
          `SELECT SUBSTR(receivedAt, 1, 7) AS month, kind, COUNT(*) AS n FROM appeals
           WHERE open IN (0, 1) AND receivedAt >= ? AND receivedAt < ? GROUP BY 1, 2`,
          [startOf(from), startOf(to)],
        ),
      TIMES,
    );
    const rates = await spread(() => insight.sums({ ...ask, facts: COUNTED_FACTS, by: ['unit'] }), TIMES);
    const page = await spread(() => new PublicStatistics(counts, insight).of({ from, to, name, words }, now), TIMES);
    const note = `${count} 件，一年约 ${Math.round((count * 365) / 900)} 件`;
    const line = (what: string, ours: string, more: Partial<Line> = {}): Line => {
      return { what: `${engine} ${what}`, ours, bare: '–', ratio: null, peers: '', note, ...more };
    };
    return [
      line('一年按类型、逐月，p50 / p99 毫秒', shown(kinds), {
        bare: shown(bare),
        ratio: kinds.p50 / bare.p50,
        note: `${note}；光用驱动是直接数来件`,
      }),
      line('一年各单位的全部比率，p50 / p99 毫秒', shown(rates)),
      line('公开统计的全部数字，p50 / p99 毫秒', shown(page), { note: `${note}；含核对有没有变动` }),
      line('按天计数，从头数一遍，秒', (built.ms / 1000).toFixed(1)),
    ];
  } finally {
    await database.close();
  }
}
