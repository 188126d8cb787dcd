import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Tries are counted where every process of the hub sees them. */
export class Tries1764289051000 implements MigrationInterface {
  name = 'Tries1764289051000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'CREATE TABLE tries (hash varchar(64) NOT NULL PRIMARY KEY, since varchar(24) NOT NULL, count integer NOT NULL) {table}',
      'CREATE INDEX tries_by_since ON tries (since)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE tries']);
  }
}
