import { NotFound, publicationTerms, VersionConflict, type Instant } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { PublicationEntity, PublicationTermEntity } from '../entities/publication.entity';
import { insertRows } from '../insert-rows';

const GUARDED = '来件已改为保密或不对外的件，系统自动停止公开。';

export type NewPublication = Omit<PublicationEntity, 'id' | 'version'>;

/** Publications, with what those that are published are found by. */
export class PublicationStore {
  constructor(private readonly manager: EntityManager) {}

  async add(row: NewPublication): Promise<number> {
    const { identifiers } = await this.manager.insert(PublicationEntity, { ...row, version: 1 });
    return (identifiers[0] as { id: number }).id;
  }

  async byId(id: number): Promise<PublicationEntity> {
    const row = await this.manager.findOneBy(PublicationEntity, { id });
    if (!row) throw new NotFound('没有这个公开件。', '请刷新后再看。');
    return row;
  }

  /** Those of an appeal that are on their way or published. */
  livingOf(appealId: number): Promise<PublicationEntity[]> {
    return this.manager.findBy(PublicationEntity, { appealId, state: In(['draft', 'agreed', 'approved', 'published']) });
  }

  /** Keeps a change if nobody was quicker; whatever is published can be found, and nothing else can. */
  async keep(before: PublicationEntity, change: Partial<NewPublication>): Promise<PublicationEntity> {
    const after = { ...before, ...change, version: before.version + 1 };
    const { id, ...columns } = after;
    const { affected } = await this.manager.update(PublicationEntity, { id, version: before.version }, columns);
    if (affected !== 1) throw new VersionConflict('别人刚改过这个公开件，您的修改没有保存。', '请刷新后对照再改。');
    await this.findable(before, after);
    return after;
  }

  /** The appeal has become one that is never told of: what is published comes down, what is on its way stops. */
  async closeFor(appealId: number, at: Instant): Promise<number> {
    const living = await this.livingOf(appealId);
    for (const row of living)
      await this.keep(
        row,
        row.state === 'published'
          ? { state: 'withdrawn', note: GUARDED, withdrawnAt: at, changedAt: at }
          : { state: 'withheld', withheldFor: 'secret', note: GUARDED, changedAt: at },
      );
    return living.length;
  }

  private async findable(before: PublicationEntity, after: PublicationEntity): Promise<void> {
    const was = before.state === 'published' && before.serial;
    const is = after.state === 'published' && after.serial;
    if (was && !is) await this.manager.delete(PublicationTermEntity, { serial: was, term: In(publicationTerms(before)) });
    if (is && !was)
      await insertRows(
        this.manager,
        PublicationTermEntity,
        publicationTerms(after).map((term) => ({ term, serial: is })),
      );
  }
}
