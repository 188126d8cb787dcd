import { Injectable } from '@nestjs/common';
import {
  answerFields,
  DOCUMENT_WORDS,
  Fault,
  fieldFaults,
  NotFound,
  openSource,
  proposedFields,
  refuseDrawing,
  sees,
  VersionConflict,
  type DocumentKind,
  type Staff,
} from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { DocumentDesk } from './desk';
import { standingAnswer } from './facts';
import { DocumentPress } from './press';

export interface NewPaper {
  readonly kind: DocumentKind;
  /** The issued paper of which this is the next version. */
  readonly supersedes?: number;
}

/** Papers before they are issued: drawn up from the appeal, worded by the clerk. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly press: DocumentPress,
  ) {}

  async draw(number: string, { kind, supersedes }: NewPaper, by: Staff): Promise<number> {
    const now = this.desk.now();
    const file = await this.desk.file(number, by);
    const before = supersedes === undefined ? null : await this.desk.paper(file, supersedes);
    const filed = before ? null : await this.desk.filed(file);
    refuseDrawing(kind, file.appeal, by, filed);
    // A paper of a transfer or an order has its number from the first; the others when they are issued.
    const source = filed && (openSource(kind, filed) ?? null);
    const facts = this.desk.facts(file, by, now, before?.number ?? source);
    const answer = answerFields(kind, standingAnswer(file, this.desk.office).text);
    const fields = { ...(before?.fields ?? proposedFields(kind, facts, this.desk.office)), ...answer };
    const printed = await this.press.print(kind, file, facts, fields, null);
    return this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(number);
      if (!sees(by, appeal)) throw new NotFound();
      const papers = await stores.documents.of(appeal.id);
      refuseDrawing(kind, appeal, by, filed && { papers, sources: filed.sources });
      const replaced = papers.find(({ id }) => id === supersedes);
      if (before && (replaced?.kind !== kind || replaced.state !== 'issued' || papers.some(isDraftOf(before.id))))
        throw new Fault('refused', 'no-next-version', '这份文书现在不能出新版。', '只有已签发、还没有新版草稿的文书能出新版。');
      const earlier = papers.filter((one) => source !== null && one.number === source).map((one) => one.version);
      const id = await stores.documents.add({
        appealId: appeal.id, kind, number: source, version: before ? before.version + 1 : Math.max(0, ...earlier) + 1,
        state: 'draft', supersedes: before?.id ?? null, revision: 1, fields, ...printed, byId: by.id, byName: by.name,
        at: now, issuedByName: null, issuedAt: null, voidReason: null,
      }); // prettier-ignore
      const note = before ? `${DOCUMENT_WORDS[kind]}第 ${before.version + 1} 版` : DOCUMENT_WORDS[kind];
      const line = { act: 'document' as const, way: 'draw', byId: by.id, byName: by.name, at: now, note };
      await stores.appeals.addHistory([{ ...line, appealId: appeal.id, fromStatus: appeal.status, toStatus: appeal.status }]);
      return id;
    });
  }

  /** Rewords a draft; columns that are not given stay as they are. */
  async word(
    number: string,
    id: number,
    { fields: typed, revision }: { readonly fields: Readonly<Record<string, unknown>>; readonly revision?: number | undefined },
    by: Staff,
  ): Promise<void> {
    const now = this.desk.now();
    const file = await this.desk.file(number, by);
    const paper = await this.desk.paper(file, id);
    const answer = answerFields(paper.kind, standingAnswer(file, this.desk.office).text);
    const [fault] = fieldFaults(paper.kind, typed, { ...paper.fields, ...answer });
    if (fault) throw new Fault('invalid', 'document-field', [fault.field, fault.message].filter(Boolean).join('：') + '。');
    if (revision !== undefined && revision !== paper.revision) throw new VersionConflict();
    const fields = { ...paper.fields, ...typed, ...answer } as Record<string, string>;
    const facts = this.desk.facts(file, by, now, paper.number);
    const printed = await this.press.print(paper.kind, file, facts, fields, null);
    await this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(number);
      if (!sees(by, appeal)) throw new NotFound();
      const { state, kind } = await stores.documents.find(appeal.id, id);
      if (state !== 'draft') throw new Fault('refused', 'document-not-draft', '只有草稿能改。', '已签发的文书要改，请出新版。');
      refuseDrawing(kind, appeal, by, null);
      await stores.documents.keep(paper, { fields, ...printed });
    });
  }
}

const isDraftOf = (id: number) => (one: { readonly state: string; readonly supersedes: number | null }) =>
  one.supersedes === id && one.state === 'draft';
