import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const COLUMNS = [
  'returnedFrom varchar(40)',
  'designated boolean NOT NULL DEFAULT 0',
  "coUnits varchar(300) NOT NULL DEFAULT ''",
  'openParts integer NOT NULL DEFAULT 0',
  'refusalGround varchar(500)',
  'refusalPath varchar(500)',
];

/** Returns that the office decides, units that help the leading one, reviews by the upper authority. */
export class Handling1764100000000 implements MigrationInterface {
  name = 'Handling1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...COLUMNS.map((column) => `ALTER TABLE appeals ADD COLUMN ${column}`),
      `CREATE TABLE parts (
        {id},
        appealId integer NOT NULL,
        unitId varchar(40) NOT NULL,
        demand varchar(1000) NOT NULL,
        dueOn varchar(10) NOT NULL,
        askedBy varchar(60) NOT NULL,
        askedAt varchar(24) NOT NULL,
        state varchar(10) NOT NULL,
        answer text,
        settledBy varchar(60),
        settledAt varchar(24)
      ) {table}`,
      `CREATE INDEX parts_by_appeal ON parts (appealId, id)`,
      `CREATE INDEX parts_by_unit ON parts (unitId, state, appealId)`,
      `CREATE TABLE reviews (
        {id},
        appealId integer NOT NULL,
        stage varchar(8) NOT NULL,
        authority varchar(120) NOT NULL,
        askedOn varchar(10) NOT NULL,
        dueOn varchar(10) NOT NULL,
        ground varchar(2000) NOT NULL,
        decidedOn varchar(10),
        outcome varchar(16),
        decision varchar(2000)
      ) {table}`,
      `CREATE INDEX reviews_by_appeal ON reviews (appealId, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE parts',
      'DROP TABLE reviews',
      ...COLUMNS.map((column) => `ALTER TABLE appeals DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}
