import type { ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Database, migrate } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { ImapFlow } from 'imapflow';
import { parseDocument, stringify } from 'yaml';
import { startDovecot, type Dovecot } from '../test/support/dovecot';
import { SmtpSink } from '../test/support/smtp-sink';
import { timed, type Line } from './figures';
import { startHub, stopHub } from './hub';
import { mailOf } from './mails';
import { freePort } from './mariadb';

export interface Mailbox {
  readonly engine: string;
  /** Two empty databases. */
  readonly url: string;
  readonly oldUrl: string;
  readonly folder: string;
  /** Letters that come while the hub is up. */
  readonly mails: number;
  /** Letters that are there when the hub connects for the first time. */
  readonly old: number;
}

/** So many letters warm the code, and so many of those measured pass by before the clock runs. */
const WARM = 200;
const PAGE = 50;
const TICKS_PER_SECOND = 100;
const PATIENCE_MS = 30 * 60_000;
const PASSWORD = 'BENCH_MAILBOX_PASSWORD';

/**
 * Letters from a real IMAP server to registered appeals, by a hub process of its own with the worker's role alone, which
 * acknowledges them by a real SMTP server at the pace of its settings. Null without Dovecot.
 */
export async function measureMailbox(place: Mailbox, settings: Settings): Promise<Line[] | null> {
  const server = await startDovecot();
  if (!server) return null;
  try {
    const lines = [...(await measureStream(place, settings, server))];
    await server.empty();
    return [...lines, ...(await measureFirstConnect(place, settings, server))];
  } finally {
    await server.stop();
  }
}

/** Letters wait at the server while the hub stands still, then it takes them all in. */
async function measureStream({ engine, url, folder, mails }: Mailbox, settings: Settings, server: Dovecot): Promise<Line[]> {
  const run = await begin(url, join(folder, 'stream'), settings, server, 'now');
  try {
    // Letters count as new from the moment the hub has begun with the folder, which is told by its position alone.
    await run.until(({ begun }) => begun);
    await deliver(server, 0, WARM);
    await run.until(({ appeals }) => appeals >= WARM);
    run.hub.kill('SIGSTOP');
    await deliver(server, WARM, mails + 2 * WARM);
    run.hub.kill('SIGCONT');
    await run.until(({ appeals }) => appeals >= 2 * WARM);
    const first = await run.now();
    await run.until(({ appeals }) => appeals >= mails + 2 * WARM);
    const last = await run.now();
    const bare = await fetchAll(server);
    const count = last.appeals - first.appeals;
    const rate = (count * 1000) / (last.ms - first.ms);
    const bareRate = (bare.letters * 1000) / bare.ms;
    return [
      {
        what: `${engine} 从邮箱（IMAP）到登记，封/秒`,
        ours: rate.toFixed(0),
        bare: bareRate.toFixed(0),
        ratio: rate / bareRate,
        peers: 'FreeScout 54',
        note: `${mails} 封等在 Dovecot 里，一个进程，回执照随带设置的快慢寄往一台 SMTP 服务器；光用驱动是 imapflow 只把同样的信按 ${PAGE} 封一页取下来`,
      },
      {
        what: `${engine} 从邮箱到登记，处理器毫秒/封`,
        ours: ((last.cpuMs - first.cpuMs) / count).toFixed(2),
        bare: (bare.cpuMs / bare.letters).toFixed(2),
        ratio: (last.cpuMs - first.cpuMs) / count / (bare.cpuMs / bare.letters),
        peers: 'FreeScout 17',
        note: `系统进程的全部线程，不含数据库和邮件服务器；内存最多 ${last.peakMb} MB`,
      },
    ];
  } finally {
    await run.end();
  }
}

/** A folder full of old letters at the first connect: how soon a new one is an appeal, and whether memory stays where it is. */
async function measureFirstConnect(
  { engine, oldUrl, folder, old }: Mailbox,
  settings: Settings,
  server: Dovecot,
): Promise<Line[]> {
  await deliver(server, 0, old);
  const start = performance.now();
  const run = await begin(oldUrl, join(folder, 'first'), settings, server, 'all');
  try {
    await run.until(({ appeals }) => appeals > 0);
    const first = await run.now();
    const delivered = performance.now();
    await deliver(server, old, old + 1);
    // Only new letters are acknowledged.
    await run.until(({ letters }) => letters > 0);
    const told = await run.now();
    await run.until(({ appeals }) => appeals >= old / 10);
    const tenth = await run.now();
    await run.until(({ appeals }) => appeals > old);
    const last = await run.now();
    const line = { bare: '–', ratio: null, peers: '' };
    return [
      {
        ...line,
        what: `${engine} 信箱里有 ${old} 封旧信时第一次连接，秒`,
        ours: `第一封旧信 ${((first.ms - start) / 1000).toFixed(1)}，其间的新信 ${((told.ms - delivered) / 1000).toFixed(1)}`,
        note: `从启动进程算起；新信先登记，当时已登记旧信 ${told.appeals - 1} 封`,
      },
      {
        ...line,
        what: `${engine} 旧信补录，封/秒`,
        ours: (((last.appeals - first.appeals) * 1000) / (last.ms - first.ms)).toFixed(0),
        note: `每封处理器 ${((last.cpuMs - first.cpuMs) / (last.appeals - first.appeals)).toFixed(2)} 毫秒；内存最多 ${last.peakMb} MB（补到十分之一时 ${tenth.peakMb} MB）`,
      },
    ];
  } finally {
    await run.end();
  }
}

interface Standing {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly appeals: number;
  /** Letters owed to citizens. */
  readonly letters: number;
  readonly begun: boolean;
}

interface Run {
  readonly hub: ChildProcess;
  now(): Promise<Standing>;
  until(reached: (standing: Standing) => boolean): Promise<void>;
  end(): Promise<void>;
}

async function begin(url: string, folder: string, settings: Settings, server: Dovecot, from: 'now' | 'all'): Promise<Run> {
  await migrate(url);
  cpSync(process.env.HUB_CONFIG_DIR ?? 'config', folder, { recursive: true });
  const { host, port, user, password } = server;
  const channel = { name: 'mailbox', type: 'mailbox', source: '局长信箱', host, port, tls: 'none', user, folder: 'INBOX' };
  const channels = { channels: [{ ...channel, password: `\${${PASSWORD}}`, from, everySeconds: 5 }] };
  writeFileSync(join(folder, 'channels.yaml'), stringify(channels));
  const sink = await SmtpSink.open();
  const hubFile = join(folder, 'hub.yaml');
  const hubSettings = parseDocument(readFileSync(hubFile, 'utf8'));
  hubSettings.setIn(['mail', 'delivery'], 'smtp');
  hubSettings.setIn(['mail', 'smtp'], { host: '127.0.0.1', port: sink.port, secure: false });
  writeFileSync(hubFile, String(hubSettings));
  const database = await Database.open(url);
  const own = { ...settings, databaseUrl: url, dataDir: join(folder, 'data') };
  const hub = startHub(own, await freePort(), 'worker', { HUB_CONFIG_DIR: folder, [PASSWORD]: password });
  const one = async (sql: string): Promise<number> => {
    const [row] = (await database.reader.query(sql)) as [{ n: number | string | null }];
    return Number(row.n ?? 0);
  };
  const now = async (): Promise<Standing> => ({
    appeals: await one('SELECT MAX(id) AS n FROM appeals'),
    letters: await one('SELECT MAX(id) AS n FROM outbox_letters'),
    begun: (await one('SELECT COUNT(*) AS n FROM channel_states WHERE position IS NOT NULL')) > 0,
    ms: performance.now(),
    ...usage(hub.pid!),
  });
  const until = async (reached: (standing: Standing) => boolean): Promise<void> => {
    for (const start = performance.now(); !reached(await now()); await rest(20)) {
      if (hub.exitCode !== null) throw new Error(`收信的进程结束了（${hub.exitCode}）`);
      if (performance.now() - start > PATIENCE_MS) throw new Error('半小时内没有收完');
    }
  };
  const end = async () => {
    hub.kill('SIGCONT');
    await stopHub(hub);
    await database.close();
    await sink.close();
  };
  return { hub, now, until, end };
}

/** What a process has used so far, all its threads together; proc(5). */
function usage(pid: number): { cpuMs: number; peakMb: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpuMs: ((user! + system!) * 1000) / TICKS_PER_SECOND, peakMb: Math.round(Number(peak ?? 0) / 1024) };
}

async function deliver(server: Dovecot, first: number, end: number): Promise<void> {
  for (let at = first; at < end; at++) await server.append(mailOf(at));
}

/** All letters of the folder, page by page, and nothing done with them. */
async function fetchAll({ host, port, user, password }: Dovecot): Promise<{ ms: number; cpuMs: number; letters: number }> {
  const client = new ImapFlow({ host, port, secure: false, auth: { user, pass: password }, logger: false });
  await client.connect();
  const { exists } = await client.mailboxOpen('INBOX');
  let letters = 0;
  const took = await timed(async () => {
    for (let first = 1; first <= exists; first += PAGE)
      for await (const { source } of client.fetch(`${first}:${Math.min(exists, first + PAGE - 1)}`, { uid: true, source: true }))
        if (source?.length) letters += 1;
  });
  await client.logout();
  if (letters !== exists) throw new Error(`取下 ${letters} 封，应为 ${exists} 封。`);
  return { ...took, letters };
}
