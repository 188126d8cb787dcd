import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const ENDS = "('closed', 'archived', 'withdrawn', 'not-accepted', 'discarded')";

/** When an appeal came to its end, and the counts of each day's appeals. */
export class DayCounts1764289070000 implements MigrationInterface {
  name = 'DayCounts1764289070000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE appeals ADD COLUMN endedAt varchar(24)',
      `UPDATE appeals SET endedAt = (SELECT MAX(h.at) FROM history_lines h
         WHERE h.appealId = appeals.id AND h.toStatus IN ${ENDS} AND h.fromStatus NOT IN ${ENDS})
       WHERE status IN ${ENDS}`,
      `CREATE TABLE day_counts (
        receivedOn varchar(10) NOT NULL,
        slice varchar(10) NOT NULL,
        fact varchar(20) NOT NULL,
        day varchar(10) NOT NULL,
        value varchar(60) NOT NULL,
        unitId varchar(40) NOT NULL,
        guard varchar(50) NOT NULL,
        n integer NOT NULL,
        PRIMARY KEY (receivedOn, slice, fact, day, value, unitId, guard)
      ) {keyed}`,
      'CREATE INDEX day_counts_by_day ON day_counts (slice, fact, day, value, unitId, guard, n)',
      `CREATE TABLE counted_days (
        receivedOn varchar(10) NOT NULL PRIMARY KEY,
        countedAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX counted_days_by_age ON counted_days (countedAt)',
      'CREATE TABLE count_mark (id integer NOT NULL PRIMARY KEY, countedTo varchar(24) NOT NULL) {table}',
      "INSERT INTO count_mark (id, countedTo) VALUES (1, '')",
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE count_mark',
      'DROP TABLE counted_days',
      'DROP TABLE day_counts',
      'ALTER TABLE appeals DROP COLUMN endedAt',
    ]);
  }
}
