import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Letters that have a look besides their text. */
export class LetterHtml1764230000000 implements MigrationInterface {
  name = 'LetterHtml1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE messages ADD COLUMN hasHtml boolean NOT NULL DEFAULT 0']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE messages DROP COLUMN hasHtml']);
  }
}
