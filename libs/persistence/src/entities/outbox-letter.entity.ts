import type { Instant, LetterKind, LetterState } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A letter that the bureau owes someone: written in the transaction of the act that caused it, sent later by the courier. */
@Entity('outbox_letters')
@Index('outbox_letters_to_send', ['state', 'domainKey', 'automated', 'nextAt', 'id'])
@Index('outbox_letters_by_state', ['state', 'id'])
@Index('outbox_letters_by_appeal', ['appealId'])
@Index('outbox_letters_by_message_id', ['messageId'], { unique: true })
export class OutboxLetterEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int', nullable: true })
  appealId: number | null;

  @Column({ type: 'varchar', length: 20 })
  kind: LetterKind;

  /** The address, sealed: an outbox row must not tell who reported. */
  @Column({ type: 'text' })
  sealedTo: string;

  @Column({ type: 'varchar', length: 300 })
  subject: string;

  @Column({ type: 'text' })
  body: string;

  /** Fixed when the letter is owed, so that a second try is the same letter. Without angle brackets. */
  @Column({ type: 'varchar', length: 190 })
  messageId: string;

  @Column({ type: 'varchar', length: 300, nullable: true })
  inReplyTo: string | null;

  /** Plus address that brings an answer back into its appeal. */
  @Column({ type: 'varchar', length: 190, nullable: true })
  replyTo: string | null;

  /** Where reports of its delivery go: the envelope's sender. Null for what is not about an appeal. */
  @Column({ type: 'varchar', length: 190, nullable: true })
  returnPath: string | null;

  /** Keyed hash of the recipient's domain: letters are paced by domain, and a small office's domain would tell something. */
  @Column({ type: 'varchar', length: 22, default: '' })
  domainKey: string;

  /** To a confidential reporter: neither sender nor subject names the bureau. */
  @Column({ type: 'boolean', default: false })
  discreet: boolean;

  /** Sent by the system, not by a person: carries the marks of RFC 3834. */
  @Column({ type: 'boolean' })
  automated: boolean;

  @Column({ type: 'varchar', length: 8 })
  state: LetterState;

  @Column({ type: 'int' })
  attempts: number;

  @Column({ type: 'varchar', length: 24 })
  nextAt: Instant;

  @Column({ type: 'varchar', length: 60, nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  leaseUntil: Instant | null;

  /** Fencing token: a courier that lost its lease cannot write its result. */
  @Column({ type: 'int' })
  leaseToken: number;

  /** How often it was handed over without our learning whether it was taken. */
  @Column({ type: 'int', default: 0 })
  doubts: number;

  /** How often it came back for now and was sent again. */
  @Column({ type: 'int', default: 0 })
  returns: number;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError: string | null;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  sentAt: Instant | null;
}
