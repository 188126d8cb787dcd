import type { Instant } from '@hub/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How letters to one domain, or answers to one complaint site, fare: one at a time, at its pace, and a rest after it has refused for now. */
@Entity('outbox_domains')
export class OutboxDomainEntity {
  /** Keyed hash of the domain or of the site's channel, or `server` for the mail server by which all letters go. */
  @PrimaryColumn({ type: 'varchar', length: 22 })
  domainKey: string;

  /** Nothing is handed over before. */
  @Column({ type: 'varchar', length: 24 })
  openAt: Instant;

  /** Refusals for now, one after another. */
  @Column({ type: 'int' })
  failures: number;

  @Column({ type: 'varchar', length: 60, nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  leaseUntil: Instant | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;
}
