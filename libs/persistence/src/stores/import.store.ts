import { VersionConflict, type ColumnChoice, type Instant } from '@hub/domain';
import { In, LessThan, type EntityManager } from 'typeorm';
import { ImportEntity, SourceColumnEntity } from '../entities/import.entity';
import { insertRows } from '../insert-rows';

export type NewImport = Pick<
  ImportEntity,
  'source' | 'fileName' | 'fileHash' | 'size' | 'rows' | 'byId' | 'byName' | 'createdAt'
> &
  Partial<Pick<ImportEntity, 'state' | 'corrections' | 'startedAt'>>;

const FRESH = {
  state: 'preview' as const,
  corrections: '[]',
  layout: '[]',
  ...{ position: 0, added: 0, changed: 0, same: 0, waiting: 0, rejected: 0 },
  ...{ trouble: null, startedAt: null, endedAt: null, version: 1 },
};

const MOVED = () => new VersionConflict('别人刚动过这次导入，您的操作没有执行。', '请刷新后再看。');

/** Imports and the columns that people corrected. */
export class ImportStore {
  constructor(private readonly manager: EntityManager) {}

  async add(about: NewImport): Promise<number> {
    const { identifiers } = await this.manager.insert(ImportEntity, { ...FRESH, ...about });
    return Number(identifiers[0]!['id']);
  }

  /** Changes what was read as `version`. */
  async change(id: number, version: number, change: Partial<Omit<ImportEntity, 'id' | 'version'>>): Promise<void> {
    const { affected } = await this.manager.update(ImportEntity, { id, version }, { ...change, version: version + 1 });
    if (affected !== 1) throw MOVED();
  }

  /** Throws away a preview that was read as `version`. */
  async discard(id: number, version: number): Promise<void> {
    const { affected } = await this.manager.delete(ImportEntity, { id, version, state: 'preview' });
    if (affected !== 1) throw MOVED();
  }

  /** Throws away what was handed in before then and never started; answers how many. */
  async discardBefore(until: Instant): Promise<number> {
    const { affected } = await this.manager.delete(ImportEntity, { state: 'preview', createdAt: LessThan(until) });
    return affected ?? 0;
  }

  /** What the worker writes down while it goes; people do not change a running import. */
  async note(id: number, change: Partial<Omit<ImportEntity, 'id' | 'version'>>): Promise<void> {
    await this.manager.update(ImportEntity, { id }, change);
  }

  /** Remembers what these headings mean in the logs of the source. */
  async keepColumns(source: string, choices: readonly ColumnChoice[], byName: string, at: Instant): Promise<void> {
    await this.manager.delete(SourceColumnEntity, { source, heading: In(choices.map(({ heading }) => heading)) });
    await insertRows(
      this.manager,
      SourceColumnEntity,
      choices.map(({ heading, field }) => ({ source, heading, field, byName, at })),
    );
  }
}
