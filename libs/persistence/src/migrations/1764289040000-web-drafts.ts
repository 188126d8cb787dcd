import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What citizens have begun to write on the portal. */
export class WebDrafts1764289040000 implements MigrationInterface {
  name = 'WebDrafts1764289040000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE web_drafts (
        {id},
        ownerHash varchar(64) NOT NULL,
        draftKey varchar(16) NOT NULL,
        sealed text NOT NULL,
        startedAt varchar(24) NOT NULL,
        expiresAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX web_drafts_by_key ON web_drafts (ownerHash, draftKey)',
      'CREATE INDEX web_drafts_by_end ON web_drafts (expiresAt)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE web_drafts']);
  }
}
