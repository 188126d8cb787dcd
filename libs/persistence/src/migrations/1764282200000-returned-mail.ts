import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Appeals whose citizen cannot be written to are few, and found without looking at the others. */
export class ReturnedMail1764282200000 implements MigrationInterface {
  name = 'ReturnedMail1764282200000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['CREATE INDEX appeals_by_returned_mail ON appeals (mailReturned, id)']);
  }

  async down(runner: QueryRunner): Promise<void> {
    const table = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON appeals';
    await ddl(runner, [`DROP INDEX appeals_by_returned_mail${table}`]);
  }
}
