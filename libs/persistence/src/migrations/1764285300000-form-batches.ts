import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Opinion forms in batches, each sheet entered by two. */
export class FormBatches1764285300000 implements MigrationInterface {
  name = 'FormBatches1764285300000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE form_batches (
        {id},
        name varchar(120) NOT NULL,
        questions text NOT NULL,
        sheets integer NOT NULL,
        byName varchar(60) NOT NULL,
        createdAt varchar(24) NOT NULL
      ) {table}`,
      `CREATE TABLE form_sheets (
        {id},
        batchId integer NOT NULL,
        sheet integer NOT NULL,
        state varchar(12) NOT NULL,
        firstId integer NOT NULL,
        firstName varchar(60) NOT NULL,
        secondName varchar(60),
        sealed text NOT NULL,
        number varchar(24)
      ) {table}`,
      'CREATE UNIQUE INDEX form_sheets_by_batch ON form_sheets (batchId, sheet)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE form_sheets', 'DROP TABLE form_batches']);
  }
}
