import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Publications (公开件), and by what those that are published are found. */
export class Publications1764289060000 implements MigrationInterface {
  name = 'Publications1764289060000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE publications (
        {id},
        appealId integer NOT NULL,
        state varchar(12) NOT NULL,
        serial integer,
        number varchar(40),
        title varchar(120) NOT NULL,
        kind varchar(12) NOT NULL,
        topic varchar(20),
        street varchar(40),
        receivedOn varchar(10) NOT NULL,
        answeredOn varchar(10),
        verdict varchar(8) NOT NULL,
        facts text NOT NULL,
        findings text NOT NULL,
        measures text NOT NULL,
        withheldFor varchar(12),
        note varchar(500) NOT NULL,
        leakReason varchar(500),
        leakHash varchar(64),
        preparedBy varchar(60) NOT NULL,
        agreedBy varchar(60),
        agreedAt varchar(24),
        approvedBy varchar(60),
        approvedAt varchar(24),
        publishedBy varchar(60),
        publishedAt varchar(24),
        publishedOn varchar(10),
        withdrawnAt varchar(24),
        changedAt varchar(24) NOT NULL,
        version integer NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX publications_by_serial ON publications (serial)',
      'CREATE INDEX publications_by_appeal ON publications (appealId, id)',
      'CREATE INDEX publications_by_change ON publications (state, changedAt, id)',
      'CREATE INDEX publications_by_state ON publications (state, serial)',
      'CREATE INDEX publications_by_day ON publications (publishedOn, serial)',
      'CREATE INDEX publications_by_receipt ON publications (state, receivedOn, serial)',
      `CREATE TABLE publication_terms (
        term integer NOT NULL,
        serial integer NOT NULL,
        PRIMARY KEY (term, serial)
      ) {keyed}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE publication_terms', 'DROP TABLE publications']);
  }
}
