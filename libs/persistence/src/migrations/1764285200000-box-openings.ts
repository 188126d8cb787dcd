import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Records of opened boxes, and what was registered from them. */
export class BoxOpenings1764285200000 implements MigrationInterface {
  name = 'BoxOpenings1764285200000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE box_openings (
        {id},
        source varchar(60) NOT NULL,
        place varchar(120) NOT NULL,
        openedAt varchar(24) NOT NULL,
        items integer NOT NULL,
        note varchar(500) NOT NULL,
        firstId integer NOT NULL,
        firstName varchar(60) NOT NULL,
        writtenAt varchar(24) NOT NULL,
        secondId integer NOT NULL,
        secondName varchar(60) NOT NULL,
        signedAt varchar(24)
      ) {table}`,
      'CREATE INDEX box_openings_by_second ON box_openings (secondId, id)',
      'ALTER TABLE desk_entries ADD COLUMN openingId integer',
      'CREATE INDEX desk_entries_by_opening ON desk_entries (openingId, appealId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const of = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON desk_entries';
    await ddl(runner, [
      `DROP INDEX desk_entries_by_opening${of}`,
      'ALTER TABLE desk_entries DROP COLUMN openingId',
      'DROP TABLE box_openings',
    ]);
  }
}
