import type { Box, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That two people opened a box together, and how many slips they counted (开箱记录). */
@Entity('box_openings')
@Index('box_openings_by_second', ['secondId', 'id'])
export class BoxOpeningEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  source: Box;

  @Column({ type: 'varchar', length: 120 })
  place: string;

  @Column({ type: 'varchar', length: 24 })
  openedAt: Instant;

  @Column({ type: 'int' })
  items: number;

  @Column({ type: 'varchar', length: 500 })
  note: string;

  @Column({ type: 'int' })
  firstId: number;

  @Column({ type: 'varchar', length: 60 })
  firstName: string;

  /** Writing the record is the first one's signature. */
  @Column({ type: 'varchar', length: 24 })
  writtenAt: Instant;

  @Column({ type: 'int' })
  secondId: number;

  @Column({ type: 'varchar', length: 60 })
  secondName: string;

  @Column({ type: 'varchar', length: 24, nullable: true })
  signedAt: Instant | null;
}
