import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A registered post of a complaint site: its newest version, and when somebody last looked whether it still stands. */
@Entity('posts')
@Index('posts_by_look', ['channel', 'lookedAt'])
@Index('posts_by_receipt', ['channel', 'goneAt', 'registeredAt'])
@Index('posts_by_appeal', ['appealId'])
export class PostEntity {
  /** Of the item that its first version became. */
  @PrimaryColumn({ type: 'varchar', length: 190 })
  sourceKey: string;

  /** Name of the channel in the settings. */
  @Column({ type: 'varchar', length: 60 })
  channel: string;

  /** Its number on the site. */
  @Column({ type: 'varchar', length: 100 })
  postId: string;

  @Column({ type: 'varchar', length: 2000 })
  url: string;

  /** Null while a person has to place it. */
  @Column({ type: 'int', nullable: true })
  appealId: number | null;

  /** Of the words of its newest version; empty where it showed none. */
  @Column({ type: 'varchar', length: 64 })
  hash: string;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 200, nullable: true })
  etag: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  lastModified: string | null;

  @Column({ type: 'varchar', length: 24 })
  registeredAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  lookedAt: Instant;

  /** Since when the site says that it is not there. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  goneAt: Instant | null;
}

/** A list as it was when all that it showed was registered. */
@Entity('post_lists')
export class PostListEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  channel: string;

  @Column({ type: 'varchar', length: 2000 })
  url: string;

  @Column({ type: 'varchar', length: 200, nullable: true })
  etag: string | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  lastModified: string | null;
}
