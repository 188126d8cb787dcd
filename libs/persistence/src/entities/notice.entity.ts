import type { Instant, NoticeKind } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What one member of staff is told of; the text names the appeal and never a citizen. */
@Entity('notices')
@Index('notices_by_user', ['userId', 'id'])
@Index('notices_unread', ['userId', 'readAt', 'id'])
export class NoticeEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  userId: number;

  @Column({ type: 'varchar', length: 12 })
  kind: NoticeKind;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 300 })
  text: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;

  @Column({ type: 'varchar', length: 24, nullable: true })
  readAt: Instant | null;
}
