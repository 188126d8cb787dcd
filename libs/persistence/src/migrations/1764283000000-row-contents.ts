import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What each row of a log said when it came, so that a changed one is told from the same one. */
export class RowContents1764283000000 implements MigrationInterface {
  name = 'RowContents1764283000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE intake_items ADD COLUMN contentHash varchar(32)']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE intake_items DROP COLUMN contentHash']);
  }
}
