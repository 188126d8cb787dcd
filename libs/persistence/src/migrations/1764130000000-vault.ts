import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const COLUMNS = [
  'targetUnitId varchar(40)',
  'aboutConduct boolean NOT NULL DEFAULT 0',
  "guard varchar(50) NOT NULL DEFAULT ''",
  "named varchar(300) NOT NULL DEFAULT ''",
];

/** The orders of the queue, with the guard at their end: what a person may not know of is passed over within the index. */
const ORDERS: readonly (readonly [name: string, columns: string])[] = [
  ['appeals_by_due', 'open, dueOn, id'],
  ['appeals_by_receipt', 'open, receivedAt, id'],
  ['appeals_by_change', 'open, changedAt, id'],
  ['appeals_by_status', 'status, dueOn, id'],
];

/** Who may know of a guarded appeal, the chain of everything that was done, keys that outlive the secret. */
export class Vault1764130000000 implements MigrationInterface {
  name = 'Vault1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...COLUMNS.map((column) => `ALTER TABLE appeals ADD COLUMN ${column}`),
      `UPDATE appeals SET guard = 'confidential' WHERE secrecy = 'confidential'`,
      ...ORDERS.flatMap(([name, columns]) => [dropIndex(runner, name), `CREATE INDEX ${name} ON appeals (${columns}, guard)`]),
      'ALTER TABLE intake_items RENAME COLUMN record TO sealedRecord',
      `ALTER TABLE persons ADD COLUMN idNumberIndex varchar(44)`,
      `CREATE INDEX persons_by_id_number ON persons (idNumberIndex)`,
      `CREATE TABLE named_staff (
        {id},
        appealId integer NOT NULL,
        userId integer NOT NULL,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL,
        reason varchar(500) NOT NULL
      ) {table}`,
      `CREATE UNIQUE INDEX named_staff_once ON named_staff (userId, appealId)`,
      `CREATE INDEX named_staff_by_appeal ON named_staff (appealId)`,
      `CREATE TABLE audit_entries (
        sequence integer PRIMARY KEY NOT NULL,
        at varchar(24) NOT NULL,
        actorId integer,
        actorName varchar(60) NOT NULL,
        action varchar(60) NOT NULL,
        subject varchar(80) NOT NULL,
        detail text NOT NULL,
        previousHash varchar(64) NOT NULL,
        hash varchar(64) NOT NULL
      ) {table}`,
      `CREATE INDEX audit_entries_by_subject ON audit_entries (subject, sequence)`,
      `CREATE INDEX audit_entries_by_actor ON audit_entries (actorId, sequence)`,
      `CREATE INDEX audit_entries_by_action ON audit_entries (action, sequence)`,
      `CREATE TABLE audit_heads (
        name varchar(20) PRIMARY KEY NOT NULL,
        sequence integer NOT NULL,
        hash varchar(64) NOT NULL
      ) {table}`,
      `INSERT INTO audit_heads (name, sequence, hash) VALUES ('chain', 0, '${'0'.repeat(64)}')`,
      `CREATE TABLE vault_keys (
        name varchar(20) PRIMARY KEY NOT NULL,
        sealed text NOT NULL
      ) {table}`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'DROP TABLE named_staff',
      'DROP TABLE audit_entries',
      'DROP TABLE audit_heads',
      'DROP TABLE vault_keys',
      'ALTER TABLE intake_items RENAME COLUMN sealedRecord TO record',
      dropIndex(runner, 'persons_by_id_number', 'persons'),
      'ALTER TABLE persons DROP COLUMN idNumberIndex',
      ...ORDERS.flatMap(([name, columns]) => [dropIndex(runner, name), `CREATE INDEX ${name} ON appeals (${columns})`]),
      ...COLUMNS.map((column) => `ALTER TABLE appeals DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}

const dropIndex = (runner: QueryRunner, name: string, table = 'appeals'): string =>
  `DROP INDEX ${name}${runner.dataSource.options.type === 'better-sqlite3' ? '' : ` ON ${table}`}`;
