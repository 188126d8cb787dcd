import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Answers owed to complaint sites. */
export class SiteReplies1764289030000 implements MigrationInterface {
  name = 'SiteReplies1764289030000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE site_replies (
        {id},
        appealId integer NOT NULL,
        messageId integer NOT NULL,
        channel varchar(60) NOT NULL,
        source varchar(60) NOT NULL,
        postId varchar(100) NOT NULL,
        url varchar(2000) NOT NULL,
        mark varchar(60) NOT NULL,
        body text NOT NULL,
        state varchar(8) NOT NULL,
        attempts integer NOT NULL,
        nextAt varchar(24) NOT NULL,
        doubts integer NOT NULL,
        doubtSince varchar(24),
        leaseOwner varchar(60),
        leaseUntil varchar(24),
        leaseToken integer NOT NULL,
        lastError varchar(500),
        createdAt varchar(24) NOT NULL,
        sentAt varchar(24)
      ) {table}`,
      'CREATE INDEX site_replies_to_post ON site_replies (channel, state, nextAt, id)',
      'CREATE INDEX site_replies_by_state ON site_replies (state, id)',
      'CREATE INDEX site_replies_by_appeal ON site_replies (appealId)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE site_replies']);
  }
}
