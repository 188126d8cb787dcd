import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Whether a letter's sender is who he says. */
export class SenderCheck1764270000000 implements MigrationInterface {
  name = 'SenderCheck1764270000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE messages ADD COLUMN sender varchar(12) NULL']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE messages DROP COLUMN sender']);
  }
}
