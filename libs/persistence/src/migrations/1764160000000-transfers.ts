import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const APPEALS = [
  'transferBounces integer NOT NULL DEFAULT 0',
  'transferFinal boolean NOT NULL DEFAULT 0',
  'transferReplied boolean NOT NULL DEFAULT 0',
];
const TRANSFERS = [
  "delivery varchar(8) NOT NULL DEFAULT 'mail'",
  'designated boolean NOT NULL DEFAULT 0',
  'consent varchar(500)',
  'outboxId integer',
  'linkNonce varchar(32)',
  'linkHash varchar(64)',
  'linkUntil varchar(10)',
  'remindOn varchar(10)',
  'officer varchar(60)',
  'officerPhone varchar(40)',
  'receivedAt varchar(24)',
  'objection text',
  'objectedAt varchar(24)',
  'reply text',
  'repliedAt varchar(24)',
  'replyMessageId integer',
];
const INDEXES = [
  ['UNIQUE INDEX', 'transfers_by_link', '(linkHash)'],
  ['INDEX', 'transfers_by_state', '(state, id)'],
  ['INDEX', 'transfers_by_department', '(departmentId, id)'],
  ['INDEX', 'transfers_to_remind', '(remindOn, id)'],
] as const;

/** A transfer's receipt, objection, answer, link, copies and reminders. */
export class Transfers1764160000000 implements MigrationInterface {
  name = 'Transfers1764160000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...APPEALS.map((column) => `ALTER TABLE appeals ADD COLUMN ${column}`),
      ...TRANSFERS.map((column) => `ALTER TABLE transfers ADD COLUMN ${column}`),
      ...INDEXES.map(([kind, name, columns]) => `CREATE ${kind} ${name} ON transfers ${columns}`),
      `CREATE TABLE transfer_reminders (
        {id},
        transferId integer NOT NULL,
        kind varchar(8) NOT NULL,
        day varchar(10) NOT NULL,
        at varchar(24) NOT NULL
      ) {table}`,
      `CREATE UNIQUE INDEX transfer_reminders_by_day ON transfer_reminders (transferId, kind, day)`,
      `CREATE TABLE transfer_files (
        {id},
        transferId integer NOT NULL,
        name varchar(255) NOT NULL,
        mediaType varchar(100) NOT NULL,
        size integer NOT NULL,
        fileHash varchar(64) NOT NULL
      ) {table}`,
      `CREATE INDEX transfer_files_by_transfer ON transfer_files (transferId, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const on = runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON transfers';
    await ddl(runner, [
      'DROP TABLE transfer_reminders',
      'DROP TABLE transfer_files',
      ...INDEXES.map(([, name]) => `DROP INDEX ${name}${on}`),
      ...TRANSFERS.map((column) => `ALTER TABLE transfers DROP COLUMN ${column.split(' ')[0]}`),
      ...APPEALS.map((column) => `ALTER TABLE appeals DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}
