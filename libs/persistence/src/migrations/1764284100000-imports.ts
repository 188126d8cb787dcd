import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Imports of logs, and what people decided about their columns. */
export class Imports1764284100000 implements MigrationInterface {
  name = 'Imports1764284100000';

  async up(runner: QueryRunner): Promise<void> {
    const counts = ['position', 'added', 'changed', 'same', 'waiting', 'rejected'];
    await ddl(runner, [
      `CREATE TABLE imports (
        {id},
        source varchar(60) NOT NULL,
        fileName varchar(255) NOT NULL,
        fileHash varchar(64) NOT NULL,
        size integer NOT NULL,
        state varchar(8) NOT NULL,
        corrections text NOT NULL,
        layout text NOT NULL,
        rowCount integer NOT NULL,
        ${counts.map((name) => `${name} integer NOT NULL`).join(', ')},
        trouble varchar(500),
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        createdAt varchar(24) NOT NULL,
        startedAt varchar(24),
        endedAt varchar(24),
        version integer NOT NULL
      ) {table}`,
      'CREATE INDEX imports_by_state ON imports (state, id)',
      'CREATE INDEX imports_by_source ON imports (source, state, id)',
      'CREATE INDEX imports_by_file ON imports (fileHash)',
      `CREATE TABLE source_columns (
        {id},
        source varchar(60) NOT NULL,
        heading varchar(60) NOT NULL,
        field varchar(12),
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX source_columns_once ON source_columns (source, heading)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE source_columns', 'DROP TABLE imports']);
  }
}
