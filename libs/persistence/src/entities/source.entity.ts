import type { ChannelName, Instant, Source } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A door by its full name, as the office keeps the list. */
@Entity('sources')
@Index('sources_by_name', ['name'], { unique: true })
export class SourceEntity implements Source {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  /** How appeals from there usually come in. */
  @Column({ type: 'varchar', length: 12 })
  channel: ChannelName;

  @Column({ type: 'boolean' })
  confidential: boolean;

  @Column({ type: 'boolean' })
  active: boolean;

  @Column({ type: 'varchar', length: 300 })
  note: string;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 24 })
  changedAt: Instant;
}
