import { NotFound, VersionConflict, type Day } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { GuideArticleEntity, SiteNoticeEntity } from '../entities/guide.entities';

export type NewGuideArticle = Omit<GuideArticleEntity, 'id' | 'version'>;

/** Articles of the guide and notices. */
export class GuideStore {
  constructor(private readonly manager: EntityManager) {}

  async add(article: NewGuideArticle): Promise<number> {
    const { identifiers } = await this.manager.insert(GuideArticleEntity, { ...article, version: 1 });
    return (identifiers[0] as { id: number }).id;
  }

  async byId(id: number): Promise<GuideArticleEntity> {
    const row = await this.manager.findOneBy(GuideArticleEntity, { id });
    if (!row) throw new NotFound('没有这一篇。', '请刷新后再看。');
    return row;
  }

  versionsOf(root: number): Promise<GuideArticleEntity[]> {
    return this.manager.find(GuideArticleEntity, { where: { root }, order: { id: 'DESC' } });
  }

  /** Keeps a change if nobody was quicker. */
  async keep(before: GuideArticleEntity, change: Partial<NewGuideArticle>): Promise<void> {
    const { id, version } = before;
    const { affected } = await this.manager.update(GuideArticleEntity, { id, version }, { ...change, version: version + 1 });
    if (affected !== 1) throw new VersionConflict('别人刚改过这一篇，您的修改没有保存。', '请刷新后对照再改。');
  }

  async addNotice(notice: Omit<SiteNoticeEntity, 'id'>): Promise<void> {
    await this.manager.insert(SiteNoticeEntity, notice);
  }

  /** A notice that is over by this day; one that had not begun is never shown. */
  async endNotice(id: number, last: Day): Promise<void> {
    const { affected } = await this.manager.update(SiteNoticeEntity, { id }, { shownUntil: last });
    if (affected !== 1) throw new NotFound('没有这条通知。', '请刷新后再看。');
  }
}
