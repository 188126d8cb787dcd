import { Injectable } from '@nestjs/common';
import {
  answerFields,
  DOCUMENT_RULES,
  DOCUMENT_WORDS,
  documentCounter,
  documentNumber,
  emptyFields,
  Fault,
  isPassedOn,
  NotFound,
  refuseIssuing,
  refuseVoiding,
  sees,
  VersionConflict,
  yearOf,
  dayOf,
  type Instant,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type AppealFile, type Stores, type WordedDocument } from '@hub/persistence';
import type { ActContext } from '../acts/case-act';
import { LeakCheckService } from '../acts/leak-check.service';
import { DocumentDesk } from './desk';
import { standingAnswer } from './facts';
import { DocumentPress, type Printed } from './press';

/** Another paper took the number that this one was printed with. */
class NumberTaken extends Fault {
  constructor() {
    super('unavailable', 'number-taken', '同时签发的文书太多，这一份还没有编上号。', '请再签发一次。');
  }
}
const TRIES = 6;

interface Numbered {
  readonly number: string;
  /** What the counter must give, where the number is the paper's own. */
  readonly counter: string | null;
  readonly running: number;
}

/** Numbers a paper and makes it final, or takes it out of force. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly press: DocumentPress,
    private readonly leaks: LeakCheckService,
  ) {}

  /**
   * The number stands in the file, and the file must be there before the row: so it is printed with the number that comes
   * next, and printed again where somebody else took it meanwhile. A number that was given is in force or void, never lost.
   */
  async issue(number: string, id: number, revision: number | undefined, by: Staff): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.issued(number, id, revision, by);
      } catch (error) {
        if (!(error instanceof NumberTaken) || tries === TRIES) throw error;
      }
    }
  }

  private async issued(number: string, id: number, revision: number | undefined, by: Staff): Promise<void> {
    const now = this.desk.now();
    const file = await this.desk.file(number, by);
    const kept = await this.desk.paper(file, id);
    const answer = standingAnswer(file, this.desk.office);
    const paper = { ...kept, fields: { ...kept.fields, ...answerFields(kept.kind, answer.text) } };
    if (revision !== undefined && revision !== paper.revision) throw new VersionConflict();
    refuseUnready(paper, file.appeal, by, answer.approved);
    const numbered = await this.numberFor(paper, file, now);
    const facts = this.desk.facts(file, by, now, numbered.number);
    const issue = { number: numbered.number, on: dayOf(now) };
    const printed = await this.press.print(paper.kind, file, facts, paper.fields, issue);
    await this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(number);
      if (!sees(by, appeal)) throw new NotFound();
      const draft = await stores.evidence.draftOf(appeal.id);
      // What is printed must be what stands approved at this very moment.
      if (draft?.version !== file.draft?.version) throw new VersionConflict();
      if (isPassedOn(appeal) !== isPassedOn(file.appeal)) throw new VersionConflict();
      const approved = isPassedOn(appeal) ? answer.approved : Boolean(draft?.approvedBy);
      refuseUnready(await stores.documents.find(appeal.id, id), appeal, by, approved, paper.fields);
      await this.refuseLeaks(paper, { appeal, stores, now, by });
      if (numbered.counter && (await stores.counters.take(numbered.counter, 1)) !== numbered.running) throw new NumberTaken();
      await keepIssued(stores, appeal, paper, { ...printed, number: numbered.number }, by, now);
    });
  }

  async annul(appealNumber: string, id: number, reason: string, by: Staff): Promise<void> {
    await this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(appealNumber);
      if (!sees(by, appeal)) throw new NotFound();
      const paper = await stores.documents.find(appeal.id, id);
      refuseVoiding(paper, appeal, by);
      // A number that no paper went out with may be used by the next draft.
      const number = paper.issuedAt === null ? { number: null } : {};
      await stores.documents.keep(paper, { ...number, state: 'void', voidReason: reason.slice(0, 500) });
      const name = [DOCUMENT_WORDS[paper.kind], paper.number].filter(Boolean).join('，');
      await stores.appeals.keep(appeal, {}, lineOf('void', `${name}：${reason}`, by, this.desk.now()));
    });
  }

  /** Papers for the file stay in the house. */
  private async refuseLeaks({ kind, fields }: WordedDocument, context: ActContext): Promise<void> {
    const { to } = DOCUMENT_RULES[kind];
    const parts = Object.entries(fields).flatMap(([where, text]) => (text.trim() ? [{ where, text }] : []));
    if (to !== 'file') await this.leaks.refuse(context, { audience: to, parts });
  }

  private async numberFor(paper: WordedDocument, file: AppealFile, now: Instant): Promise<Numbered> {
    const { kind, supersedes } = paper;
    const before = supersedes === null ? null : (await this.desk.paper(file, supersedes)).number;
    const given = before ?? paper.number;
    if (given) return { number: given, counter: null, running: 0 };
    const { documentPrefix, documents } = this.desk.office;
    const year = yearOf(now);
    const counter = documentCounter(kind, year);
    const running = await this.desk.nextOf(counter);
    return { number: documentNumber(documentPrefix, documents.words[kind], year, running), counter, running };
  }
}

type Ready = Pick<WordedDocument, 'kind' | 'state'> & { readonly fields?: Readonly<Record<string, string>> };

function refuseUnready(paper: Ready, appeal: AppealEntity, by: Staff, approved: boolean, fields = paper.fields ?? {}): void {
  if (paper.state !== 'draft')
    throw new Fault('refused', 'document-not-draft', '这份文书不是草稿，不能再签发。', '要改已签发的文书，请出新版。');
  refuseIssuing(paper.kind, appeal, by, { lacking: emptyFields(paper.kind, fields), approved });
}

async function keepIssued(
  stores: Stores,
  appeal: AppealEntity,
  paper: WordedDocument,
  { number, ...printed }: Printed & { readonly number: string },
  by: Staff,
  now: Instant,
): Promise<void> {
  if (paper.supersedes !== null) {
    const before = await stores.documents.find(appeal.id, paper.supersedes);
    if (before.state !== 'issued') throw new VersionConflict();
    await stores.documents.keep(before, { state: 'void', voidReason: `由第 ${paper.version} 版代替` });
  }
  await stores.documents.keep(paper, {
    ...printed,
    fields: paper.fields,
    state: 'issued',
    number,
    issuedByName: by.name,
    issuedAt: now,
  });
  const version = paper.version > 1 ? `，第 ${paper.version} 版` : '';
  const informed = DOCUMENT_RULES[paper.kind].informs ? { informedAt: appeal.informedAt ?? now } : {};
  await stores.appeals.keep(appeal, informed, lineOf('issue', `${DOCUMENT_WORDS[paper.kind]}，${number}${version}`, by, now));
}

const lineOf = (way: string, note: string, by: Staff, at: Instant) => ({
  act: 'document' as const,
  way,
  byId: by.id,
  byName: by.name,
  at,
  note: note.slice(0, 2000),
});
