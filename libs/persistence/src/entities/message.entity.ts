import type { Instant, SenderCheck } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was said in an appeal: by the citizen, to him, or among ourselves. */
@Entity('messages')
@Index('messages_by_appeal', ['appealId', 'at'])
@Index('messages_by_sender_due', ['senderDueAt'])
export class MessageEntity {
  @PrimaryColumn('integer')
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 8 })
  direction: 'in' | 'out' | 'note';

  @Column({ type: 'varchar', length: 80 })
  author: string;

  @Column({ type: 'text' })
  text: string;

  /** The text was longer than the column holds; the original has the rest. */
  @Column({ type: 'boolean' })
  cut: boolean;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  /** The bytes as they came, in the file store. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  fileHash: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  mediaType: string | null;

  /** The letter has a look of its own besides its text; it is made harmless when somebody asks for it. */
  @Column({ type: 'boolean', default: false })
  hasHtml: boolean;

  /** What is known of a mail's sender; null for what is no mail. */
  @Column({ type: 'varchar', length: 12, nullable: true })
  sender: SenderCheck | null;

  /** Who found that out: our mail server, or the hub from the letter itself; null where nobody did. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  senderBy: 'server' | 'hub' | null;

  /** When the hub looks for it again, since DNS did not answer in time. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  senderDueAt: Instant | null;

  @Column({ type: 'simple-json' })
  remarks: string[];

  @Column({ type: 'int', nullable: true })
  outboxId: number | null;
}
