import type { Day, SourceDetails } from '@hub/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member of staff wrote down beside the citizen's words; nothing in it says who the citizen is. */
@Entity('desk_entries')
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
}
