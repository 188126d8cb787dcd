import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried since its window began; of whom stands here only as a keyed hash. */
@Entity('tries')
@Index('tries_by_since', ['since'])
export class TryEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash: string;

  @Column({ type: 'varchar', length: 24 })
  since: Instant;

  @Column({ type: 'int' })
  count: number;
}
