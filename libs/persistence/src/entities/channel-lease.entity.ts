import type { Instant } from '@hub/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which process reads a channel. The token grows with every claim: whoever writes under an older one is refused. */
@Entity('channel_leases')
export class ChannelLeaseEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name: string;

  /** Null where nobody has it. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  owner: string | null;

  @Column({ type: 'int' })
  token: number;

  /** By the database's clock. */
  @Column({ type: 'varchar', length: 24 })
  leaseUntil: Instant;
}
