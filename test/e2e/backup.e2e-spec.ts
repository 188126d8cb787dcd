import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  backup,
  Database,
  FileStore,
  migrate,
  QueueQuery,
  restore,
  schemaDrift,
  SearchQuery,
  type Manifest,
} from '@hub/persistence';
import Sqlite from 'better-sqlite3';
import { anAppeal } from '../factories/appeal';
import { owedLetter } from '../factories/owed-letter';
import { describeBothEngines, openSqlite } from '../support/mariadb';
import { openStored } from '../support/stored';

const AT = '2026-11-25T00:00:00.000Z';
const quiet = () => {};

describeBothEngines('a backup', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'yxt-backup-'));
  const files = join(folder, 'files');
  const made = join(folder, 'made');
  let keyMark: string;
  let url: string;
  let rows: Record<string, unknown[]>;
  let hash: string;

  const allRows = async (database: Database): Promise<Record<string, unknown[]>> => {
    const of: Record<string, unknown[]> = {};
    for (const table of ['appeals', 'messages', 'history_lines', 'outbox_letters', 'counters', 'audit_entries', 'text_marks'])
      of[table] = (await database.reader.query(`SELECT * FROM ${table} ORDER BY 1, 2`)) as unknown[];
    return of;
  };

  beforeAll(async () => {
    ({ url } = await open());
    const { database, work, secrets } = await openStored(url);
    keyMark = secrets.mark;
    hash = await new FileStore(files).put(Buffer.from('原件一份'));
    await work.run(async (stores) => {
      await stores.appeals.add(Array.from({ length: 1_203 }, (_, at) => anAppeal(at + 1)));
      const first = await stores.counters.take('message-id', 2);
      const message = { direction: 'in' as const, author: '反映人', at: AT };
      await stores.messages.add([
        { ...message, id: first, appealId: 1, text: '窨井冒臭气 "引号" \\ 反斜杠\n换行 𠮷', fileHash: hash },
        { ...message, id: first + 1, appealId: 2, text: '' },
      ]);
      await stores.textMarks.add([
        { appealId: 1, subject: '某某路窨井冒臭气多日', text: '窨井冒臭气，已经十几天了，请派人来看一看，谢谢。' },
      ]);
      await stores.outbox.add([owedLetter({ appealId: 1 })]);
      stores.audit.add({ at: AT, actorId: null, actorName: '系统', action: 'intake', subject: '局长信箱' });
    });
    await backup({ databaseUrl: url, filesDir: files, keyMark }, made, AT, quiet);
    rows = await allRows(database);
    await database.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const into = async (to: string, key = keyMark, from = made) => {
    const target = join(folder, `store-${Math.random()}`);
    await restore({ databaseUrl: to, filesDir: target, keyMark: key }, from, quiet);
    return target;
  };

  it('comes back into an empty database with every row and file, of either engine, and letters wait for a person', async () => {
    for (const to of [(await open()).url, (await openSqlite()).url]) {
      const target = await into(to);
      const database = await Database.open(to);
      const back = await allRows(database);
      const [letter] = back.outbox_letters as [Record<string, unknown>];
      expect([letter.state, letter.doubts, letter.lastError]).toEqual(['dead', 2, expect.stringContaining('核对')]);
      const waits = (rows.outbox_letters as object[]).map((one) => ({
        ...one,
        state: 'dead',
        doubts: 2,
        lastError: letter.lastError,
      }));
      expect({ ...back, outbox_letters: waits }).toEqual({ ...rows, outbox_letters: waits });
      expect((await new FileStore(target).load(hash)).toString()).toBe('原件一份');
      expect(await schemaDrift(database.writer)).toEqual([]);
      const queue = new QueueQuery(database, new SearchQuery(database));
      const sight = { all: true, veil: 'nothing', accused: null, staffId: 1 } as const;
      expect((await queue.page({ sight, open: null, words: '窨井' }, 'received', null, 10)).rows.map(({ id }) => id)).toEqual([
        1,
      ]);
      await database.close();
    }
  });

  it('is refused by a database in use, under another key, and when a byte of it is wrong; nothing is written then', async () => {
    await expect(into(url)).rejects.toThrow('已经在用');
    const empty = (await openSqlite()).url;
    await expect(into(empty, 'v2.00000000.')).rejects.toThrow('不是用现在这把密钥');
    const bad = mkdtempSync(join(folder, 'bad-'));
    await expect(into(empty, keyMark, bad)).rejects.toThrow('不是完整的备份');
    const table = join(made, 'tables', 'messages.jsonl.gz');
    const bytes = readFileSync(table);
    writeFileSync(table, Buffer.concat([bytes.subarray(0, 40), Buffer.from([bytes[40]! ^ 1]), bytes.subarray(41)]));
    await expect(into(empty)).rejects.toThrow('messages 损坏');
    writeFileSync(table, bytes);
    await migrate(empty);
    const database = await Database.open(empty);
    expect(await database.reader.query('SELECT id FROM appeals')).toEqual([]);
    await database.close();
    await into(empty);
  });

  it('is not written into a folder that has something in it', async () => {
    await expect(backup({ databaseUrl: url, filesDir: files, keyMark }, made, AT, quiet)).rejects.toThrow('已经有东西');
  });

  it('of an earlier version is brought up to date', async () => {
    const old = join(folder, 'old');
    cpSync(made, old, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(old, 'backup.json'), 'utf8')) as Manifest;
    const file = join(old, 'tables', 'counters.jsonl.gz');
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const before = gzipSync(lines.filter((line) => !line.includes('"search"')).join('\n'));
    writeFileSync(file, before);
    const counters = { rows: lines.length - 1, sha256: createHash('sha256').update(before).digest('hex') };
    const migrations = manifest.migrations.filter((name) => !name.startsWith('SearchPairs'));
    writeFileSync(
      join(old, 'backup.json'),
      JSON.stringify({ ...manifest, migrations, tables: { ...manifest.tables, counters } }),
    );
    const { url: to } = await openSqlite();
    await into(to, keyMark, old);
    const database = await Database.open(to);
    expect(await schemaDrift(database.writer)).toEqual([]);
    expect((await allRows(database)).appeals).toEqual(rows.appeals);
    await database.close();
  });
});

it('a backup is of one moment, whatever is written meanwhile', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yxt-backup-'));
  const { url } = await openSqlite();
  await migrate(url);
  const other = new Sqlite(url.slice('sqlite:'.length));
  const count = () => (other.prepare('SELECT COUNT(*) AS n FROM counters').get() as { n: number }).n;
  const before = count();
  const told = ({ name }: { name: string }) => {
    if (name !== 'counters' && count() === before) other.exec("INSERT INTO counters (name, value) VALUES ('later', 1)");
  };
  const manifest = await backup({ databaseUrl: url, filesDir: folder, keyMark: 'v2.a.' }, join(folder, 'made'), AT, told);
  expect([manifest.tables.counters!.rows, count()]).toEqual([before, before + 1]);
  other.close();
  rmSync(folder, { recursive: true, force: true });
});
