import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What appeals are found by. Those that are there are gone through by the worker, as if they had just come. */
export class SearchPairs1764289090000 implements MigrationInterface {
  name = 'SearchPairs1764289090000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE search_pairs (
        pair integer NOT NULL,
        appealId integer NOT NULL,
        PRIMARY KEY (pair, appealId)
      ) {keyed}`,
      `INSERT INTO counters (name, value) VALUES ('search', 0)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE search_pairs', `DELETE FROM counters WHERE name = 'search'`]);
  }
}
