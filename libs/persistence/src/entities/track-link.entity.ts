import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link that opens the page of an appeal once; the secret itself stands in the letter only. */
@Entity('track_links')
@Index('track_links_by_until', ['until'])
export class TrackLinkEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash: string;

  /** 0 where number and address did not belong together: such a link was sent to nobody and opens nothing. */
  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 24 })
  until: Instant;
}
