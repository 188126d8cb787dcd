import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

export interface PrivateServer {
  readonly url: string;
  /** Another empty database on it. */
  readonly bareUrl: string;
  stop(): void;
}

/** A MariaDB of our own that flushes every commit, or null where none is installed. */
export async function startMariadb(folder: string): Promise<PrivateServer | null> {
  if (spawnSync('mariadbd', ['--version']).status !== 0) return null;
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
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
  for (let tries = 0; tries < 200; tries++) {
    await rest(150);
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'hub', password: 'hub' }).catch(() => null);
    if (!connection) continue;
    for (const name of ['bench', 'bare'])
      await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
    await connection.end();
    return {
      url: `mysql://hub:hub@127.0.0.1:${port}/bench`,
      bareUrl: `mysql://hub:hub@127.0.0.1:${port}/bare`,
      stop: () => void server.kill('SIGKILL'),
    };
  }
  server.kill('SIGKILL');
  return null;
}
