import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Where a site lies, as places are compared: a polluter is suggested by its address too. */
export class SitePlaces1764121000000 implements MigrationInterface {
  name = 'SitePlaces1764121000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      "ALTER TABLE sites ADD COLUMN placeKey varchar(60) NOT NULL DEFAULT ''",
      "UPDATE sites SET placeKey = nameKey WHERE kind = 'address'",
      'CREATE INDEX sites_by_place ON sites (placeKey)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const behind = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON sites';
    await ddl(runner, [`DROP INDEX sites_by_place${behind}`, 'ALTER TABLE sites DROP COLUMN placeKey']);
  }
}
