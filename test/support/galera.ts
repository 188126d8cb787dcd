// Three MariaDB nodes as one Galera cluster, each of which can be killed and started again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';
import { programs } from './mariadb-keeper.cjs';

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const NODES = 3;

/** Why there can be no cluster here, or null where there can. */
export function galeraMissing(): string | null {
  if (!programs() || !existsSync(PROVIDER)) return '没有安装 mariadb-server 或 galera-4';
  return existsSync('/usr/bin/rsync') ? null : '没有安装 rsync';
}

interface Ports {
  readonly sql: number;
  readonly group: number;
  readonly increments: number;
  readonly state: number;
}

export class Galera {
  private readonly servers: (ChildProcess | null)[] = Array.from({ length: NODES }, () => null);

  private constructor(
    private readonly folder: string,
    private readonly ports: readonly Ports[],
  ) {}

  static async open(): Promise<Galera> {
    const folder = await mkdtemp(join(tmpdir(), 'yxt-galera-'));
    const ports: Ports[] = [];
    for (let node = 0; node < NODES; node++)
      ports.push({ sql: await freePort(), group: await freePort(), increments: await freePort(), state: await freePort() });
    const cluster = new Galera(folder, ports);
    try {
      await cluster.layOut();
      for (let node = 0; node < NODES; node++) await cluster.start(node, node === 0);
      await cluster.query(0, 'CREATE DATABASE hub CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
      return cluster;
    } catch (error) {
      await cluster.close();
      throw error;
    }
  }

  url(node: number): string {
    return `mysql://hub:hub@127.0.0.1:${this.ports[node]!.sql}/hub`;
  }

  async kill(node: number): Promise<void> {
    const server = this.servers[node];
    this.servers[node] = null;
    if (!server || server.exitCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  }

  /** Answers when the node takes part; `alone` begins the cluster. */
  async start(node: number, alone = false): Promise<void> {
    // As root, what brings a node the others' state works without rights.
    spawnSync('chmod', ['a+rx', this.folder, this.home(node)]);
    spawnSync('chmod', ['-R', 'a+rwX', join(this.home(node), 'data')]);
    this.servers[node] = this.spawn(node, alone ? ['--wsrep-new-cluster'] : []);
    await this.until(node, "SHOW STATUS LIKE 'wsrep_ready'", 'ON');
  }

  async close(): Promise<void> {
    for (let node = 0; node < NODES; node++) await this.kill(node);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private spawn(node: number, args: readonly string[]): ChildProcess {
    const { server } = programs()!;
    return spawn(server, [`--defaults-file=${join(this.home(node), 'my.cnf')}`, ...args], { stdio: 'ignore' });
  }

  private async layOut(): Promise<void> {
    const { install } = programs()!;
    await mkdir(this.home(0));
    await this.configure(0);
    const made = spawnSync(install, [
      `--defaults-file=${this.home(0)}/my.cnf`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
    if (made.status !== 0) throw new Error(`mariadb-install-db: ${String(made.stderr)}`);
    const users = join(this.folder, 'users.sql');
    await writeFile(users, "create user hub@'127.0.0.1' identified by 'hub';\ngrant all on *.* to hub@'127.0.0.1';\n");
    this.servers[0] = this.spawn(0, ['--wsrep-on=OFF', `--init-file=${users}`]);
    await this.until(0, 'SELECT 1', null);
    const plain = this.servers[0];
    plain.kill('SIGTERM');
    await once(plain, 'exit');
    for (let node = 1; node < NODES; node++) {
      await mkdir(join(this.home(node), 'data'), { recursive: true });
      await this.configure(node);
    }
  }

  private async configure(node: number): Promise<void> {
    const { sql, group, increments, state } = this.ports[node]!;
    const home = this.home(node);
    const all = this.ports.map((one) => `127.0.0.1:${one.group}`).join(',');
    const provider = [
      `gmcast.listen_addr=tcp://127.0.0.1:${group}`,
      `ist.recv_addr=127.0.0.1:${increments}`,
      'evs.keepalive_period=PT0.5S',
      'evs.inactive_check_period=PT0.5S',
      'evs.suspect_timeout=PT2S',
      'evs.inactive_timeout=PT4S',
      'gcache.size=16M',
    ].join(';');
    await writeFile(
      join(home, 'my.cnf'),
      `[mariadbd]
${process.getuid?.() === 0 ? 'user=root' : ''}
datadir=${home}/data
socket=${home}/m.sock
pid-file=${home}/m.pid
log-error=${home}/error.log
port=${sql}
bind-address=127.0.0.1
skip-name-resolve
character-set-server=utf8mb4
collation-server=utf8mb4_bin
binlog_format=ROW
innodb_autoinc_lock_mode=2
innodb_buffer_pool_size=64M
innodb_log_file_size=32M
wsrep_on=ON
wsrep_provider=${PROVIDER}
wsrep_cluster_name=yxt-${this.ports[0]!.group}
wsrep_cluster_address=gcomm://${all}
wsrep_node_name=node${node}
wsrep_node_address=127.0.0.1
wsrep_provider_options="${provider}"
wsrep_sst_method=rsync
wsrep_sst_receive_address=127.0.0.1:${state}
`,
    );
  }

  private home(node: number): string {
    return join(this.folder, `node${node}`);
  }

  private async query(node: number, sql: string): Promise<{ Value?: string }[]> {
    const uri = this.url(node).replace(/\/hub$/, '/');
    const connection = await createConnection({ uri, connectTimeout: 2_000 });
    try {
      // A node that is still being brought the others' state takes connections and says nothing.
      const [rows] = await connection.query({ sql, timeout: 3_000 });
      return rows as { Value?: string }[];
    } finally {
      connection.destroy();
    }
  }

  private async until(node: number, sql: string, value: string | null): Promise<void> {
    for (let tries = 0; tries < 150; tries++, await rest(200)) {
      const rows = await this.query(node, sql).catch(() => null);
      if (rows && (value === null || rows[0]?.Value === value)) return;
      if (this.servers[node]?.exitCode !== null) break;
    }
    const log = readFileSync(join(this.home(node), 'error.log'), 'utf8');
    throw new Error(`node ${node} does not take part: ${log.slice(-2_000)}`);
  }
}
