import type { Day } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Database } from '../database';
import { GuideArticleEntity, SiteNoticeEntity } from '../entities/guide.entities';

/** A guide of more articles nobody reads. */
const MOST = 200;

/** Reads the guide: for everybody what is published, for the bureau all of it. */
@Injectable()
export class GuideQuery {
  constructor(private readonly database: Database) {}

  published(): Promise<GuideArticleEntity[]> {
    return this.database.reader.manager.find(GuideArticleEntity, {
      where: { state: 'published' },
      order: { id: 'ASC' },
      take: MOST,
    });
  }

  /** What is published of one article now and what was before, the newest first. */
  told(root: number): Promise<GuideArticleEntity[]> {
    return this.database.reader.manager.find(GuideArticleEntity, {
      where: { root, state: In(['published', 'replaced']) },
      order: { id: 'DESC' },
      take: MOST,
    });
  }

  all(): Promise<GuideArticleEntity[]> {
    return this.database.reader.manager.find(GuideArticleEntity, { order: { id: 'DESC' }, take: 2 * MOST });
  }

  async byId(id: number): Promise<GuideArticleEntity | null> {
    return this.database.reader.manager.findOneBy(GuideArticleEntity, { id });
  }

  /** What is to stand on top of the pages on this day, the newest first. */
  noticesOn(day: Day): Promise<SiteNoticeEntity[]> {
    return this.database.reader.manager.find(SiteNoticeEntity, {
      where: { shownUntil: MoreThanOrEqual(day), shownFrom: LessThanOrEqual(day) },
      order: { id: 'DESC' },
      take: 3,
    });
  }

  notices(): Promise<SiteNoticeEntity[]> {
    return this.database.reader.manager.find(SiteNoticeEntity, { order: { id: 'DESC' }, take: 50 });
  }
}
