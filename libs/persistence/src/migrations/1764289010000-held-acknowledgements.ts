import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Acknowledgements that wait are found by their appeal: what becomes confidential is worded anew. */
export class HeldAcknowledgements1764289010000 implements MigrationInterface {
  name = 'HeldAcknowledgements1764289010000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['CREATE INDEX owed_acknowledgements_by_appeal ON owed_acknowledgements (appealId)']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP INDEX owed_acknowledgements_by_appeal' +
        (runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON owed_acknowledgements'),
    ]);
  }
}
