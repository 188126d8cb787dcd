import type { Day, ExtensionState, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A wish to answer later (延期), and what a leader made of it. */
@Entity('extensions')
@Index('extensions_by_appeal', ['appealId', 'id'])
export class ExtensionEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 1000 })
  reason: string;

  /** The reply day when it was asked for, and the one asked for. */
  @Column({ type: 'varchar', length: 10 })
  oldDueOn: Day;

  @Column({ type: 'varchar', length: 10 })
  newDueOn: Day;

  /** Goes beyond the day to finish by law, and so moves that too. */
  @Column({ type: 'boolean' })
  statutory: boolean;

  @Column({ type: 'int' })
  askedById: number;

  @Column({ type: 'varchar', length: 60 })
  askedBy: string;

  @Column({ type: 'varchar', length: 24 })
  askedAt: Instant;

  @Column({ type: 'varchar', length: 10 })
  state: ExtensionState;

  @Column({ type: 'varchar', length: 60, nullable: true })
  decidedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  decidedAt: Instant | null;

  @Column({ type: 'varchar', length: 1000, nullable: true })
  words: string | null;
}
