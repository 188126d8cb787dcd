import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Addresses of other systems, and what each is to be told. */
export class Webhooks1764287100000 implements MigrationInterface {
  name = 'Webhooks1764287100000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE webhook_subscriptions (
        {id},
        name varchar(60) NOT NULL,
        tokenId integer,
        url varchar(500) NOT NULL,
        events varchar(80) NOT NULL,
        sealedSecret text NOT NULL,
        active boolean NOT NULL,
        failures integer NOT NULL,
        openAt varchar(24) NOT NULL,
        leaseOwner varchar(60),
        leaseUntil varchar(24),
        leaseToken integer NOT NULL,
        lastError varchar(500),
        lastOkAt varchar(24),
        createdBy varchar(60) NOT NULL,
        createdAt varchar(24) NOT NULL
      ) {table}`,
      `CREATE TABLE webhook_deliveries (
        {id},
        subscriptionId integer NOT NULL,
        eventId varchar(40) NOT NULL,
        event varchar(20) NOT NULL,
        appealId integer NOT NULL,
        body varchar(1000) NOT NULL,
        state varchar(8) NOT NULL,
        attempts integer NOT NULL,
        nextAt varchar(24) NOT NULL,
        lastError varchar(500),
        createdAt varchar(24) NOT NULL,
        sentAt varchar(24)
      ) {table}`,
      'CREATE INDEX webhook_deliveries_to_send ON webhook_deliveries (subscriptionId, state, nextAt, id)',
      'CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (state, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE webhook_deliveries', 'DROP TABLE webhook_subscriptions']);
  }
}
