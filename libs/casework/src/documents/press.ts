import { Inject, Injectable } from '@nestjs/common';
import {
  addresseeOf,
  documentValues,
  ownMask,
  type DocumentFacts,
  type DocumentKind,
  type DocumentRenderer,
  type DocumentValues,
  type Issue,
  type Office,
  type Party,
} from '@hub/domain';
import { FileStore, type AppealEntity, type AppealFile, type WordedDocument } from '@hub/persistence';
import { DOCUMENT_RENDERER, OFFICE } from '../tokens';

export interface Printed {
  readonly fileHash: string;
  readonly templateHash: string;
  readonly printed: DocumentValues;
}

/** Prints a paper: the file is kept before any row names it, and tells nothing of who the citizen is. */
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
    const addressee = addresseeOf(kind, appeal, party, false);
    const printed = documentValues(kind, facts, fields, this.office, issue, addressee);
    const hide = ownMask(party);
    const masked = Object.fromEntries(
      Object.entries(printed).map(([name, value]) => [name, typeof value === 'string' ? hide(value) : value]),
    );
    const template = this.renderer.template(kind);
    const fileHash = await this.files.put(this.renderer.render(template, masked));
    return { fileHash, templateHash: await this.files.put(template), printed };
  }

  /** The copy that goes to the citizen, by his name: the same template and the same words, and kept nowhere. */
  async named({ kind, templateHash, printed }: WordedDocument, appeal: AppealEntity, party: Party): Promise<Uint8Array> {
    const template = await this.files.load(templateHash);
    return this.renderer.render(template, { ...printed, 收件人: addresseeOf(kind, appeal, party, true) });
  }
}
