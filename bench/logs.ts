import { ImportService, CaseworkModule } from '@hub/casework';
import { createLogReader, createMailReader, createReader } from '@hub/channels';
import { createDocumentRenderer } from '@hub/outbound';
import { Database, migrate, PersistenceModule } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { insertBare } from './bare';
import { timed, type Line } from './figures';
import { inventedLog } from './invented-log';
import type { Place } from './measure';

/** As a log is handed over, row by row together. */
const BATCH = 100;
const TABLES = ['appeals', 'persons', 'messages', 'history_lines', 'intake_items'] as const;
/** Imports an invented log, and once more, then writes the very same rows through the driver alone. */
export async function measureLogs({ engine, url, bareUrl, folder }: Place, settings: Settings, rows: number): Promise<Line[]> {
  await migrate(url);
  await migrate(bareUrl);
  const [reader, logReader] = [createReader({ mail: createMailReader() }), createLogReader({ maxBytes: 1 << 30 })];
  const imports = [
    PersistenceModule.forRoot({ ...settings, databaseUrl: url, filesDir: join(folder, 'log-files') }),
    CaseworkModule.with({
      office: settings.office,
      reader,
      logReader,
      documents: createDocumentRenderer(settings.documentTemplates),
    }),
  ];
  const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: ['error'] });
  const file = { name: '台账.csv', bytes: inventedLog(rows) };
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const take = async (wanted: 'new' | 'known') => {
    const done = await timed(async () => {
      const counts = await app.get(ImportService).import(file, '12345');
      if (counts[wanted] !== rows) throw new Error(`导入了 ${counts[wanted]} 行，应为 ${rows} 行。`);
    });
    return { ...done, rate: (rows * 1000) / done.ms };
  };
  const first = await take('new');
  const again = await take('known');
  const read = await timed(async () => {
    for await (const some of (await logReader.open(file, '12345')).rows()) if (!some.length) return;
  });
  clearInterval(watch);
  const kept: Record<string, Record<string, unknown>[]> = {};
  const { reader: db } = app.get(Database);
  for (const table of TABLES) kept[table] = (await db.query(`SELECT * FROM ${table} ORDER BY 1`)) as Record<string, unknown>[];
  const bareRate = (rows * 1000) / (await insertBare(bareUrl, kept, BATCH));
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);
  const line = { bare: '–', ratio: null, peers: '' };
  return [
    {
      what: `${engine} 台账导入，行/秒`,
      ours: first.rate.toFixed(0),
      bare: bareRate.toFixed(0),
      ratio: first.rate / bareRate,
      peers: '',
      note: `${rows} 行，${BATCH} 行一个事务，处理器 ${(first.cpuMs / rows).toFixed(2)} 毫秒/行，本进程内存至多 ${peak >> 20} MB`,
    },
    { ...line, what: `${engine} 同一份台账再导入，行/秒`, ours: again.rate.toFixed(0), note: '都认得，一行不添' },
    { ...line, what: `${engine} 其中读台账，行/秒`, ours: ((rows * 1000) / read.ms).toFixed(0), note: '单独跑，读两遍' },
  ];
}
