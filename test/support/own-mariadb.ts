// A MariaDB server of one test's own, as durable as a real one, to be stopped, killed and started again.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { ownServer } from './mariadb-keeper.cjs';

export class OwnMariadb {
  private constructor(
    private readonly keeper: ChildProcess,
    private readonly server: string,
  ) {}

  static async open(): Promise<OwnMariadb> {
    const { keeper, url } = await ownServer(await mkdtemp(join(tmpdir(), 'yxt-own-db-')));
    const connection = await createConnection({ uri: url });
    await connection.query('create database hub character set utf8mb4 collate utf8mb4_bin');
    await connection.end();
    return new OwnMariadb(keeper, url);
  }

  /** `mysql://…/hub`, the same over restarts. */
  get url(): string {
    return `${this.server}/hub`;
  }

  /** SIGTERM as an administrator stops it, SIGKILL as a crash does; answers when it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    return this.order(signal);
  }

  /** Starts it again on the same data and port; answers when it takes connections. */
  start(): Promise<void> {
    return this.order('start');
  }

  /** Leaves nothing behind. */
  async close(): Promise<void> {
    this.keeper.kill('SIGTERM');
    if (this.keeper.exitCode === null) await once(this.keeper, 'exit');
  }

  private async order(what: string): Promise<void> {
    this.keeper.send(what);
    await once(this.keeper, 'message');
  }
}
