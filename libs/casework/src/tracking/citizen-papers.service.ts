import { Injectable } from '@nestjs/common';
import { DOCUMENT_WORDS, NotFound } from '@hub/domain';
import { AppealQuery, DocumentQuery, type AppealEntity } from '@hub/persistence';
import { DocumentPress } from '../documents/press';
import { isForCitizen } from './tracked-of';

/** The citizen's own copies of the papers that were issued to him. */
@Injectable()
export class CitizenPapers {
  constructor(
    private readonly papers: DocumentQuery,
    private readonly appeals: AppealQuery,
    private readonly press: DocumentPress,
  ) {}

  async copy(appeal: AppealEntity, id: number): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
    const paper = await this.papers.one(appeal.id, id);
    if (!isForCitizen(paper)) throw new NotFound();
    const bytes = await this.press.named(paper, appeal, await this.appeals.partyOf(appeal.id));
    return { bytes, name: `${DOCUMENT_WORDS[paper.kind]}${paper.number ? `_${paper.number}` : ''}.docx` };
  }
}
