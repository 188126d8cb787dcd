import type { Instant, LetterState } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An answer owed to a complaint site: written in the transaction of the act that caused it, posted later by its courier. */
@Entity('site_replies')
@Index('site_replies_to_post', ['channel', 'state', 'nextAt', 'id'])
@Index('site_replies_by_state', ['state', 'id'])
@Index('site_replies_by_appeal', ['appealId'])
export class SiteReplyEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  /** What was said to the citizen, in the file. */
  @Column({ type: 'int' })
  messageId: number;

  /** Name of the channel in the settings. */
  @Column({ type: 'varchar', length: 60 })
  channel: string;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 100 })
  postId: string;

  @Column({ type: 'varchar', length: 2000 })
  url: string;

  /** By which it is known on the site; see `replyMark`. */
  @Column({ type: 'varchar', length: 60 })
  mark: string;

  /** What is posted, to the letter. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'varchar', length: 8 })
  state: LetterState;

  @Column({ type: 'int' })
  attempts: number;

  @Column({ type: 'varchar', length: 24 })
  nextAt: Instant;

  /** How often it was sent without our seeing what the site said to it, and when last. */
  @Column({ type: 'int' })
  doubts: number;

  @Column({ type: 'varchar', length: 24, nullable: true })
  doubtSince: Instant | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  leaseUntil: Instant | null;

  /** Fencing token: a courier that lost its lease cannot write its result. */
  @Column({ type: 'int' })
  leaseToken: number;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  sentAt: Instant | null;
}
