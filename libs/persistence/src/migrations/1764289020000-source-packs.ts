import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Which packs were made for a source, and from when to when, so that the next may begin where the last ended. */
export class SourcePacks1764289020000 implements MigrationInterface {
  name = 'SourcePacks1764289020000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE source_packs (
        {id},
        source varchar(60) NOT NULL,
        span varchar(4) NOT NULL,
        basis varchar(8) NOT NULL,
        fromAt varchar(24) NOT NULL,
        toAt varchar(24) NOT NULL,
        format varchar(4) NOT NULL,
        guardedBecause varchar(200),
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX source_packs_by_source ON source_packs (source, basis, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE source_packs']);
  }
}
