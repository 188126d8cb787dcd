import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link of the audit chain; its hash covers all its columns and the hash before it. Only ever added. */
@Entity('audit_entries')
@Index('audit_entries_by_subject', ['subject', 'sequence'])
@Index('audit_entries_by_actor', ['actorId', 'sequence'])
@Index('audit_entries_by_action', ['action', 'sequence'])
export class AuditEntryEntity {
  @PrimaryColumn('integer')
  sequence: number;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  /** Null where no member of staff did it. */
  @Column({ type: 'int', nullable: true })
  actorId: number | null;

  @Column({ type: 'varchar', length: 60 })
  actorName: string;

  /** `appeal.assignment`, `sign-in.failed`, `identity` … */
  @Column({ type: 'varchar', length: 60 })
  action: string;

  /** What it was done to: an appeal's number, an account, an address of the interface. */
  @Column({ type: 'varchar', length: 80 })
  subject: string;

  /** JSON, without anybody's identity. */
  @Column({ type: 'text' })
  detail: string;

  @Column({ type: 'varchar', length: 64 })
  previousHash: string;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}

/** The end of the chain: held while a transaction appends, so that there is one chain. */
@Entity('audit_heads')
export class AuditHeadEntity {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  name: 'chain';

  @Column({ type: 'int' })
  sequence: number;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
