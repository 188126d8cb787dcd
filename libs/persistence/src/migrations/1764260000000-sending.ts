import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const COLUMNS = [
  'returnPath varchar(190)',
  "domainKey varchar(22) NOT NULL DEFAULT ''",
  'discreet boolean NOT NULL DEFAULT 0',
  'doubts integer NOT NULL DEFAULT 0',
];

/** Letters by their recipients' domains, where their bounces go, and what became of those that nobody answered for. */
export class Sending1764260000000 implements MigrationInterface {
  name = 'Sending1764260000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...COLUMNS.map((column) => `ALTER TABLE outbox_letters ADD COLUMN ${column}`),
      `DROP INDEX outbox_letters_to_send${on(runner)}`,
      'CREATE INDEX outbox_letters_to_send ON outbox_letters (state, domainKey, automated, nextAt, id)',
      'CREATE INDEX outbox_letters_by_state ON outbox_letters (state, id)',
      `CREATE TABLE outbox_domains (
        domainKey varchar(22) NOT NULL PRIMARY KEY,
        openAt varchar(24) NOT NULL,
        failures integer NOT NULL,
        leaseOwner varchar(60),
        leaseUntil varchar(24),
        lastError varchar(500)
      ) {table}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE outbox_domains',
      `DROP INDEX outbox_letters_by_state${on(runner)}`,
      `DROP INDEX outbox_letters_to_send${on(runner)}`,
      'CREATE INDEX outbox_letters_to_send ON outbox_letters (state, nextAt, id)',
      ...COLUMNS.map((column) => `ALTER TABLE outbox_letters DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}

const on = (runner: QueryRunner): string => (runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON outbox_letters');
