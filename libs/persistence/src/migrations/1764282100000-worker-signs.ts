import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Which workers live, whether a channel hears of new letters by itself, and when it last brought one. */
export class WorkerSigns1764282100000 implements MigrationInterface {
  name = 'WorkerSigns1764282100000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE channel_states ADD COLUMN listens boolean NULL',
      'ALTER TABLE channel_states ADD COLUMN lastTakenAt varchar(24) NULL',
      `CREATE TABLE worker_signs (
        owner varchar(120) NOT NULL,
        aliveUntil varchar(24) NOT NULL,
        PRIMARY KEY (owner)
      ) {table}`,
      'CREATE INDEX worker_signs_by_time ON worker_signs (aliveUntil)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE worker_signs',
      'ALTER TABLE channel_states DROP COLUMN lastTakenAt',
      'ALTER TABLE channel_states DROP COLUMN listens',
    ]);
  }
}
