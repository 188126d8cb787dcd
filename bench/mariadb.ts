import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const DATABASES = [
  'hub',
  'bare',
  'mailbox',
  'folder',
  'logs',
  'logsbare',
  'console',
  'command',
  'alike',
  'acts',
  'actsbare',
  'watch',
  'mixed',
  'open',
];

export interface PrivateServer {
  /** Address of one of its databases, all empty; see DATABASES. */
  urlOf(name: string): string;
  stop(): void;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** A MariaDB of our own that flushes every commit, or null where none is installed. */
export async function startMariadb(folder: string): Promise<PrivateServer | null> {
  if (spawnSync('mariadbd', ['--version']).status !== 0) return null;
  const port = await freePort();
  const config = join(folder, 'my.cnf');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(
    join(folder, 'init.sql'),
    "create user if not exists hub@'127.0.0.1' identified by 'hub';\ngrant all on *.* to hub@'127.0.0.1';\n",
  );
  writeFileSync(
    config,
    `[mariadbd]\n${process.getuid?.() === 0 ? 'user=root\n' : ''}datadir=${folder}/data\nsocket=${folder}/m.sock\npid-file=${folder}/m.pid\nlog-error=${folder}/err.log\ninit-file=${folder}/init.sql\nport=${port}\nbind-address=127.0.0.1\nskip-name-resolve\ncharacter-set-server=utf8mb4\ncollation-server=utf8mb4_bin\ninnodb_buffer_pool_size=1G\ninnodb_log_file_size=256M\ninnodb_flush_log_at_trx_commit=1\n`,
  );
  spawnSync('mariadb-install-db', [`--defaults-file=${config}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const server = spawn('mariadbd', [`--defaults-file=${config}`], { stdio: 'ignore' });
  const kill = () => void server.kill('SIGKILL');
  // A run that is broken off must not leave the server behind.
  process.once('exit', kill);
  for (let tries = 0; tries < 200; tries++) {
    await rest(150);
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'hub', password: 'hub' }).catch(() => null);
    if (!connection) continue;
    for (const name of DATABASES)
      await connection.query(`create database bench_${name} character set utf8mb4 collate utf8mb4_bin`);
    await connection.end();
    return {
      urlOf: (name) => `mysql://hub:hub@127.0.0.1:${port}/bench_${name}`,
      stop: kill,
    };
  }
  kill();
  throw new Error('MariaDB 装了，但没有启动。');
}
