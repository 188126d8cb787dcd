import { Injectable } from '@nestjs/common';
import type { DocumentsView } from '@hub/contract';
import { NotFound, readAppealNumber, sees, type Staff } from '@hub/domain';
import { AppealQuery, DocumentQuery, FileStore, type AppealEntity } from '@hub/persistence';
import type { Readable } from 'node:stream';
import { documentsView, fileNameOf } from './documents.view';

/** The papers of an appeal for whoever may know of the appeal. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly papers: DocumentQuery,
    private readonly files: FileStore,
  ) {}

  async list(number: string, staff: Staff): Promise<DocumentsView> {
    const appeal = await this.seen(number, staff);
    const [papers, sources] = await Promise.all([this.papers.of(appeal.id), this.papers.sources(appeal.id)]);
    return documentsView(appeal, { papers, sources }, staff);
  }

  async file(number: string, id: number, staff: Staff): Promise<{ bytes: Readable; name: string }> {
    const appeal = await this.seen(number, staff);
    const paper = await this.papers.one(appeal.id, id);
    return { bytes: this.files.read(paper.fileHash), name: fileNameOf(appeal, paper) };
  }

  private async seen(number: string, staff: Staff): Promise<AppealEntity> {
    const appeal = await this.appeals.byNumber(readAppealNumber(number) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    return appeal;
  }
}
