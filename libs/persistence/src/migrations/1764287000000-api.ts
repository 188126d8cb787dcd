import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Tokens of other systems, and what each handed in. */
export class Api1764287000000 implements MigrationInterface {
  name = 'Api1764287000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE api_tokens (
        {id},
        name varchar(60) NOT NULL,
        tokenHash varchar(64) NOT NULL,
        ending varchar(8) NOT NULL,
        scopes varchar(80) NOT NULL,
        source varchar(60) NOT NULL,
        perMinute integer NOT NULL,
        expiresAt varchar(24),
        revokedAt varchar(24),
        lastUsedAt varchar(24),
        createdBy varchar(60) NOT NULL,
        createdAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX api_tokens_by_hash ON api_tokens (tokenHash)',
      `CREATE TABLE api_submissions (
        {id},
        tokenId integer NOT NULL,
        sourceKey varchar(190) NOT NULL,
        keyHash varchar(64),
        bodyHash varchar(64) NOT NULL,
        appealId integer,
        receivedAt varchar(24) NOT NULL,
        createdAt varchar(24) NOT NULL,
        serviceCode varchar(20),
        latitude varchar(24),
        longitude varchar(24)
      ) {table}`,
      'CREATE UNIQUE INDEX api_submissions_by_item ON api_submissions (sourceKey)',
      'CREATE UNIQUE INDEX api_submissions_by_key ON api_submissions (tokenId, keyHash)',
      'CREATE INDEX api_submissions_by_appeal ON api_submissions (appealId)',
      'CREATE INDEX api_submissions_by_receipt ON api_submissions (tokenId, receivedAt, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE api_submissions', 'DROP TABLE api_tokens']);
  }
}
