import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** The citizens' guide, version by version, and notices on top of the portal's pages. */
export class Guide1764289062000 implements MigrationInterface {
  name = 'Guide1764289062000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE guide_articles (
        {id},
        root integer NOT NULL,
        chapter varchar(12) NOT NULL,
        unitId varchar(40),
        year integer NOT NULL,
        title varchar(100) NOT NULL,
        text text NOT NULL,
        promise varchar(300) NOT NULL,
        state varchar(12) NOT NULL,
        preparedBy varchar(60) NOT NULL,
        signedBy varchar(60),
        signedAt varchar(24),
        publishedBy varchar(60),
        publishedAt varchar(24),
        changedAt varchar(24) NOT NULL,
        version integer NOT NULL
      ) {table}`,
      'CREATE INDEX guide_articles_by_state ON guide_articles (state, id)',
      'CREATE INDEX guide_articles_by_root ON guide_articles (root, id)',
      `CREATE TABLE site_notices (
        {id},
        text varchar(300) NOT NULL,
        shownFrom varchar(10) NOT NULL,
        shownUntil varchar(10) NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX site_notices_by_end ON site_notices (shownUntil, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE site_notices', 'DROP TABLE guide_articles']);
  }
}
