import { join } from 'node:path';
import { CaseworkModule, IntakeService } from '@hub/casework';
import { createLogReader, createMailReader, createReader, MailFolderChannel, takeIn } from '@hub/channels';
import { createDocumentRenderer } from '@hub/outbound';
import { Database, FileStore, migrate, PersistenceModule } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { NestFactory } from '@nestjs/core';
import { lastValueFrom, scan } from 'rxjs';
import { insertBare, TABLES } from './bare';
import { inLanes, timed, type Line } from './figures';
import { writeMails } from './mails';

/** As the worker and the intake do. */
const BATCH = 50;
const LANES = 16;

export interface Place {
  /** Its name in the table. */
  readonly engine: string;
  readonly url: string;
  /** Another database, empty. */
  readonly bareUrl: string;
  readonly folder: string;
}

/** Registers invented mails from a folder through the real intake, then the very same rows through the driver alone. */
export async function measureIntake({ engine, url, bareUrl, folder }: Place, settings: Settings, mails: number): Promise<Line[]> {
  await migrate(url);
  await migrate(bareUrl);
  const reader = createReader({ mail: createMailReader() });
  const logReader = createLogReader({ maxBytes: settings.intake.maxLogBytes });
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
  const intake = app.get(IntakeService);
  const channelOf = (name: string) => new MailFolderChannel({ name, source: '局长信箱', path: join(folder, name), settleMs: 0 });
  const take = (name: string) =>
    lastValueFrom(
      takeIn(intake, channelOf(name)).pipe(
        scan((all, results) => all + results.filter(({ outcome }) => outcome === 'new').length, 0),
      ),
    );
  // Other mails first start the reader's thread and warm the code, as in a hub that has been up for a minute.
  writeMails(join(folder, 'warm'), BATCH * 4, 1_000_000);
  await take('warm');
  const letters = writeMails(join(folder, 'mails'), mails);
  let taken = 0;
  const whole = await timed(async () => (taken = await take('mails')));
  if (taken !== mails) throw new Error(`登记了 ${taken} 件，应为 ${mails} 件。`);

  const list = await timed(() => lastValueFrom(channelOf('mails').messages()));
  const parse = await timed(() => inLanes(letters, LANES, (bytes) => reader.read('mail', bytes, null)));
  const store = new FileStore(join(folder, 'again'));
  const keep = await timed(() => inLanes(letters, LANES, (bytes) => store.put(bytes)));
  const rows: Record<string, Record<string, unknown>[]> = {};
  const { reader: db } = app.get(Database);
  for (const table of TABLES) rows[table] = (await db.query(`SELECT * FROM ${table} ORDER BY 1`)) as Record<string, unknown>[];
  const appeals = rows.appeals!.length;
  const bareMs = (await insertBare(bareUrl, rows, BATCH)) / appeals;
  const bareRate = 1000 / bareMs;
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);

  const rate = (mails * 1000) / whole.ms;
  const each = (ms: number) => (ms / mails).toFixed(2);
  const perMail = Object.values(rows).reduce((all, some) => all + some.length, 0) / appeals;
  const part = (name: string, { ms, cpuMs }: { ms: number; cpuMs: number }) => ({
    what: `${engine} 其中${name}，毫秒/封`,
    ours: `${each(ms)}，处理器 ${each(cpuMs)}`,
    bare: '–',
    ratio: null,
    peers: '',
    note: '单独跑',
  });
  return [
    {
      what: `${engine} 来信登记，封/秒`,
      ours: rate.toFixed(0),
      bare: bareRate.toFixed(0),
      ratio: rate / bareRate,
      peers: 'FreeScout 54，osTicket 25，RT 4.7',
      note: `${mails} 封，${BATCH} 封一个事务，每封 ${perMail.toFixed(1)} 行，含原件、回执、历史、加密身份`,
    },
    {
      what: `${engine} 来信登记，处理器毫秒/封`,
      ours: each(whole.cpuMs),
      bare: '–',
      ratio: null,
      peers: 'FreeScout 17，osTicket 34，RT 238',
      note: '本进程全部线程；参照含数据库',
    },
    part('列文件、算散列', list),
    part('读信', parse),
    part('存原件', keep),
    { ...part('写同样的行', { ms: bareMs * mails, cpuMs: 0 }), ours: '–', bare: bareMs.toFixed(2), note: '光用驱动' },
  ];
}
