import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Official papers. */
export class Documents1764150000000 implements MigrationInterface {
  name = 'Documents1764150000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE documents (
        {id},
        appealId integer NOT NULL,
        kind varchar(24) NOT NULL,
        number varchar(60),
        version integer NOT NULL,
        state varchar(8) NOT NULL,
        supersedes integer,
        sealed text NOT NULL,
        revision integer NOT NULL,
        fileHash varchar(64) NOT NULL,
        templateHash varchar(64) NOT NULL,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL,
        issuedByName varchar(60),
        issuedAt varchar(24),
        voidReason varchar(500)
      ) {table}`,
      `CREATE INDEX documents_by_appeal ON documents (appealId, id)`,
      `CREATE UNIQUE INDEX documents_by_number ON documents (number, version)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE documents']);
  }
}
