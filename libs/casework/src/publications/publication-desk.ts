import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  identityMask,
  NotFound,
  publicationParts,
  readsMasked,
  redacted,
  saidIn,
  sees,
  type LeakHit,
  type Office,
  type PublicationContent,
  type Staff,
} from '@hub/domain';
import { AppealQuery, PublicationQuery, type AppealEntity, type AppealFile, type PublicationEntity } from '@hub/persistence';
import { leaksIn, protectedOf, type AtStake } from '../acts/leaks-in';
import { standingAnswer } from '../documents/facts';
import { OFFICE } from '../tokens';

/** What a publication is written from, as its reader may see it. */
export interface PublicationOriginal {
  readonly subject: string;
  readonly said: string;
  readonly findings: string;
  readonly answer: string;
}

export interface OpenPublication {
  readonly publication: PublicationEntity;
  readonly appeal: AppealEntity;
  readonly original: PublicationOriginal;
  readonly hits: readonly LeakHit[];
}

/** Reads what a publication is prepared from, and what it tells. */
@Injectable()
export class PublicationDesk {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly publications: PublicationQuery,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Absent and hidden are answered alike. */
  async open(id: number, by: Staff): Promise<OpenPublication> {
    const publication = await this.publications.byId(id);
    const appeal = await this.appeals.appealById(publication.appealId);
    if (!appeal || !sees(by, appeal)) throw new NotFound('没有这个公开件。', '请刷新后再看。');
    const file = await this.appeals.whole(appeal);
    const mask = readsMasked(by, appeal) ? identityMask(file.party) : (text: string) => text;
    const { subject, said, findings, answer } = this.originalOf(file);
    return {
      publication,
      appeal,
      original: { subject: mask(subject), said: mask(said), findings: mask(findings), answer: mask(answer) },
      hits: leaksIn({ audience: 'public', parts: publicationParts(publication) }, await this.atStake(file), this.office),
    };
  }

  /** The columns of an appeal's publication as a rule can fill them: a person puts them in other words. */
  async proposed(number: string, by: Staff): Promise<PublicationContent> {
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    const file = await this.appeals.whole(appeal);
    const subject = protectedOf(await this.atStake(file), this.office);
    const { said, findings, answer } = this.originalOf(file);
    const copy = (text: string, most: number) => [...redacted(text, subject).trim()].slice(0, most).join('');
    return {
      title: copy(appeal.subject, 100),
      kind: appeal.kind,
      topic: appeal.topic,
      street: appeal.street,
      receivedOn: dayOf(appeal.receivedAt),
      answeredOn: appeal.replyDoneAt ? dayOf(appeal.replyDoneAt) : null,
      verdict: appeal.kind === 'complaint' || appeal.kind === 'report' ? 'true' : 'none',
      facts: copy(said, 5000),
      findings: copy(findings, 5000),
      measures: copy(answer, 5000),
    };
  }

  private originalOf(file: AppealFile): PublicationOriginal {
    const { appeal, messages, siteRecords } = file;
    const first = messages.find(({ direction }) => direction === 'in')?.text ?? '';
    const told = messages.findLast(({ direction }) => direction === 'out')?.text ?? '';
    return {
      subject: appeal.subject,
      said: saidIn(appeal.channel, first),
      findings: siteRecords.at(-1)?.findings ?? '',
      answer: standingAnswer(file, this.office).text || told,
    };
  }

  private async atStake({ appeal, party }: AppealFile): Promise<AtStake> {
    const [letters, beside, staff] = await Promise.all([
      this.appeals.lettersOf(appeal.id),
      this.appeals.beside(appeal),
      this.appeals.staffNames(),
    ]);
    return { own: party, letters, beside, staff };
  }
}
