import { Inject, Injectable } from '@nestjs/common';
import {
  addresseeOf,
  documentValues,
  type DocumentFacts,
  type DocumentKind,
  type DocumentRenderer,
  type DocumentValues,
  type Issue,
  type Office,
} from '@hub/domain';
import { FileStore, type AppealFile } from '@hub/persistence';
import { DOCUMENT_RENDERER, OFFICE } from '../tokens';

export interface Printed {
  readonly fileHash: string;
  readonly templateHash: string;
  readonly printed: DocumentValues;
}

/** Prints a paper: the file is kept before any row names it. The citizen's name is masked. */
@Injectable()
export class DocumentPress {
  constructor(
    @Inject(DOCUMENT_RENDERER) private readonly renderer: DocumentRenderer,
    @Inject(OFFICE) private readonly office: Office,
    private readonly files: FileStore,
  ) {}

  async print(
    kind: DocumentKind,
    { appeal, party }: AppealFile,
    facts: DocumentFacts,
    fields: Readonly<Record<string, string>>,
    issue: Issue | null,
  ): Promise<Printed> {
    const printed = documentValues(kind, facts, fields, this.office, issue, addresseeOf(kind, appeal, party, false));
    const template = this.renderer.template(kind);
    const fileHash = await this.files.put(this.renderer.render(template, printed));
    return { fileHash, templateHash: await this.files.put(template), printed };
  }
}
