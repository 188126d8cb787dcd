import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An address to which nothing is sent: a letter to it came back, or its owner complained. */
@Entity('mail_blocks')
@Index('mail_blocks_by_email', ['emailIndex'], { unique: true })
export class MailBlockEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** Keyed hash of the address. */
  @Column({ type: 'varchar', length: 44 })
  emailIndex: string;

  /** The address itself, so that it can be found under the next key. */
  @Column({ type: 'text' })
  sealed: string;

  /** See `bounceReason`. */
  @Column({ type: 'varchar', length: 12 })
  reason: string;

  /** Null: until somebody puts the address right. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  until: Instant | null;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}
