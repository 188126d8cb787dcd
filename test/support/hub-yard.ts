// Real hub processes over one database and one data folder, to be killed, stopped and started again.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Database } from '@hub/persistence';
import { parse, stringify } from 'yaml';
import type { FakeClock } from './fake-clock';
import { freePort } from './free-port';
import { breachesIn, type Evidence } from './invariants';
import { migrated } from './migrated';
import { TEST_SECRET } from './stored';

const ROOT = resolve(__dirname, '../..');
const DELIVERED = join(ROOT, 'dist/apps/hub/src/main.js');
const UNDER_TEST = join(__dirname, 'hub-under-test.cjs');
const YXT = join(ROOT, 'dist/apps/cli/src/main.js');

/** As short as the settings let it be: a killed hub's channels wait so long for another. */
export const LEASE_SECONDS = 2;

const PAST = '2026-01-01T00:00:00.000Z';

/** Places at which hub-under-test.cjs can end. */
export type Failpoint =
  'after-raw-stored' | 'before-commit' | 'after-commit' | 'before-settle' | 'before-sending' | 'after-sent-before-recorded';

export interface Wishes {
  /** Dies by itself here, as by a power cut, when it comes by for the `nth` time. */
  readonly dieAt?: Failpoint;
  readonly nth?: number;
  /** Stands still by itself when so many originals are stored. */
  readonly standAfter?: number;
  /** The thread that reads mails hangs on every letter that holds this. */
  readonly hangOn?: string;
  /** Channels rest so many times shorter. */
  readonly hasten?: number;
}

export interface YardOptions {
  readonly url: string;
  readonly mailbox?: { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  /** More about the mailbox's channel. */
  readonly channel?: object;
  /** The port of an SMTP server on this machine; without it letters are kept in a folder. */
  readonly smtp?: number;
  /** Other channels than the mailbox. */
  readonly channels?: readonly object[];
  /** More settings over hub.yaml. */
  readonly hub?: object;
  /** What the hubs do, `worker` alone otherwise. */
  readonly roles?: string;
  /** By which the processes live, unless they are started by another; the machine's otherwise. */
  readonly clock?: FakeClock;
  /** Where the data goes; a folder of its own otherwise. */
  readonly data?: string;
}

interface Readiness {
  readonly code: number;
  readonly status: string;
  readonly database: string;
  readonly troubles: readonly { readonly kind: string }[];
}

export class HubProcess {
  readonly ended: Promise<void>;
  said = '';
  /** How it may end. */
  private asked: 'killed' | 'stopped' | null;

  constructor(
    readonly name: string,
    private readonly port: string,
    private readonly child: ChildProcess,
    expectsEnd: boolean,
    onUnasked: (end: string) => void,
  ) {
    this.asked = expectsEnd ? 'killed' : null;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (this.said += String(part)));
    this.ended = new Promise((done) =>
      child.once('exit', (code, signal) => {
        if (this.asked !== 'killed' && !(this.asked === 'stopped' && code === 0))
          onUnasked(`${name} ended with ${signal ?? code}: ${this.said.slice(-600)}`);
        done();
      }),
    );
  }

  get pid(): number {
    return this.child.pid!;
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Stopped by a SIGSTOP. */
  get stands(): boolean {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What `/health/ready` answers to a watcher. */
  async ready(): Promise<Readiness> {
    const answer = await fetch(`${this.url}/health/ready`);
    return { code: answer.status, ...((await answer.json()) as Omit<Readiness, 'code'>) };
  }

  /** It listens and finds nothing wrong. */
  serves(): Promise<boolean> {
    return this.ready().then(
      ({ code }) => code === 200,
      () => false,
    );
  }

  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void {
    if (name === 'SIGTERM') this.asked = 'stopped';
    this.child.kill(name);
  }

  async kill(): Promise<void> {
    this.asked = 'killed';
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As an administrator stops it. */
  async stop(): Promise<void> {
    this.signal('SIGTERM');
    await this.ended;
  }
}

export class HubYard {
  /** Ends of processes that nobody had asked for. */
  readonly exits: string[] = [];
  private readonly hubs: HubProcess[] = [];

  private constructor(
    readonly url: string,
    readonly database: Database,
    readonly data: string,
    private readonly folder: string,
    private readonly roles: string,
    private readonly clock: FakeClock | undefined,
  ) {}

  static async open({
    url,
    mailbox,
    channel,
    channels = [],
    smtp,
    hub = {},
    data,
    clock,
    roles = 'worker',
  }: YardOptions): Promise<HubYard> {
    const folder = await mkdtemp(join(tmpdir(), 'yxt-yard-'));
    await cp(join(ROOT, 'config'), folder, { recursive: true });
    const settings = parse(await readFile(join(folder, 'hub.yaml'), 'utf8')) as { mail: object };
    const mail = smtp
      ? { ...settings.mail, delivery: 'smtp', smtp: { host: '127.0.0.1', port: smtp, secure: false } }
      : settings.mail;
    await writeFile(join(folder, 'hub.yaml'), stringify({ ...settings, ...hub, mail }));
    const director = {
      name: 'director',
      type: 'mailbox',
      source: '局长信箱',
      tls: 'none',
      folder: 'INBOX',
      from: 'all',
      everySeconds: 5,
    };
    await writeFile(
      join(folder, 'channels.yaml'),
      stringify({
        channels: mailbox
          ? [{ ...director, host: mailbox.host, port: mailbox.port, user: mailbox.user, password: mailbox.password, ...channel }]
          : channels,
      }),
    );
    await migrated(url);
    const database = await Database.open(url);
    // The channel is an old one: what a test lays into the mailbox before the hub starts is owed an acknowledgement.
    if (mailbox && (channel as { from?: string } | undefined)?.from !== 'now')
      await database.writer.query('INSERT INTO channel_states (name, position, passes, taken, failures) VALUES (?, ?, 0, 0, 0)', [
        'director',
        JSON.stringify({ uidvalidity: '0', uid: 0, since: '2000-01-01T00:00:00.000Z' }),
      ]);
    return new HubYard(url, database, data ?? join(folder, 'data'), folder, roles, clock);
  }

  get files(): string {
    return join(this.data, 'files');
  }

  async start(wishes: Wishes = {}, clock = this.clock): Promise<HubProcess> {
    if (!this.hubs.some(({ lives }) => lives)) await this.leasesEnd();
    const port = String(await freePort());
    const env = { ...this.env, ...clock?.env, HUB_PORT: port };
    const program = Object.keys(wishes).length ? [UNDER_TEST, JSON.stringify(wishes)] : [DELIVERED];
    const child = spawn(process.execPath, program, { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const name = `hub ${this.hubs.length + 1}`;
    const hub = new HubProcess(name, port, child, wishes.dieAt !== undefined, (end) => this.exits.push(end));
    this.hubs.push(hub);
    return hub;
  }

  /** What a command of `yxt` prints. */
  async yxt(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [YXT, ...args], {
      env: { ...this.env, ...this.clock?.env },
      cwd: ROOT,
    });
    return stdout;
  }

  private get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HUB_CONFIG_DIR: this.folder,
      HUB_DATABASE_URL: this.url,
      HUB_DATA_DIR: this.data,
      HUB_SECRET_KEY: TEST_SECRET,
      HUB_ROLES: this.roles,
      HUB_LEASE_SECONDS: String(LEASE_SECONDS),
    };
  }

  async count(from: string): Promise<number> {
    const [row] = (await this.database.reader.query(`SELECT COUNT(*) AS n FROM ${from}`)) as [{ n: number | string }];
    return Number(row.n);
  }

  /** Waits until it holds; otherwise tells what the hubs have said. */
  async until(what: string, holds: () => Promise<boolean> | boolean, seconds = 60): Promise<void> {
    for (const end = Date.now() + seconds * 1000; Date.now() < end && !this.exits.length; await rest(25))
      if (await holds()) return;
    const said = this.hubs.map(({ name, said, lives }) => `${name}${lives ? '' : ' (ended)'}: ${said.slice(-1500)}`);
    throw new Error(`not within ${seconds} s: ${what}\n${said.join('\n')}`);
  }

  registered(letters: number, seconds?: number): Promise<void> {
    return this.until(`${letters} letters are in`, async () => (await this.count('intake_items')) >= letters, seconds);
  }

  /** Every letter that is owed has gone, however often it had to be tried, or waits for a person after two doubts. */
  delivered(seconds?: number): Promise<void> {
    return this.until(
      'every letter has gone out',
      async () => {
        await this.timePasses();
        return (
          (await this.count("outbox_letters WHERE state IN ('pending', 'sending') OR (state = 'dead' AND doubts < 2)")) === 0
        );
      },
      seconds,
    );
  }

  /** Letters that wait for minutes or hours go now. */
  async timePasses(): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query("UPDATE outbox_letters SET nextAt = ? WHERE state = 'pending'", [PAST]);
      await manager.query('UPDATE outbox_domains SET openAt = ?', [PAST]);
    });
  }

  /** What a courier had in hand when he died waits for minutes: as if they had passed. */
  private async leasesEnd(): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query("UPDATE outbox_letters SET leaseUntil = ? WHERE state = 'sending'", [PAST]);
      await manager.query('UPDATE outbox_domains SET leaseUntil = ?', [PAST]);
    });
  }

  breaches(evidence: Omit<Evidence, 'url' | 'files' | 'exits'>): Promise<string[]> {
    return breachesIn({ ...evidence, url: this.url, files: this.files, exits: this.exits });
  }

  async stopAll(): Promise<void> {
    for (const hub of this.hubs) if (hub.lives) await hub.stop();
  }

  async close(): Promise<void> {
    for (const hub of this.hubs) if (hub.lives) await hub.kill();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
