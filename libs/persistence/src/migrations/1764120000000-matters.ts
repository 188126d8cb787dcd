import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const INDEXES: readonly (readonly [name: string, columns: string])[] = [
  ['appeals_by_matter', 'matterId, id'],
  ['appeals_by_site', 'siteId, receivedAt, id'],
  ['appeals_by_street', 'street, open, receivedAt, id'],
];

/** Matters behind appeals, the sites that they are about, control at the source. */
export class Matters1764120000000 implements MigrationInterface {
  name = 'Matters1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE appeals ADD COLUMN matterId integer',
      'ALTER TABLE appeals ADD COLUMN siteId integer',
      'ALTER TABLE site_records ADD COLUMN sharedFrom integer',
      ...INDEXES.map(([name, columns]) => `CREATE INDEX ${name} ON appeals (${columns})`),
      `CREATE TABLE matters (
        {id},
        number varchar(20) NOT NULL,
        title varchar(120) NOT NULL,
        siteId integer,
        unitId varchar(40),
        openedAt varchar(24) NOT NULL,
        openedById integer NOT NULL,
        openedByName varchar(60) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX matters_by_number ON matters (number)',
      'CREATE INDEX matters_by_site ON matters (siteId, id)',
      `CREATE TABLE sites (
        {id},
        nameKey varchar(60) NOT NULL,
        kind varchar(12) NOT NULL,
        name varchar(120) NOT NULL,
        address varchar(200) NOT NULL,
        street varchar(40),
        createdAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX sites_by_key ON sites (nameKey)',
      `CREATE TABLE site_measures (
        {id},
        siteId integer NOT NULL,
        taskId integer,
        measure varchar(2000) NOT NULL,
        owner varchar(60) NOT NULL,
        dueOn varchar(10) NOT NULL,
        proof varchar(2000),
        proofHash varchar(64),
        doneAt varchar(24),
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL
      ) {table}`,
      'CREATE INDEX site_measures_by_site ON site_measures (siteId, id)',
      `CREATE TABLE source_control_tasks (
        {id},
        siteId integer NOT NULL,
        openedAt varchar(24) NOT NULL,
        appealIds text NOT NULL,
        unitId varchar(40),
        dueOn varchar(10) NOT NULL,
        state varchar(8) NOT NULL,
        doneAt varchar(24)
      ) {table}`,
      'CREATE INDEX source_control_tasks_by_site ON source_control_tasks (siteId, state)',
      'CREATE INDEX source_control_tasks_by_state ON source_control_tasks (state, dueOn, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    await ddl(runner, [
      'DROP TABLE source_control_tasks',
      'DROP TABLE site_measures',
      'DROP TABLE sites',
      'DROP TABLE matters',
      ...INDEXES.map(([name]) => `DROP INDEX ${name}${sqlite ? '' : ' ON appeals'}`),
      'ALTER TABLE site_records DROP COLUMN sharedFrom',
      'ALTER TABLE appeals DROP COLUMN siteId',
      'ALTER TABLE appeals DROP COLUMN matterId',
    ]);
  }
}
