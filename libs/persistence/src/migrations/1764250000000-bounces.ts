import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Letters that came back, addresses to which nothing is sent, and acknowledgements that are owed later. */
export class Bounces1764250000000 implements MigrationInterface {
  name = 'Bounces1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE appeals ADD COLUMN mailReturned varchar(12)',
      'ALTER TABLE outbox_letters ADD COLUMN returns integer NOT NULL DEFAULT 0',
      `CREATE TABLE mail_blocks (
        {id},
        emailIndex varchar(44) NOT NULL,
        sealed text NOT NULL,
        reason varchar(12) NOT NULL,
        until varchar(24),
        at varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX mail_blocks_by_email ON mail_blocks (emailIndex)',
      `CREATE TABLE acknowledgement_counts (
        address varchar(44) NOT NULL PRIMARY KEY,
        hour varchar(13) NOT NULL,
        inHour integer NOT NULL,
        day varchar(10) NOT NULL,
        inDay integer NOT NULL
      ) {table}`,
      'CREATE INDEX acknowledgement_counts_by_day ON acknowledgement_counts (day)',
      `CREATE TABLE owed_acknowledgements (
        {id},
        address varchar(44) NOT NULL,
        appealId integer NOT NULL,
        sealed text NOT NULL,
        dueAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX owed_acknowledgements_by_due ON owed_acknowledgements (dueAt, id)',
      'CREATE INDEX owed_acknowledgements_by_address ON owed_acknowledgements (address, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['mail_blocks', 'acknowledgement_counts', 'owed_acknowledgements'];
    await ddl(runner, [
      ...tables.map((table) => `DROP TABLE ${table}`),
      'ALTER TABLE outbox_letters DROP COLUMN returns',
      'ALTER TABLE appeals DROP COLUMN mailReturned',
    ]);
  }
}
