import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Files that wait to be searched for viruses, and those in which one was found. */
export class FileScans1764289041000 implements MigrationInterface {
  name = 'FileScans1764289041000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE file_scans (
        fileHash varchar(64) NOT NULL PRIMARY KEY,
        state varchar(10) NOT NULL,
        since varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX file_scans_by_state ON file_scans (state, since)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE file_scans']);
  }
}
