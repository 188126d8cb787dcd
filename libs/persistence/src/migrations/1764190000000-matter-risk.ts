import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** One assessment that stands in the file of each appeal of a matter. */
export class MatterRisk1764190000000 implements MigrationInterface {
  name = 'MatterRisk1764190000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE risk_assessments ADD COLUMN sharedFrom integer',
      'CREATE INDEX risk_assessments_by_origin ON risk_assessments (sharedFrom, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const of = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON risk_assessments';
    await ddl(runner, [`DROP INDEX risk_assessments_by_origin${of}`, 'ALTER TABLE risk_assessments DROP COLUMN sharedFrom']);
  }
}
