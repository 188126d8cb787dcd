import { NotFound, VersionConflict, type DocumentValues } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { DocumentEntity } from '../entities/document.entity';
import type { Secrets } from '../secrets';

/** The words of a paper: the clerk's columns, and what the hub had filled in when it was printed. */
export interface DocumentWording {
  readonly fields: Readonly<Record<string, string>>;
  readonly printed: DocumentValues;
}

export type NewDocument = Omit<DocumentEntity, 'id' | 'sealed'> & DocumentWording;
type Change = Partial<Omit<DocumentEntity, 'id' | 'appealId' | 'kind' | 'sealed' | 'revision'>> & Partial<DocumentWording>;

/** Official papers, their words sealed on the way in. */
export class DocumentStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  of(appealId: number): Promise<DocumentEntity[]> {
    return this.manager.find(DocumentEntity, { where: { appealId }, order: { id: 'ASC' } });
  }

  async find(appealId: number, id: number): Promise<DocumentEntity> {
    const row = await this.manager.findOneBy(DocumentEntity, { appealId, id });
    if (!row) throw new NotFound('这件没有这份文书。', '请刷新后再看。');
    return row;
  }

  async add({ fields, printed, ...row }: NewDocument): Promise<number> {
    const sealed = this.secrets.seal(JSON.stringify({ fields, printed }));
    const { identifiers } = await this.manager.insert(DocumentEntity, { ...row, sealed });
    return (identifiers[0] as { id: number }).id;
  }

  /** Keeps a change if nobody changed the paper since it was read. */
  async keep({ id, revision }: Pick<DocumentEntity, 'id' | 'revision'>, { fields, printed, ...columns }: Change): Promise<void> {
    const sealed = fields && printed ? { sealed: this.secrets.seal(JSON.stringify({ fields, printed })) } : {};
    const { affected } = await this.manager.update(
      DocumentEntity,
      { id, revision },
      { ...columns, ...sealed, revision: revision + 1 },
    );
    if (affected !== 1) throw new VersionConflict();
  }
}
