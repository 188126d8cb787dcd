import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What lets another system speak to the interfaces. The token itself is 256 random bits and shown once; this row has its hash. */
@Entity('api_tokens')
@Index('api_tokens_by_hash', ['tokenHash'], { unique: true })
export class ApiTokenEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 64 })
  tokenHash: string;

  /** The last signs of the token, by which two are told apart. */
  @Column({ type: 'varchar', length: 8 })
  ending: string;

  /** Between blanks. */
  @Column({ type: 'varchar', length: 80 })
  scopes: string;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'int' })
  perMinute: number;

  @Column({ type: 'varchar', length: 24, nullable: true })
  expiresAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  revokedAt: Instant | null;

  /** To the hour, so that calls do not write. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  lastUsedAt: Instant | null;

  @Column({ type: 'varchar', length: 60 })
  createdBy: string;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}
