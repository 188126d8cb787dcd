import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What is written down at the desk beside the citizen's words. */
export class DeskEntries1764285100000 implements MigrationInterface {
  name = 'DeskEntries1764285100000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE desk_entries (
        appealId integer NOT NULL PRIMARY KEY,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        details text NOT NULL,
        answerBy varchar(10)
      ) {table}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE desk_entries']);
  }
}
