import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const COLUMNS = ['replyMissedOn varchar(10)', 'waitSince varchar(10)', 'extensionAsked boolean NOT NULL DEFAULT 0'];

/** Extensions of the reply day, the pause while the citizen is asked, the number that was called. */
export class Deadlines1764110000000 implements MigrationInterface {
  name = 'Deadlines1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...COLUMNS.map((column) => `ALTER TABLE appeals ADD COLUMN ${column}`),
      'ALTER TABLE contact_records ADD COLUMN called varchar(40)',
      `CREATE TABLE extensions (
        {id},
        appealId integer NOT NULL,
        reason varchar(1000) NOT NULL,
        oldDueOn varchar(10) NOT NULL,
        newDueOn varchar(10) NOT NULL,
        statutory boolean NOT NULL,
        askedById integer NOT NULL,
        askedBy varchar(60) NOT NULL,
        askedAt varchar(24) NOT NULL,
        state varchar(10) NOT NULL,
        decidedBy varchar(60),
        decidedAt varchar(24),
        words varchar(1000)
      ) {table}`,
      'CREATE INDEX extensions_by_appeal ON extensions (appealId, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE extensions',
      'ALTER TABLE contact_records DROP COLUMN called',
      ...COLUMNS.map((column) => `ALTER TABLE appeals DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}
