import type { Day, GuideChapter, GuideState, Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of an article of the citizens' guide (办事指南). */
@Entity('guide_articles')
@Index('guide_articles_by_state', ['state', 'id'])
@Index('guide_articles_by_root', ['root', 'id'])
export class GuideArticleEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** The number of the article, the same for all its versions; its public address. */
  @Column({ type: 'int' })
  root: number;

  @Column({ type: 'varchar', length: 12 })
  chapter: GuideChapter;

  /** The section whose promise it is; null for what is the bureau's. */
  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'int' })
  year: number;

  @Column({ type: 'varchar', length: 100 })
  title: string;

  @Column({ type: 'text' })
  text: string;

  /** What can be measured: a number and a clock; empty for what is no promise. */
  @Column({ type: 'varchar', length: 300 })
  promise: string;

  @Column({ type: 'varchar', length: 12 })
  state: GuideState;

  @Column({ type: 'varchar', length: 60 })
  preparedBy: string;

  @Column({ type: 'varchar', length: 60, nullable: true })
  signedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  signedAt: Instant | null;

  @Column({ type: 'varchar', length: 60, nullable: true })
  publishedBy: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  publishedAt: Instant | null;

  @Column({ type: 'varchar', length: 24 })
  changedAt: Instant;

  @Column({ type: 'int' })
  version: number;
}

/** A sentence on top of every page of the portal, as long as it is true. */
@Entity('site_notices')
@Index('site_notices_by_end', ['shownUntil', 'id'])
export class SiteNoticeEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'varchar', length: 300 })
  text: string;

  @Column({ type: 'varchar', length: 10 })
  shownFrom: Day;

  @Column({ type: 'varchar', length: 10 })
  shownUntil: Day;

  @Column({ type: 'varchar', length: 60 })
  byName: string;

  @Column({ type: 'varchar', length: 24 })
  at: Instant;
}
