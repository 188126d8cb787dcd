import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What a person sees of a letter that waits for him. */
export class HeldLetters1764282000000 implements MigrationInterface {
  name = 'HeldLetters1764282000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE intake_items ADD COLUMN sealedGlance text NULL']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE intake_items DROP COLUMN sealedGlance']);
  }
}
