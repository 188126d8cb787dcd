import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What citizens say of answers, and the links by which they say it. */
export class Ratings1764289050000 implements MigrationInterface {
  name = 'Ratings1764289050000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE ratings (
        {id}, appealId integer NOT NULL, messageId integer NOT NULL, unitId varchar(40) NULL, departmentId varchar(40) NULL,
        at varchar(24) NOT NULL, door varchar(8) NOT NULL, solved varchar(8) NOT NULL, satisfaction varchar(12) NOT NULL,
        efficiency integer NULL, openness integer NULL, charges integer NULL, service integer NULL, integrity integer NULL,
        words varchar(1000) NOT NULL, reopen boolean NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX ratings_by_message ON ratings (messageId)',
      'CREATE INDEX ratings_by_appeal ON ratings (appealId, id)',
      'CREATE INDEX ratings_by_at ON ratings (at)',
      `CREATE TABLE rating_links (
        hash varchar(64) NOT NULL PRIMARY KEY, appealId integer NOT NULL, messageId integer NOT NULL, until varchar(10) NOT NULL
      ) {table}`,
      'CREATE INDEX rating_links_by_message ON rating_links (messageId)',
      'ALTER TABLE appeals ADD COLUMN satisfaction varchar(12) NULL',
      'CREATE INDEX appeals_by_satisfaction ON appeals (satisfaction, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const ofAppeals = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON appeals';
    await ddl(runner, [
      `DROP INDEX appeals_by_satisfaction${ofAppeals}`,
      'ALTER TABLE appeals DROP COLUMN satisfaction',
      'DROP TABLE rating_links',
      'DROP TABLE ratings',
    ]);
  }
}
