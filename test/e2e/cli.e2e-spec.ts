import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import PizZip from 'pizzip';
import { stringify } from 'yaml';
import { aMail } from '../factories/letter';
import { JsonSite, jsonSiteProfile } from '../support/json-site';

const root = resolve(__dirname, '../..');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yxt-cli-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Runs `yxt` as people do, over a data folder of its own. */
const yxt = (data: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((done) => {
    const from = { ...process.env, HUB_DATABASE_URL: '', HUB_CONFIG_DIR: join(root, 'config'), HUB_DATA_DIR: data, ...env };
    const child = execFile(
      process.execPath,
      [join(root, 'apps/cli/bin/yxt.cjs'), ...args],
      { cwd: root, env: from, timeout: 170_000, maxBuffer: 16 << 20 },
      (error, out, errors) => done({ code: error ? Number(error.code) : 0, out, errors: errors.replace(/^编译 …\n/, '') }),
    );
    child.stdin?.end();
  });

/** Writes files into a folder of their own and answers its path. */
const written = (files: Record<string, string>): string => {
  const folder = aFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1)!;

describe('yxt ingest', () => {
  it('takes letters in once and ends with the counts', async () => {
    const data = aFolder();
    const mails = written({ 'a.eml': aMail(), 'b.eml': aMail() });

    const first = await yxt(data, ['ingest', mails]);
    expect(first.code).toBe(0);
    expect(lastLine(first.out)).toBe('新增 2，并入 0，已有 0，待人工处理 0（new 2, joined 0, known 0, quarantined 0）');

    const second = await yxt(data, ['ingest', join(mails, 'a.eml'), join(mails, 'b.eml')]);
    expect(lastLine(second.out)).toContain('（new 0, joined 0, known 2, quarantined 0）');
  });

  it('says which file is not there', async () => {
    const { code, errors } = await yxt(aFolder(), ['ingest', '/nowhere/at-all.eml']);
    expect(code).toBe(3);
    expect(errors).toBe('没有这个文件：/nowhere/at-all.eml。请核对路径。\n');
  });
});

describe('yxt queue', () => {
  it('gives the contract’s fields as JSON, and a table in Chinese', async () => {
    const data = aFolder();
    await yxt(data, ['ingest', written({ 'a.eml': aMail({ subject: '投诉夜里施工' }) })]);

    const { code, out } = await yxt(data, ['queue', '--json', '--limit', '5']);
    const [only, ...others] = JSON.parse(out) as Record<string, unknown>[];
    expect(code).toBe(0);
    expect(others).toEqual([]);
    expect(Object.keys(only!)).toEqual([
      'number', 'subject', 'status', 'kind', 'channel', 'source', 'unit', 'receivedAt', 'dueAt',
    ]); // prettier-ignore
    expect(only).toMatchObject({
      number: expect.stringMatching(/^YXT-\d{8}-\d{4,}$/),
      subject: '投诉夜里施工',
      status: 'received',
      kind: 'complaint',
      channel: 'mailbox',
      source: '局长信箱',
      unit: null,
      receivedAt: '2026-11-16T09:00:00+08:00',
      dueAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT23:59:59\+08:00$/),
    });

    const table = await yxt(data, ['queue']);
    expect(table.out).toMatch(/^编号 .*主题\n/);
    expect(table.out).toContain('投诉夜里施工');
  });

  it('answers an empty array where there is nothing', async () => {
    expect(JSON.parse((await yxt(aFolder(), ['queue', '--json'])).out)).toEqual([]);
  });
});

describe('yxt appeal show', () => {
  it('masks who wrote', async () => {
    const data = aFolder();
    await yxt(data, ['ingest', written({ 'a.eml': aMail({ from: 'zhang.san@example.org' }) })]);
    const [{ number }] = JSON.parse((await yxt(data, ['queue', '--json'])).out) as [{ number: string }];
    const { code, out } = await yxt(data, ['appeal', 'show', number]);
    expect(code).toBe(0);
    expect(out).toContain('z***@example.org');
    expect(out).not.toContain('zhang.san@example.org');
  });
});

describe('yxt import', () => {
  const log = {
    'log.csv': '编号,来电时间,反映内容\n1,2026-11-02 09:10,饭店油烟太大\n2,2026-11-03 10:00,\n3,2026-11-04 08:00,工地夜里施工\n',
  };

  it('takes the good rows, names the faulty one and ends with 1', async () => {
    const data = aFolder();
    const file = join(written(log), 'log.csv');
    const { code, out } = await yxt(data, ['import', file, '--source', '纠风热线']);
    expect(code).toBe(1);
    expect(out).toContain('共 3 行，新增 2，已有 0');
    expect(lastLine(out)).toMatch(/第 3 行/);
    expect(JSON.parse((await yxt(data, ['queue', '--json'])).out)).toHaveLength(2);
  });

  it('writes the rejected rows beside the log, with the reason, and stands in the list of imports', async () => {
    const data = aFolder();
    const folder = written(log);
    const file = join(folder, 'log.csv');
    const { out } = await yxt(data, ['import', file, '--source', '纠风热线']);
    expect(out).toContain(`退回的行写在 ${join(folder, 'log-退回.xlsx')}`);
    const sheet = new PizZip(readFileSync(join(folder, 'log-退回.xlsx'))).file('xl/worksheets/sheet1.xml')!.asText();
    const cells = sheet.match(/<t xml:space="preserve">[^<]*(?=<)/g)!.map((cell) => cell.replace(/<[^>]*>/, ''));
    expect(cells.slice(0, 6)).toEqual(['编号', '来电时间', '反映内容', '原因', '2', '2026-11-03 10:00']);
    expect(cells.at(-1)).toContain('“反映内容”是空的');
    const again = await yxt(data, ['import', file, '--source', '纠风热线']);
    expect(again.out).toContain('log-退回-2.xlsx');
    const database = new Sqlite(join(data, 'hub.db'), { readonly: true });
    const listed = database.prepare('SELECT state, byName, rowCount, added, same, rejected FROM imports ORDER BY id').all();
    database.close();
    expect(listed).toEqual([
      { state: 'done', byName: '命令行', rowCount: 3, added: 2, same: 0, rejected: 1 },
      { state: 'done', byName: '命令行', rowCount: 3, added: 0, same: 2, rejected: 1 },
    ]);
  });

  it('names the columns where none is known to hold the text, and takes the one that it is told, for the next log too', async () => {
    const data = aFolder();
    const folder = written({ 'a.csv': '编号,怎么说\n1,油烟太大\n', 'b.csv': '编号,怎么说\n2,夜里施工\n' });
    const refused = await yxt(data, ['import', join(folder, 'a.csv'), '--source', '纠风热线']);
    expect(refused.code).toBe(3);
    expect(refused.errors).toMatch(/编号、怎么说.*--text/);
    expect(JSON.parse((await yxt(data, ['queue', '--json'])).out)).toEqual([]);
    const told = await yxt(data, ['import', join(folder, 'a.csv'), '--source', '纠风热线', '--text', '怎么说']);
    expect(told.out).toContain('新增 1');
    const next = await yxt(data, ['import', join(folder, 'b.csv'), '--source', '纠风热线']);
    expect([next.code, next.out]).toEqual([0, expect.stringContaining('新增 1')]);
  });

  it('takes nothing of a file that is still being written', async () => {
    const data = aFolder();
    const file = join(written({ 'growing.csv': '编号,内容\n' }), 'growing.csv');
    let row = 0;
    const copying = setInterval(() => appendFileSync(file, `${++row},夜里施工\n`), 50);
    const { code, errors } = await yxt(data, ['import', file, '--source', '纠风热线']);
    clearInterval(copying);
    expect(code).toBe(3);
    expect(errors).toMatch(/growing\.csv 还在变化，可能正在复制，没有导入。请等复制完再运行一次。/);
  });

  it('keeps nothing in a dry run', async () => {
    const data = aFolder();
    const { out } = await yxt(data, ['import', join(written(log), 'log.csv'), '--source', '纠风热线', '--dry-run']);
    expect(out).toContain('新增 2');
    expect(JSON.parse((await yxt(data, ['queue', '--json'])).out)).toEqual([]);
  });

  it('lists the known sources where none is given', async () => {
    const { code, errors } = await yxt(aFolder(), ['import', 'log.csv']);
    expect(code).toBe(2);
    expect(errors).toMatch(/可选：.*纠风热线.*12345/);
  });
});

describe('yxt user', () => {
  it('adds an account with a password from standard input refused when it is missing, and lists it', async () => {
    const data = aFolder();
    const weak = await yxt(data, ['user', 'add', 'wangwu', '--role', 'handler', '--unit', 'supervision']);
    expect(weak.code).toBe(3);
    expect(weak.errors).toContain('密码太短');
    const added = await yxt(data, [
      'user',
      'add',
      'wangwu',
      '--name',
      '王五',
      '--role',
      'dispatcher',
      '--password',
      'long-enough-1',
    ]);
    expect(added.code).toBe(0);
    expect((await yxt(data, ['user', 'list'])).out).toMatch(/wangwu +王五 +局办公室/);
  });
});

describe('what cannot be done', () => {
  it.each([
    [['nonsense'], '没有“nonsense”这个命令'],
    [['toString'], '没有“toString”这个命令'],
    [['queue', '--foo'], '选项 --foo 写得不对'],
    [['channel', 'burn'], '没有“channel burn”'],
    [['channel', 'probe', 'nope'], '没有名叫“nope”的渠道'],
    [['quarantine', 'show'], '没有写序号'],
    [['appeal', 'show', 'x'], '编号不对'],
  ])('%j is bad usage: 2, in one line that says what would work', async (args, words) => {
    const { code, out, errors } = await yxt(aFolder(), args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toContain(words);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  });

  it('an unreachable database is told in one line: 3', async () => {
    const { code, errors } = await yxt(aFolder(), ['queue'], { HUB_DATABASE_URL: 'mysql://u:p@127.0.0.1:1/hub' });
    expect(code).toBe(3);
    expect(errors).toBe('连不上数据库：请检查 HUB_DATABASE_URL 里的主机和端口，并确认数据库已启动。\n');
  });

  it('bad usage is told before the database is asked for', async () => {
    expect((await yxt(aFolder(), ['outbox', 'burn'], { HUB_DATABASE_URL: 'mysql://u:p@127.0.0.1:1/hub' })).code).toBe(2);
  });
});

it('yxt demo --once fills a bureau through every door, prints its queue and ends', async () => {
  const data = aFolder();
  const { code, out, errors } = await yxt(data, ['demo', '--once', '--data', data]);
  expect({ code, errors: code ? errors : '' }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^编号 .*主题\n/);
  for (const channel of ['信箱', '热线', '网上', '网站', '登记']) expect(out).toMatch(new RegExp(`${channel} \\d+`));

  const database = { HUB_DATABASE_URL: `sqlite:${join(data, 'hub.db')}` };
  const rows = JSON.parse((await yxt(data, ['queue', '--json', '--all'], database)).out) as { status: string }[];
  const statuses = rows.map(({ status }) => status);
  expect(statuses).toContain('transferred');
  // The answered one: its citizen has written again, and a person decides what follows.
  expect(statuses).toContain('reopen-requested');
}, 180_000);

describe('yxt key, backup, restore and verify', () => {
  it('change the key file, go on with the new one, back up, restore elsewhere, and find the audit chain whole there', async () => {
    const data = aFolder();
    await yxt(data, ['ingest', written({ 'a.eml': aMail() })]);
    const before = readFileSync(join(data, 'secret.key'), 'utf8');
    const rotated = await yxt(data, ['key', 'rotate']);
    expect([rotated.code, lastLine(rotated.out)]).toEqual([0, expect.stringContaining('密钥已换')]);
    expect(readFileSync(join(data, 'secret.key'), 'utf8')).not.toBe(before);
    expect(existsSync(join(data, 'secret.key.old'))).toBe(false);
    const head = await yxt(data, ['audit', 'head', '--file', join(data, 'heads.txt')]);
    expect(head.out).toMatch(/^\d+ [0-9a-f]{64}\n$/);
    const made = join(data, 'backup');
    const backedUp = await yxt(data, ['backup', made]);
    expect([backedUp.code, backedUp.out]).toEqual([0, expect.stringMatching(/备份写好.*\n来件 1 件.*\n密钥不在备份里/)]);
    const elsewhere = aFolder();
    cpSync(join(data, 'secret.key'), join(elsewhere, 'secret.key'));
    const restored = await yxt(elsewhere, ['restore', made]);
    expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('恢复完成')]);
    const verified = await yxt(elsewhere, ['verify', '--head', join(data, 'heads.txt')]);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/审计链：\d+ 条，完好[^]*文件：\d+ 份，都在/)]);
    const old = await yxt(data, ['queue'], { HUB_SECRET_KEY: before.trim() });
    expect([old.code, old.errors]).toEqual([3, expect.stringContaining('密钥打不开')]);
  }, 180_000);

  it('name the first entry that was changed, a file that is gone and one that is no longer what came in: 3', async () => {
    const data = aFolder();
    await yxt(data, ['ingest', written({ 'a.eml': aMail(), 'b.eml': aMail() })]);
    await yxt(data, ['user', 'add', 'office', '--role', 'dispatcher', '--password', 'a-long-test-password']);
    const database = new Sqlite(join(data, 'hub.db'));
    database.prepare("UPDATE audit_entries SET actorName = '别人' WHERE sequence = 2").run();
    const [gone, changed] = (
      database.prepare('SELECT fileHash FROM intake_items ORDER BY id').all() as { fileHash: string }[]
    ).map(({ fileHash }) => fileHash) as [string, string];
    database.close();
    const fileOf = (hash: string) => join(data, 'files', hash.slice(0, 2), hash);
    rmSync(fileOf(gone));
    writeFileSync(fileOf(changed), aMail());
    const { code, out, errors } = await yxt(data, ['verify']);
    expect([code, errors]).toEqual([3, expect.stringContaining('核对没有通过')]);
    expect(out).toContain('第 2 条：这一条的内容和它的哈希对不上');
    expect(out).toContain(`来件项 的原件 ${gone} 不见了`);
    expect(out).toContain(`来件项 的原件 ${changed} 的内容变了`);
  }, 180_000);
});

describe('yxt token', () => {
  it('shows a token once, keeps only its hash, lists it without, and revokes it', async () => {
    const data = aFolder();
    expect((await yxt(data, ['token', 'list'])).out).toBe('还没有令牌。\n');
    const given = await yxt(data, ['token', 'add', '城运中心', '--source', '12345', '--scope', 'intake,read-own']);
    const secret = given.out.trim();
    expect([given.code, given.errors]).toEqual([0, expect.stringContaining('已发 1 号令牌，只显示这一次')]);
    const database = new Sqlite(join(data, 'hub.db'), { readonly: true });
    expect(JSON.stringify(database.prepare('SELECT * FROM api_tokens').all())).not.toContain(secret);
    database.close();
    const listed = (await yxt(data, ['token', 'list'])).out;
    expect(listed).toMatch(new RegExp(`城运中心 +12345 +递交来件、查询自己递交的来件 +…${secret.slice(-4)} +可用`));
    expect(listed).not.toContain(secret);
    expect((await yxt(data, ['token', 'revoke', '1'])).out).toBe('已吊销 1 号令牌。\n');
    expect((await yxt(data, ['token', 'list'])).out).toContain('已吊销');
  }, 120_000);

  it('gives none for what it does not know: a scope, a day, an act', async () => {
    const data = aFolder();
    const add = (...more: string[]) => yxt(data, ['token', 'add', '城运中心', ...more]);
    expect((await add('--source', '12345', '--scope', 'everything')).code).toBe(3);
    expect((await add('--source', '12345', '--scope', 'intake', '--until', '明年')).errors).toContain('请写成 2027-12-31');
    expect((await yxt(data, ['token', 'steal'])).code).toBe(2);
    expect((await yxt(data, ['token', 'revoke'])).errors).toContain('没有写序号');
    expect((await yxt(data, ['token', 'list'])).out).toBe('还没有令牌。\n');
  }, 120_000);
});

describe('yxt webhook', () => {
  it('lists who is told and what could not be delivered, and sends it again', async () => {
    const data = aFolder();
    expect((await yxt(data, ['webhook', 'list'])).out).toBe('还没有订阅。\n');
    expect((await yxt(data, ['webhook', 'dead'])).out).toBe('没有送不到的通知。\n');
    const at = '2026-11-02T01:00:00.000Z';
    const database = new Sqlite(join(data, 'hub.db'));
    database
      .prepare(
        `INSERT INTO webhook_subscriptions (name, url, events, sealedSecret, active, failures, openAt, leaseToken, lastError, createdBy, createdAt)
         VALUES ('城运中心', 'https://gongdan.example.org/hook', 'registered', '', 1, 3, ?, 0, '对方答 500', '管理员', ?)`,
      )
      .run(at, at);
    const add = database.prepare(
      `INSERT INTO webhook_deliveries (subscriptionId, eventId, event, appealId, body, state, attempts, nextAt, lastError, createdAt)
       VALUES (1, ?, 'registered', 1, '{}', 'dead', 8, ?, '对方答 500', ?)`,
    );
    for (const event of ['a', 'b']) add.run(event, at, at);
    expect((await yxt(data, ['webhook', 'list'])).out).toMatch(
      /城运中心 +https:\/\/gongdan.example.org\/hook +在用 +0 +2 +对方答 500/,
    );
    expect((await yxt(data, ['webhook', 'dead'])).out.match(/对方答 500/g)).toHaveLength(2);
    expect((await yxt(data, ['webhook', 'retry', '1'])).out).toBe('1 条将重新送。\n');
    expect((await yxt(data, ['webhook', 'retry', '99'])).code).toBe(3);
    expect((await yxt(data, ['webhook', 'retry'])).code).toBe(0);
    const states = database.prepare('SELECT state FROM webhook_deliveries').all();
    database.close();
    expect(states).toEqual([{ state: 'pending' }, { state: 'pending' }]);
  }, 120_000);

  it('refuses an act that it does not have, with the way it is written', async () => {
    const { code, errors } = await yxt(aFolder(), ['webhook', 'delete', '1']);
    expect([code, errors]).toEqual([2, expect.stringContaining('用法：yxt webhook list | dead | retry')]);
  });
});

describe('yxt channel probe', () => {
  let site: JsonSite;
  beforeEach(async () => void (site = await JsonSite.start()));
  afterEach(() => site.stop());
  const probe = (data: string, profile: object) => {
    const channel = { name: 'jiefang', type: 'site', source: '街坊社区', everySeconds: 600, profile };
    const file = join(written({ 'channels.yaml': stringify({ channels: [channel] }) }), 'channels.yaml');
    return yxt(data, ['channel', 'probe', 'jiefang'], { HUB_CHANNELS_FILE: file });
  };

  it('shows what a site’s profile reads, and registers nothing', async () => {
    const data = aFolder();
    const { code, out } = await probe(data, jsonSiteProfile(site.listUrl));
    expect(code).toBe(0);
    expect(out).toMatch(/905\s+夜市油烟\s+阿梅/);
    expect(out).toContain('都对得上，可以开通。');
    expect((await yxt(data, ['queue'])).out).not.toContain('夜市油烟');
  }, 60_000);

  it('ends with what to mend where a site refuses the token', async () => {
    const { code, errors } = await probe(aFolder(), {
      ...jsonSiteProfile(site.listUrl),
      login: { header: 'Authorization', value: 'Bearer old' },
    });
    expect([code, errors]).toEqual([expect.any(Number), expect.stringContaining('请检查渠道设置里的 login')]);
    expect(code).not.toBe(0);
  }, 60_000);
});

describe('yxt report', () => {
  it('tells the month with both parts of every rate, as text and as JSON, and writes over nothing', async () => {
    const data = aFolder();
    await yxt(data, ['ingest', written({ 'a.eml': aMail({ date: 'Mon, 02 Nov 2026 09:00:00 +0800' }) })]);
    const text = await yxt(data, ['report', 'monthly', '--month', '2026-11']);
    expect([text.code, text.errors]).toEqual([0, '']);
    expect(text.out).toMatch(/2026年11月报告（2026-11-01 至 2026-11-30）/);
    expect(text.out).toMatch(/收到 \d 件/);
    expect(text.out).toMatch(/1周联系率 +\d \/ \d/);

    const out = join(data, 'report.json');
    expect((await yxt(data, ['report', 'monthly', '--month', '2026-11', '--json', '--out', out])).code).toBe(0);
    const report = JSON.parse(readFileSync(out, 'utf8')) as { received: number; rates: Record<string, object> };
    expect(report.rates.contact).toEqual({ name: '1周联系率', numerator: expect.any(Number), denominator: expect.any(Number), apart: expect.any(Number) }); // prettier-ignore
    const again = await yxt(data, ['report', 'monthly', '--month', '2026-11', '--out', out]);
    expect([again.code, again.errors]).toEqual([3, expect.stringContaining(out)]);
  });

  it.each([[['report', 'monthly']], [['report', 'monthly', '--month', '2026-13']], [['report', 'yearly', '--month', '2026-11']]])(
    'refuses %j with the way it is written',
    async (args) => {
      const { code, errors } = await yxt(aFolder(), args);
      expect([code, errors]).toEqual([2, expect.stringContaining('用法：')]);
    },
  );
});
