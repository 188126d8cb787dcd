import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  instant,
  NotFound,
  sees,
  type DocumentFacts,
  type Instant,
  type Office,
  type Sources,
  type Staff,
} from '@hub/domain';
import { AppealQuery, DocumentQuery, type AppealFile, type WordedDocument } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { documentFacts, sourcesOf } from './facts';

/** What a paper is drawn up from: the appeal with all that belongs to it, the papers there are, the day. */
@Injectable()
export class DocumentDesk {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly papers: DocumentQuery,
    @Inject(OFFICE) readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Instant {
    return instant(this.clock());
  }

  async file(number: string, by: Staff): Promise<AppealFile> {
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    return this.appeals.whole(appeal);
  }

  async filed(file: AppealFile): Promise<{ papers: WordedDocument[]; sources: Sources }> {
    return { papers: await this.papers.of(file.appeal.id), sources: sourcesOf(file) };
  }

  paper({ appeal }: AppealFile, id: number): Promise<WordedDocument> {
    return this.papers.one(appeal.id, id);
  }

  nextOf(counter: string): Promise<number> {
    return this.papers.nextOf(counter);
  }

  /** `source` is the number of the transfer or order that the paper is of. */
  facts(file: AppealFile, by: Staff, now: Instant, source: string | null): DocumentFacts {
    return documentFacts(file, this.office, by, dayOf(now), source);
  }
}
