import { Database, migrate, QueueQuery, type QueueFilter } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { appealRows } from './appeal-rows';
import { openBare, type Row, type Value } from './bare';
import type { Engine } from './engine';
import { say, spread, type Spread } from './figures';
import { measureHttp, type HttpFigures } from './hub';

const PAGE = 50;
const REQUESTS = 300;

export interface PageFigures {
  /** Chinese. */
  readonly what: string;
  readonly query: Spread;
  readonly bare: Spread;
}

export interface QueueFigures {
  /** Chinese, e.g. 30 % 在办. */
  readonly mix: string;
  readonly appeals: number;
  readonly open: number;
  readonly pages: readonly PageFigures[];
  readonly http: HttpFigures;
}

export async function measureQueue(
  engine: Engine,
  settings: Settings,
  folder: string,
  { count, openShare, mix }: { count: number; openShare: number; mix: string },
): Promise<QueueFigures> {
  say(`${engine.title}：写 ${count} 件来件（${mix}）`);
  const url = await engine.create(`queue-${Math.round(openShare * 100)}`);
  await migrate(url);
  const open = await fill(url, count, openShare, settings);
  const unitId = settings.office.units[1]!.id;
  const everyone: QueueFilter = { sight: { all: true }, open: true };
  const pages = [
    await measurePage(url, '全局，按期限', everyone),
    await measurePage(url, '一个科室，按期限', { sight: { unitId }, open: true }),
  ];
  say(`${engine.title}：经 HTTP 取第一页`);
  const http = await measureHttp({ ...settings, databaseUrl: url }, folder, `/api/v1/appeals?limit=${PAGE}`, REQUESTS);
  return { mix, appeals: count, open, pages, http };
}

async function fill(url: string, count: number, openShare: number, settings: Settings): Promise<number> {
  const bare = await openBare(url);
  let open = 0;
  let rows: Row[] = [];
  const flush = async () => {
    await bare.insert([{ table: 'appeals', rows }]);
    rows = [];
  };
  for (const row of appealRows(count, openShare, settings.office)) {
    open += Number(row.open);
    rows.push(row);
    if (rows.length === 1000) await flush();
  }
  await flush();
  await bare.close();
  return open;
}

/** The hub's own query, and the very statement that it sends, by the driver alone. */
async function measurePage(url: string, what: string, filter: QueueFilter): Promise<PageFigures> {
  const database = await Database.open(url);
  const bare = await openBare(url);
  try {
    const queue = new QueueQuery(database);
    const sent: { sql: string; values: Value[] }[] = [];
    const ask = database.reader.query.bind(database.reader);
    database.reader.query = ((sql: string, values: Value[]) => {
      sent.push({ sql, values });
      return ask(sql, values);
    }) as typeof database.reader.query;
    const { rows } = await queue.page(filter, 'due', null, PAGE);
    if (rows.length !== PAGE) throw new Error(`第一页只有 ${rows.length} 件`);
    database.reader.query = ask;
    const { sql, values } = sent[0]!;
    const query = await spread(REQUESTS, () => queue.page(filter, 'due', null, PAGE));
    return { what, query, bare: await spread(REQUESTS, bare.select(sql, values)) };
  } finally {
    await bare.close();
    await database.close();
  }
}
