import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** A source's appeals in the order of their receipt, and by the source's own number. */
export class AppealsBySource1764284200000 implements MigrationInterface {
  name = 'AppealsBySource1764284200000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['CREATE INDEX appeals_by_source ON appeals (source, receivedAt, id)']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP INDEX appeals_by_source' + (runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON appeals'),
    ]);
  }
}
