import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Which process reads a channel, and by what a letter is known again. */
export class Mailbox1764200000000 implements MigrationInterface {
  name = 'Mailbox1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE channel_leases (
        name varchar(60) PRIMARY KEY NOT NULL,
        owner varchar(120),
        token integer NOT NULL,
        leaseUntil varchar(24) NOT NULL
      ) {table}`,
      `ALTER TABLE intake_items ADD COLUMN messageIdHash varchar(22)`,
      `ALTER TABLE intake_items ADD COLUMN backfilled boolean NOT NULL DEFAULT 0`,
      `CREATE INDEX intake_items_by_file ON intake_items (fileHash)`,
      `CREATE INDEX intake_items_by_message_id ON intake_items (messageIdHash)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const onItems = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON intake_items';
    await ddl(runner, [
      `DROP INDEX intake_items_by_message_id${onItems}`,
      `DROP INDEX intake_items_by_file${onItems}`,
      `ALTER TABLE intake_items DROP COLUMN backfilled`,
      `ALTER TABLE intake_items DROP COLUMN messageIdHash`,
      `DROP TABLE channel_leases`,
    ]);
  }
}
