import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Who found out about a letter's sender, and when it is to be tried again. */
export class SenderBy1764280000000 implements MigrationInterface {
  name = 'SenderBy1764280000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE messages ADD COLUMN senderBy varchar(8) NULL',
      'ALTER TABLE messages ADD COLUMN senderDueAt varchar(24) NULL',
      `UPDATE messages SET senderBy = 'server' WHERE sender IN ('verified', 'failed')`,
      'CREATE INDEX messages_by_sender_due ON messages (senderDueAt)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const onMessages = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON messages';
    await ddl(runner, [
      `DROP INDEX messages_by_sender_due${onMessages}`,
      'ALTER TABLE messages DROP COLUMN senderBy',
      'ALTER TABLE messages DROP COLUMN senderDueAt',
    ]);
  }
}
