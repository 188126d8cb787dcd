import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { dataSourceOptions, engineOf, type Engine } from './data-source';
import { isBusy, isConflict, worthRetrying } from './engine-errors';

/** The open database: one writing and one reading connection (pool, on MariaDB). */
export class Database {
  readonly engine: Engine;
  /** SQLite has one writer: transactions follow one another. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Grows with every transaction of this process: what was read under an older one may be out of date. */
  revision = 0;
  private readonly inside = new AsyncLocalStorage<true>();

  constructor(
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {
    this.engine = writer.options.type === 'better-sqlite3' ? 'sqlite' : 'mariadb';
    if (this.engine === 'mariadb') for (const source of [writer, reader]) settleSessions(source);
  }

  /** Opens both connections without a framework around them. */
  static async open(url: string): Promise<Database> {
    engineOf(url);
    const writer = await new DataSource(dataSourceOptions(url, 'writer')).initialize();
    const reader = await new DataSource(dataSourceOptions(url, 'reader')).initialize();
    return new Database(writer, reader);
  }

  async close(): Promise<void> {
    await this.turn.catch(() => undefined);
    if (this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }

  /** Runs the work in one transaction. The work may run more than once and must touch nothing but the database. */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('a unit of work inside a unit of work would wait for itself');
    return this.inside.run(true, () => (this.engine === 'sqlite' ? this.inTurn(() => this.attempt(work)) : this.withRetry(work)));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async withRetry<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= 6 || !worthRetrying(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 15 * 2 ** attempt * (0.5 + Math.random())));
      }
    }
  }

  private async attempt<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    try {
      await runner.connect();
      await this.begin(runner);
      let result: T;
      try {
        result = await work(runner.manager);
      } catch (error) {
        await this.rollback(runner);
        throw error;
      }
      await this.commit(runner);
      return result;
    } finally {
      this.revision += 1;
      await runner.release().catch(() => undefined);
    }
  }

  /**
   * A deferred BEGIN that writes later fails when another process has written in between, so the file is taken at once.
   * The driver would wait for it with the whole process standing still: we wait here instead, for up to half a minute.
   */
  private async begin(runner: QueryRunner): Promise<void> {
    if (this.engine === 'mariadb') return runner.startTransaction();
    for (const until = Date.now() + 30_000; ;) {
      try {
        return void (await runner.query('BEGIN IMMEDIATE'));
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 10));
      }
    }
  }

  /** A connection that is gone has rolled back by itself. */
  private async rollback(runner: QueryRunner): Promise<void> {
    await (this.engine === 'sqlite' ? runner.query('ROLLBACK') : runner.rollbackTransaction()).catch(() => undefined);
  }

  /** A connection lost during COMMIT leaves open whether it was kept: that is said, and never tried again blindly. */
  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await (this.engine === 'sqlite' ? runner.query('COMMIT') : runner.commitTransaction());
    } catch (error) {
      await this.rollback(runner);
      throw this.engine === 'sqlite' || isConflict(error) ? error : new CommitUnknown(error);
    }
  }
}

/**
 * A process that stands still in the middle of a transaction would keep its rows locked for as long as it stands: the server
 * ends it. A node of a Galera cluster answers once it knows what the others have written. Servers without these pass them over.
 */
const SESSION = 'SET SESSION idle_transaction_timeout = 20, SESSION wsrep_sync_wait = 1';

function settleSessions(source: DataSource): void {
  const { pool } = source.driver as unknown as { pool?: { on(event: 'connection', heard: (one: RawConnection) => void): void } };
  pool?.on('connection', (connection) => connection.query(SESSION, () => undefined));
  // The connection that the pool was tried with is there already, and is the first to be asked.
  void source.query(SESSION).catch(() => undefined);
}

interface RawConnection {
  query(sql: string, done: (error: unknown) => void): void;
}

/** Whether the transaction was kept is not known; who asked must look before he tries again. */
export class CommitUnknown extends Error {
  constructor(override readonly cause: unknown) {
    super('the outcome of a COMMIT is unknown');
    this.name = 'CommitUnknown';
  }
}
