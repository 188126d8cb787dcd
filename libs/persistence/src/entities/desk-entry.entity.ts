import type { Day, SourceDetails } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a member of staff wrote down beside the citizen's words; nothing in it says who the citizen is. */
@Entity('desk_entries')
@Index('desk_entries_by_opening', ['openingId', 'appealId'])
export class DeskEntryEntity {
  @PrimaryColumn('integer')
  appealId: number;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'simple-json' })
  details: SourceDetails;

  /** The day by which whoever sent it wants his answer. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  answerBy: Day | null;

  /** The opening of a box that it lay in. */
  @Column({ type: 'int', nullable: true })
  openingId: number | null;
}
