import { join } from 'node:path';
import { CaseworkModule, DeadlineWatch, UserAdminService } from '@hub/casework';
import { createLogReader, createMailReader, createReader } from '@hub/channels';
import { addDays, dayOf, type Day, type Role } from '@hub/domain';
import { createDocumentRenderer } from '@hub/outbound';
import { Database, migrate, PersistenceModule, UnitOfWork } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { NestFactory } from '@nestjs/core';
import { timed, type Line } from './figures';
import { appealOf } from './queue';

export interface Watched {
  readonly engine: string;
  /** An empty database. */
  readonly url: string;
  readonly folder: string;
  readonly count: number;
  /** Of these, so many have come due since the watch last looked. */
  readonly due: number;
}

const ROLES: readonly Role[] = ['dispatcher', 'director', 'leader', 'section-head', 'handler', 'handler'];

/** The deadline watch over a bureau's open appeals: what has come due is told once, and a second look finds nothing. */
export async function measureWatch({ engine, url, folder, count, due }: Watched, settings: Settings): Promise<Line[]> {
  await migrate(url);
  const [reader, logReader] = [
    createReader({ mail: createMailReader() }),
    createLogReader({ maxBytes: settings.intake.maxLogBytes }),
  ];
  const imports = [
    PersistenceModule.forRoot({ ...settings, databaseUrl: url, filesDir: join(folder, 'files') }),
    CaseworkModule.with({
      office: settings.office,
      reader,
      logReader,
      documents: createDocumentRenderer(settings.documentTemplates),
    }),
  ];
  const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: ['error'] });
  const users = app.get(UserAdminService);
  for (const [at, role] of ROLES.entries()) {
    const unitId = role === 'section-head' || role === 'handler' ? settings.office.units[1]!.id : null;
    await users.add({ account: `watch${at}`, name: `测速${at}`, role, unitId, password: 'bench-only-Kz7-2026' });
  }
  const today = dayOf(new Date());
  const step = Math.floor(count / due);
  for (let first = 1; first <= count; first += 500) {
    const rows = Array.from({ length: Math.min(500, count - first + 1) }, (_, at) => {
      const id = first + at;
      const on: Day = id % step === 0 ? addDays(today, -1 - (id % 20)) : addDays(today, 10 + (id % 300));
      const dates = { contactDueOn: on, siteDueOn: on, replyDueOn: on, finishDueOn: on, waitDueOn: null };
      return { ...appealOf(id, count, 10, settings.office), ...dates, status: 'in-hand' as const };
    });
    await app.get(UnitOfWork).run(({ appeals }) => appeals.add(rows));
  }

  const database = app.get(Database);
  const watch = app.get(DeadlineWatch);
  const bare = await timed(() =>
    database.reader.query('SELECT * FROM appeals WHERE open = 1 AND warnedLevel = 0 AND dueOn <= ?', [today]),
  );
  const before = await rowsRead(database);
  let told = { appeals: 0, notices: 0 };
  const first = await timed(async () => (told = await watch.run()));
  const between = await rowsRead(database);
  const second = await timed(() => watch.run());
  const after = await rowsRead(database);
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);
  if (told.appeals !== due) throw new Error(`告知了 ${told.appeals} 件，应为 ${due} 件。`);

  const read = (from: number | null, to: number | null) => (from === null || to === null ? '' : `，引擎读 ${to - from} 行`);
  return [
    {
      what: `${engine} 到期巡查，秒`,
      ours: (first.ms / 1000).toFixed(2),
      bare: (bare.ms / 1000).toFixed(3),
      ratio: first.ms / bare.ms,
      peers: '',
      note: `${count} 件在办，新到期 ${due} 件，写 ${told.notices} 条提醒${read(before, between)}；光用驱动只读出到期的行`,
    },
    {
      what: `${engine} 紧接着再巡查一遍，毫秒`,
      ours: second.ms.toFixed(1),
      bare: '–',
      ratio: null,
      peers: '',
      note: `没有新到期的${read(between, after)}`,
    },
  ];
}

/** Rows that the server's storage engine has read so far; SQLite does not count them. */
async function rowsRead(database: Database): Promise<number | null> {
  if (database.engine === 'sqlite') return null;
  const rows = (await database.reader.query(`SHOW GLOBAL STATUS LIKE 'Handler_read%'`)) as { Value: string }[];
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}
