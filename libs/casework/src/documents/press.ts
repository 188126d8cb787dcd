import { Inject, Injectable } from '@nestjs/common';
import {
  addresseeOf,
  dayOf,
  documentValues,
  NotFound,
  sees,
  type DocumentFacts,
  type DocumentKind,
  type DocumentRenderer,
  type DocumentValues,
  type Instant,
  type Issue,
  type Office,
  type Staff,
} from '@hub/domain';
import { AppealQuery, FileStore, type AppealFile } from '@hub/persistence';
import { DOCUMENT_RENDERER, OFFICE } from '../tokens';
import { documentFacts } from './facts';

export interface Printed {
  readonly fileHash: string;
  readonly templateHash: string;
  readonly printed: DocumentValues;
}

/** Reads what a paper tells of and prints it: the file is kept before any row names it. The citizen's name is masked. */
@Injectable()
export class DocumentPress {
  constructor(
    @Inject(DOCUMENT_RENDERER) private readonly renderer: DocumentRenderer,
    @Inject(OFFICE) readonly office: Office,
    private readonly files: FileStore,
    private readonly appeals: AppealQuery,
  ) {}

  async file(number: string, by: Staff): Promise<AppealFile> {
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    return this.appeals.whole(appeal);
  }

  facts(file: AppealFile, by: Staff, now: Instant, source: string | null): DocumentFacts {
    return documentFacts(file, this.office, by, dayOf(now), source);
  }

  async print(
    kind: DocumentKind,
    file: AppealFile,
    facts: DocumentFacts,
    fields: Readonly<Record<string, string>>,
    issue: Issue | null,
  ): Promise<Printed> {
    const addressee = addresseeOf(kind, file.appeal, file.party, false);
    const printed = documentValues(kind, facts, fields, this.office, issue, addressee);
    const template = this.renderer.template(kind);
    const fileHash = await this.files.put(this.renderer.render(template, printed));
    return { fileHash, templateHash: await this.files.put(template), printed };
  }
}
