import type { Day, Instant, Rating, RatingScore, Satisfaction, Solved } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What a citizen said of one answer; a message that is rated is rated once. */
@Entity('ratings')
@Index('ratings_by_message', ['messageId'], { unique: true })
@Index('ratings_by_appeal', ['appealId', 'id'])
@Index('ratings_by_at', ['at'])
export class RatingEntity implements Omit<Rating, 'scores'> {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  /** The answer. */
  @Column({ type: 'int' })
  messageId: number;

  /** Which unit had answered, or which outside department; the appeal may be elsewhere since. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  departmentId: string | null;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  /** By the link of the letter, or on the page of the appeal. */
  @Column({ type: 'varchar', length: 8 })
  door: 'letter' | 'page';

  @Column({ type: 'varchar', length: 8 })
  solved: Solved;

  @Column({ type: 'varchar', length: 12 })
  satisfaction: Satisfaction;

  /** Each 1 to 5; 0 for 不了解, which is no mark; null where he left it out. */
  @Column({ type: 'int', nullable: true })
  efficiency: RatingScore | null;

  @Column({ type: 'int', nullable: true })
  openness: RatingScore | null;

  @Column({ type: 'int', nullable: true })
  charges: RatingScore | null;

  @Column({ type: 'int', nullable: true })
  service: RatingScore | null;

  @Column({ type: 'int', nullable: true })
  integrity: RatingScore | null;

  @Column({ type: 'varchar', length: 1000 })
  words: string;

  @Column({ type: 'boolean' })
  reopen: boolean;
}

/** The link in the letter of an answer; the secret itself stands in the letter only. */
@Entity('rating_links')
@Index('rating_links_by_message', ['messageId'])
export class RatingLinkEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash: string;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'int' })
  messageId: number;

  /** The last day on which it works. */
  @Column({ type: 'varchar', length: 10 })
  until: Day;
}
