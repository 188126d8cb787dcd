import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Entries that are begun at the desk. */
export class DeskDrafts1764285000000 implements MigrationInterface {
  name = 'DeskDrafts1764285000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE desk_drafts (
        {id},
        staffId integer NOT NULL,
        draftKey varchar(36) NOT NULL,
        sealed text NOT NULL,
        startedAt varchar(24) NOT NULL,
        savedAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX desk_drafts_by_key ON desk_drafts (staffId, draftKey)',
      'CREATE INDEX desk_drafts_by_save ON desk_drafts (savedAt)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE desk_drafts']);
  }
}
