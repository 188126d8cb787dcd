import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A file that came with a message or belongs to a site record; its bytes stand in the file store under their hash. */
@Entity('attachments')
@Index('attachments_by_appeal', ['appealId'])
export class AttachmentEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'int', nullable: true })
  messageId: number | null;

  @Column({ type: 'int', nullable: true })
  siteRecordId: number | null;

  @Column({ type: 'varchar', length: 255 })
  name: string;

  @Column({ type: 'varchar', length: 100 })
  mediaType: string;

  @Column({ type: 'int' })
  size: number;

  @Column({ type: 'varchar', length: 64 })
  fileHash: string;
}
