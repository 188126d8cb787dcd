import { join } from 'node:path';
import { CaseworkModule, IntakeService } from '@hub/casework';
import { createLogReader, createMailReader, createReader } from '@hub/channels';
import { addDays, STATUSES, type InboundMessage } from '@hub/domain';
import {
  Database,
  FileStore,
  migrate,
  PersistenceModule,
  QueueQuery,
  Secrets,
  UnitOfWork,
  type NewAppeal,
} from '@hub/persistence';
import { loadSettings } from '@hub/settings';
import { NestFactory } from '@nestjs/core';
import { insertBare, TABLES } from './bare';

const BATCH = 50;
const SECRET = 'x'.repeat(40);

function letter(at: number): Buffer {
  const text = `第 ${at} 封：长寿路某弄 ${at % 300} 号楼下饭店的风机每天晚上响到一点多，老人孩子睡不好，请派人来测一测。`.repeat(
    9,
  );
  const subject = Buffer.from(`投诉风机噪声 ${at}`).toString('base64');
  return Buffer.from(
    `From: citizen${at}@example.com\r\nTo: line@bureau.example\r\nSubject: =?utf-8?B?${subject}?=\r\nDate: Mon, 16 Nov 2026 09:00:00 +0800\r\nMessage-ID: <bench-${at}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );
}

/** Registers invented mails through the real intake, then the very same rows through the driver alone. `bareUrl`: an empty database. */
export async function measureIntake(
  engine: string,
  url: string,
  bareUrl: string,
  dataDir: string,
  mails: number,
): Promise<string[]> {
  const settings = loadSettings({
    configDir: 'config',
    env: { HUB_DATABASE_URL: url, HUB_DATA_DIR: dataDir, HUB_SECRET_KEY: SECRET },
  });
  await migrate(url);
  await migrate(bareUrl);
  const mailReader = createMailReader();
  const reader = createReader({ mail: mailReader });
  const logReader = createLogReader({ maxBytes: 1 << 20 });
  const imports = [PersistenceModule.forRoot(settings), CaseworkModule.with({ office: settings.office, reader, logReader })];
  const app = await NestFactory.createApplicationContext({ module: class Bench {}, imports }, { logger: ['error'] });
  const letters = Array.from({ length: mails }, (_, at) => letter(at));
  const messages = letters.map((bytes, at): InboundMessage => {
    const original = { name: 'letter.eml', mediaType: 'message/rfc822', load: async () => bytes };
    return { channel: 'mailbox', source: '局长信箱', sourceKey: `bench:${at}`, format: 'mail', original, arrivedAt: null };
  });
  const intake = app.get(IntakeService);
  await mailReader.read(letter(-1));
  const cpu = process.cpuUsage();
  const took = await timed(async () => {
    for (let at = 0; at < mails; at += BATCH) await intake.accept(messages.slice(at, at + BATCH));
  });
  const { user, system } = process.cpuUsage(cpu);
  const parse = await timed(async () => void (await Promise.all(letters.map((bytes) => mailReader.read(bytes)))));
  const store = new FileStore(join(dataDir, 'again'));
  const keep = await timed(async () => {
    for (let at = 0; at < mails; at += 16) await Promise.all(letters.slice(at, at + 16).map((bytes) => store.put(bytes)));
  });
  const rows: Record<string, Record<string, unknown>[]> = {};
  const { reader: db } = app.get(Database);
  for (const table of TABLES) rows[table] = (await db.query(`SELECT * FROM ${table} ORDER BY 1`)) as Record<string, unknown>[];
  const bare = await insertBare(bareUrl, rows, BATCH);
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);
  const rate = (ms: number) => Math.round((mails * 1000) / ms);
  const each = (ms: number) => (ms / mails).toFixed(2);
  return [
    `| ${engine} 来信登记，封/秒 | ${rate(took)} | ${rate(bare)} | ${(bare / took).toFixed(2)} | 每封 CPU ${each((user + system) / 1000)} ms；${BATCH} 封一个事务，含回执、历史、加密身份 |`,
    `| ${engine} 每封用时，毫秒：全部 / 读信 / 存原件 | ${each(took)} / ${each(parse)} / ${each(keep)} | 写行 ${each(bare)} | – | 读信在另一线程 |`,
  ];
}

/** The first page of a queue of `count` open appeals, beside the bare statement. */
export async function measureQueue(engine: string, url: string, count: number): Promise<string[]> {
  const database = await Database.open(url);
  try {
    const work = new UnitOfWork(database, new Secrets(SECRET));
    for (let at = 0; at < count; at += 500) {
      const rows = Array.from({ length: Math.min(500, count - at) }, (_, more) => openAppeal(1_000_000 + at + more));
      await work.run(({ appeals }) => appeals.add(rows));
    }
    if (database.engine === 'mariadb') await database.writer.query('ANALYZE TABLE appeals');
    const query = new QueueQuery(database);
    const bare = await percentiles(() =>
      database.reader.query('SELECT a.* FROM appeals a WHERE a.open = 1 ORDER BY a.dueOn, a.id LIMIT 51'),
    );
    const line = ([p50, p99]: readonly [number, number], what: string) =>
      `| ${engine} ${what}，p50 / p99 毫秒 | ${p50.toFixed(2)} / ${p99.toFixed(2)} | ${bare[0].toFixed(2)} / ${bare[1].toFixed(2)} | ${(p50 / bare[0]).toFixed(2)} | ${count} 件未办结 |`;
    return [
      line(await percentiles(() => query.page({ sight: { all: true }, open: true }, 'due', null, 50)), '队列第一页 50 件'),
      line(await percentiles(() => query.page({ sight: { unitId: 'unit-3' }, open: true }, 'due', null, 50)), '一个单位的第一页'),
      line(await percentiles(() => query.count({ sight: { all: true }, open: true })), '计数（到一万为止）'),
    ];
  } finally {
    await database.close();
  }
}

function openAppeal(id: number): NewAppeal {
  const day = addDays('2026-10-01', id % 60);
  const at = `${day}T01:00:00.000Z`;
  return {
    id, number: `YXT-20260101-${id}`, subject: `楼下风机夜间噪声 ${id}`, kind: 'complaint', channel: 'mailbox', source: '局长信箱', status: STATUSES[id % 6]!,
    secrecy: 'named', place: '长寿路', unitId: `unit-${id % 8}`, receivedAt: at, contactDueOn: addDays(day, 7), siteDueOn: addDays(day, 14),
    replyDueOn: addDays(day, 28), informDueOn: addDays(day, 15), finishDueOn: addDays(day, 60), returns: 0, queryCodeHash: '0'.repeat(64),
    createdAt: at, changedAt: at, topic: null, track: null, street: null, outsideNumber: null, handlerId: null, departmentId: null,
    suggestedUnitId: null, suggestedDepartmentId: null, suggestionReason: null, contactDoneAt: null, siteDoneAt: null, replyDoneAt: null,
    informedAt: null, contactWaiver: null, siteWaiver: null, waitDueOn: null,
  }; // prettier-ignore
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function percentiles(work: () => Promise<unknown>): Promise<readonly [number, number]> {
  for (let warm = 0; warm < 30; warm++) await work();
  const times: number[] = [];
  for (let run = 0; run < 300; run++) times.push(await timed(async () => void (await work())));
  times.sort((a, b) => a - b);
  return [times[150]!, times[297]!];
}
