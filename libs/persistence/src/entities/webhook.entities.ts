import type { DeliveryState, Instant, WebhookEvent } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An address of another system that is told what becomes of appeals, and how it fares. */
@Entity('webhook_subscriptions')
export class WebhookSubscriptionEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** Told of what this system handed in and of nothing else; null: of all that is not guarded. */
  @Column({ type: 'int', nullable: true })
  tokenId: number | null;

  @Column({ type: 'varchar', length: 500 })
  url: string;

  /** Between blanks. */
  @Column({ type: 'varchar', length: 80 })
  events: string;

  /** By which the body is signed. */
  @Column({ type: 'text' })
  sealedSecret: string;

  @Column({ type: 'boolean' })
  active: boolean;

  /** Failures one after another; nothing is sent before `openAt`. */
  @Column({ type: 'int' })
  failures: number;

  @Column({ type: 'varchar', length: 24 })
  openAt: Instant;

  @Column({ type: 'varchar', length: 60, nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  leaseUntil: Instant | null;

  /** Fencing token: whoever lost the lease cannot write a result. */
  @Column({ type: 'int' })
  leaseToken: number;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  lastOkAt: Instant | null;

  @Column({ type: 'varchar', length: 60 })
  createdBy: string;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}

/** One event for one address, written in the transaction of what happened and sent later. */
@Entity('webhook_deliveries')
@Index('webhook_deliveries_to_send', ['subscriptionId', 'state', 'nextAt', 'id'])
@Index('webhook_deliveries_by_state', ['state', 'id'])
export class WebhookDeliveryEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  subscriptionId: number;

  /** The same over all tries. */
  @Column({ type: 'varchar', length: 40 })
  eventId: string;

  @Column({ type: 'varchar', length: 20 })
  event: WebhookEvent;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 1000 })
  body: string;

  @Column({ type: 'varchar', length: 8 })
  state: DeliveryState;

  @Column({ type: 'int' })
  attempts: number;

  @Column({ type: 'varchar', length: 24 })
  nextAt: Instant;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  sentAt: Instant | null;
}
