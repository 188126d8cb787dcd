import { doorsOf, NotFound, VersionConflict, type Doors } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { SourceEntity } from '../entities/source.entity';

/** The list of sources. */
export class SourceStore {
  constructor(private readonly manager: EntityManager) {}

  async doors(): Promise<Doors> {
    return doorsOf(await this.manager.find(SourceEntity, { select: { name: true, confidential: true, active: true } }));
  }

  named(name: string): Promise<SourceEntity | null> {
    return this.manager.findOneBy(SourceEntity, { name });
  }

  async add(source: Omit<SourceEntity, 'id' | 'version'>): Promise<void> {
    await this.manager.insert(SourceEntity, { ...source, version: 1 });
  }

  /** Changes the source that was read as `version`, and answers it as it was. */
  async change(
    id: number,
    version: number,
    change: Partial<Omit<SourceEntity, 'id' | 'name' | 'version'>>,
  ): Promise<SourceEntity> {
    const before = await this.manager.findOneBy(SourceEntity, { id });
    if (!before) throw new NotFound('没有这个来源。', '请刷新后再看。');
    const { affected } = await this.manager.update(SourceEntity, { id, version }, { ...change, version: version + 1 });
    if (affected !== 1) throw new VersionConflict('别人刚改过这个来源，您的修改没有保存。', '请刷新后对照再改。');
    return before;
  }
}
