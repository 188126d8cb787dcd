import { addDays, NotFound, startOf, type Day } from '@hub/domain';
import { Between, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { AppealEntity } from '../entities/appeal.entity';
import { SiteEntity, SiteMeasureEntity, SourceControlTaskEntity } from '../entities/site.entity';

/** Sites, what is done about them, and the tasks that ask for it. */
export class SiteStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** The site of this key, made now where there is none. */
  async named(site: Omit<SiteEntity, 'id'>): Promise<SiteEntity> {
    await this.manager.createQueryBuilder().insert().into(SiteEntity).values(site).orIgnore().updateEntity(false).execute();
    return this.held('nameKey', site.nameKey);
  }

  /** Holds the site, so that two links do not open two tasks. */
  hold(id: number): Promise<SiteEntity> {
    return this.held('id', id);
  }

  private async held(column: 'id' | 'nameKey', value: number | string): Promise<SiteEntity> {
    const query = this.manager.createQueryBuilder(SiteEntity, 'site').where(`site.${column} = :value`, { value });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    const site = await query.getOne();
    if (!site) throw new NotFound('没有这个被反映对象，或您不在知悉范围。', '请按名称再查一次，或新登记一个。');
    return site;
  }

  /** Its newest appeals. */
  appealsOf(siteId: number): Promise<AppealEntity[]> {
    return this.manager.find(AppealEntity, { where: { siteId }, order: { receivedAt: 'DESC', id: 'DESC' }, take: 500 });
  }

  appealsBetween(siteId: number, from: Day, to: Day): Promise<AppealEntity[]> {
    return this.manager.findBy(AppealEntity, { siteId, receivedAt: Between(startOf(from), startOf(addDays(to, 1))) });
  }

  tasksOf(siteId: number): Promise<SourceControlTaskEntity[]> {
    return this.manager.findBy(SourceControlTaskEntity, { siteId });
  }

  async addTask(task: Omit<SourceControlTaskEntity, 'id'>): Promise<void> {
    await this.manager.insert(SourceControlTaskEntity, task);
  }

  async holdTask(id: number): Promise<SourceControlTaskEntity | null> {
    const query = this.manager.createQueryBuilder(SourceControlTaskEntity, 'task').where('task.id = :id', { id });
    if (this.engine === 'mariadb') query.setLock('pessimistic_write');
    return query.getOne();
  }

  async settleTask(id: number, change: Pick<SourceControlTaskEntity, 'state' | 'doneAt'>): Promise<void> {
    await this.manager.update(SourceControlTaskEntity, { id }, change);
  }

  async addMeasure(measure: Omit<SiteMeasureEntity, 'id'>): Promise<void> {
    await this.manager.insert(SiteMeasureEntity, measure);
  }

  measure(id: number): Promise<SiteMeasureEntity | null> {
    return this.manager.findOneBy(SiteMeasureEntity, { id });
  }

  async proveMeasure(id: number, change: Pick<SiteMeasureEntity, 'proof' | 'proofHash' | 'doneAt'>): Promise<void> {
    await this.manager.update(SiteMeasureEntity, { id }, change);
  }
}
