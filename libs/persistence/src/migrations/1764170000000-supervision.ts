import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

const COLUMNS = [
  'warnedLevel integer NOT NULL DEFAULT 0',
  'supervised boolean NOT NULL DEFAULT 0',
  'openOrders integer NOT NULL DEFAULT 0',
  'unansweredOrders integer NOT NULL DEFAULT 0',
  'suggestedOrders integer NOT NULL DEFAULT 0',
  'riskLevel varchar(8)',
  'riskUnsigned boolean NOT NULL DEFAULT 0',
];

/** Supervision orders, notices to staff, revisits, risk assessments. */
export class Supervision1764170000000 implements MigrationInterface {
  name = 'Supervision1764170000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...COLUMNS.map((column) => `ALTER TABLE appeals ADD COLUMN ${column}`),
      `CREATE INDEX appeals_by_warning ON appeals (open, warnedLevel, dueOn, id)`,
      `CREATE INDEX appeals_by_supervision ON appeals (supervised, open, dueOn, id)`,
      `CREATE TABLE supervision_orders (
        {id},
        appealId integer NOT NULL,
        number varchar(60),
        state varchar(12) NOT NULL,
        ground varchar(20) NOT NULL,
        reason varchar(1000) NOT NULL,
        demand varchar(2000) NOT NULL,
        dueOn varchar(10) NOT NULL,
        warnedLevel integer NOT NULL,
        unitId varchar(40),
        suggestedAt varchar(24),
        issuedById integer,
        issuedBy varchar(60),
        enteredBy varchar(60),
        issuedAt varchar(24),
        reminders integer NOT NULL,
        remindedAt varchar(24),
        answer text,
        answeredBy varchar(60),
        answeredAt varchar(24),
        closedBy varchar(60),
        closedAt varchar(24),
        closingWords varchar(1000)
      ) {table}`,
      `CREATE INDEX supervision_orders_by_appeal ON supervision_orders (appealId, id)`,
      `CREATE UNIQUE INDEX supervision_orders_by_number ON supervision_orders (number)`,
      `CREATE INDEX supervision_orders_by_state ON supervision_orders (state, dueOn, id)`,
      `CREATE INDEX supervision_orders_by_warning ON supervision_orders (state, warnedLevel, dueOn, id)`,
      `CREATE INDEX supervision_orders_by_issue ON supervision_orders (issuedAt)`,
      `CREATE TABLE notices (
        {id},
        userId integer NOT NULL,
        kind varchar(12) NOT NULL,
        appealId integer NOT NULL,
        text varchar(300) NOT NULL,
        at varchar(24) NOT NULL,
        readAt varchar(24)
      ) {table}`,
      `CREATE INDEX notices_by_user ON notices (userId, id)`,
      `CREATE INDEX notices_unread ON notices (userId, readAt, id)`,
      `CREATE TABLE revisit_tasks (
        {id},
        appealId integer NOT NULL,
        reason varchar(12) NOT NULL,
        dueOn varchar(10) NOT NULL,
        state varchar(12) NOT NULL,
        assigneeId integer,
        tries integer NOT NULL,
        phoneIndex varchar(44),
        createdAt varchar(24) NOT NULL,
        settledAt varchar(24)
      ) {table}`,
      `CREATE INDEX revisit_tasks_by_appeal ON revisit_tasks (appealId, id)`,
      `CREATE INDEX revisit_tasks_by_state ON revisit_tasks (state, dueOn, id)`,
      `CREATE INDEX revisit_tasks_by_phone ON revisit_tasks (phoneIndex, settledAt)`,
      `CREATE TABLE revisit_tries (
        {id},
        taskId integer NOT NULL,
        at varchar(24) NOT NULL,
        byName varchar(60) NOT NULL,
        outcome varchar(16) NOT NULL,
        phone varchar(40) NOT NULL
      ) {table}`,
      `CREATE INDEX revisit_tries_by_task ON revisit_tries (taskId, id)`,
      `CREATE TABLE revisit_records (
        {id},
        appealId integer NOT NULL,
        taskId integer NOT NULL,
        at varchar(24) NOT NULL,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        method varchar(8) NOT NULL,
        outcome varchar(12) NOT NULL,
        solved varchar(8),
        efficiency integer,
        openness integer,
        charges integer,
        service integer,
        integrity integer,
        answers text NOT NULL,
        words varchar(2000) NOT NULL
      ) {table}`,
      `CREATE INDEX revisit_records_by_appeal ON revisit_records (appealId, id)`,
      `CREATE INDEX revisit_records_by_at ON revisit_records (at)`,
      `CREATE TABLE risk_assessments (
        {id},
        appealId integer NOT NULL,
        matterId integer,
        version integer NOT NULL,
        factors text NOT NULL,
        score integer NOT NULL,
        level varchar(8) NOT NULL,
        looker varchar(16) NOT NULL,
        measures varchar(2000) NOT NULL,
        byId integer NOT NULL,
        byName varchar(60) NOT NULL,
        at varchar(24) NOT NULL,
        signedBy varchar(60),
        signedAt varchar(24),
        remark varchar(1000)
      ) {table}`,
      `CREATE UNIQUE INDEX risk_assessments_by_appeal ON risk_assessments (appealId, version)`,
      `CREATE INDEX risk_assessments_by_matter ON risk_assessments (matterId, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['supervision_orders', 'notices', 'revisit_tasks', 'revisit_tries', 'revisit_records', 'risk_assessments'];
    await ddl(runner, [
      ...tables.map((table) => `DROP TABLE ${table}`),
      `DROP INDEX appeals_by_warning${onAppeals(runner)}`,
      `DROP INDEX appeals_by_supervision${onAppeals(runner)}`,
      ...COLUMNS.map((column) => `ALTER TABLE appeals DROP COLUMN ${column.split(' ')[0]}`),
    ]);
  }
}

const onAppeals = (runner: QueryRunner): string => (runner.dataSource.options.type === 'better-sqlite3' ? '' : ' ON appeals');
