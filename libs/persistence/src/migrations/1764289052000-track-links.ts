import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Links by mail for those who have lost their query code. */
export class TrackLinks1764289052000 implements MigrationInterface {
  name = 'TrackLinks1764289052000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'CREATE TABLE track_links (hash varchar(64) NOT NULL PRIMARY KEY, appealId integer NOT NULL, until varchar(24) NOT NULL) {table}',
      'CREATE INDEX track_links_by_until ON track_links (until)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE track_links']);
  }
}
