import { Injectable } from '@nestjs/common';
import { AuditService } from '@hub/casework';
import type { DocumentsView } from '@hub/contract';
import { identityMask, NotFound, readAppealNumber, readsMasked, sees, type Staff } from '@hub/domain';
import { AppealQuery, DocumentQuery, FileStore, type AppealEntity } from '@hub/persistence';
import type { Readable } from 'node:stream';
import { masked } from './masked';
import { documentsView, fileNameOf } from './documents.view';

/** The papers of an appeal for whoever may know of the appeal. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly papers: DocumentQuery,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  async list(number: string, staff: Staff): Promise<DocumentsView> {
    const appeal = await this.seen(number, staff);
    const [papers, sources] = await Promise.all([this.papers.of(appeal.id), this.papers.sources(appeal.id)]);
    const view = documentsView(appeal, { papers, sources }, staff);
    if (!readsMasked(staff, appeal)) return view;
    const hide = identityMask(await this.papers.partyOf(appeal.id));
    // A draft that is written on must come back as it was.
    return { ...view, items: view.items.map((one) => (one.may.edit ? one : masked(one, hide))) };
  }

  async file(number: string, id: number, staff: Staff): Promise<{ bytes: Readable; name: string }> {
    const appeal = await this.seen(number, staff);
    const paper = await this.papers.one(appeal.id, id);
    await this.audit.record(staff, 'download', appeal.number, { document: id });
    return { bytes: this.files.read(paper.fileHash), name: fileNameOf(appeal, paper) };
  }

  private async seen(number: string, staff: Staff): Promise<AppealEntity> {
    const appeal = await this.appeals.byNumber(readAppealNumber(number) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    return appeal;
  }
}
