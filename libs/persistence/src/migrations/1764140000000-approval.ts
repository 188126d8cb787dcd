import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Approval in steps, versions of drafts, and texts that a second person lets leave. */
export class Approval1764140000000 implements MigrationInterface {
  name = 'Approval1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE appeals ADD COLUMN reviewStep varchar(16)',
      'ALTER TABLE appeals ADD COLUMN leaksAsked integer NOT NULL DEFAULT 0',
      `ALTER TABLE drafts ADD COLUMN byRole varchar(16) NOT NULL DEFAULT 'handler'`,
      // What waited for a word waits for the section head's.
      `UPDATE appeals SET reviewStep = 'section-head' WHERE status = 'in-review'
        AND id IN (SELECT appealId FROM drafts WHERE approvedBy IS NULL)`,
      `CREATE TABLE draft_versions (
        appealId integer NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL,
        PRIMARY KEY (appealId, version)
      ) {table}`,
      `CREATE TABLE draft_approvals (
        {id},
        appealId integer NOT NULL,
        draftVersion integer NOT NULL,
        step varchar(16) NOT NULL,
        decision varchar(12) NOT NULL,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL,
        reason varchar(1000) NOT NULL
      ) {table}`,
      'CREATE INDEX draft_approvals_by_draft ON draft_approvals (appealId, draftVersion, id)',
      `CREATE TABLE leak_reviews (
        {id},
        appealId integer NOT NULL,
        audience varchar(12) NOT NULL,
        textHash varchar(64) NOT NULL,
        text text NOT NULL,
        hits text NOT NULL,
        askedById integer NOT NULL,
        askedBy varchar(60) NOT NULL,
        askedAt varchar(24) NOT NULL,
        state varchar(8) NOT NULL,
        decidedBy varchar(60),
        decidedAt varchar(24),
        reason varchar(1000)
      ) {table}`,
      'CREATE INDEX leak_reviews_by_text ON leak_reviews (appealId, textHash)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE draft_versions',
      'DROP TABLE draft_approvals',
      'DROP TABLE leak_reviews',
      'ALTER TABLE drafts DROP COLUMN byRole',
      'ALTER TABLE appeals DROP COLUMN reviewStep',
      'ALTER TABLE appeals DROP COLUMN leaksAsked',
    ]);
  }
}
