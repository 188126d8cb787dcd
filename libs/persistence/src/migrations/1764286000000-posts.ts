import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** What is remembered of the posts of complaint sites, and of their lists. */
export class Posts1764286000000 implements MigrationInterface {
  name = 'Posts1764286000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE posts (
        sourceKey varchar(190) NOT NULL PRIMARY KEY,
        channel varchar(60) NOT NULL,
        postId varchar(100) NOT NULL,
        url varchar(2000) NOT NULL,
        appealId integer,
        hash varchar(64) NOT NULL,
        version integer NOT NULL,
        etag varchar(200),
        lastModified varchar(60),
        registeredAt varchar(24) NOT NULL,
        lookedAt varchar(24) NOT NULL,
        goneAt varchar(24)
      ) {table}`,
      'CREATE INDEX posts_by_look ON posts (channel, lookedAt)',
      'CREATE INDEX posts_by_receipt ON posts (channel, goneAt, registeredAt)',
      'CREATE INDEX posts_by_appeal ON posts (appealId)',
      `CREATE TABLE post_lists (
        channel varchar(60) NOT NULL PRIMARY KEY,
        url varchar(2000) NOT NULL,
        etag varchar(200),
        lastModified varchar(60)
      ) {table}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE post_lists', 'DROP TABLE posts']);
  }
}
