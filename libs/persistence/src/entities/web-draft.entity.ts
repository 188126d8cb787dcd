import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a citizen is writing, or has just handed in: found by the secret of his browser, and gone after a while. */
@Entity('web_drafts')
@Index('web_drafts_by_key', ['ownerHash', 'draftKey'], { unique: true })
@Index('web_drafts_by_end', ['expiresAt'])
export class WebDraftEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** SHA-256 of the cookie. */
  @Column({ type: 'varchar', length: 64 })
  ownerHash: string;

  /** Stands in the addresses of its pages and opens nothing without the cookie. */
  @Column({ type: 'varchar', length: 16 })
  draftKey: string;

  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'varchar', length: 24 })
  startedAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  expiresAt: Instant;
}
