import { Inject, Injectable } from '@nestjs/common';
import { dayOf, plainCode, readAppealNumber, type Office } from '@hub/domain';
import { AppealQuery, DocumentQuery, Secrets, type AppealEntity } from '@hub/persistence';
import { RatingDoor } from '../rating/rating-door';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { TryLimits } from '../tries/try-limits';
import type { Tracked } from '../web-form';
import { TrackPasses } from './track-passes';
import { trackedOf } from './tracked-of';

/** The citizen is let in by number and code. */
@Injectable()
export class TrackDoor {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly secrets: Secrets,
    private readonly limits: TryLimits,
    private readonly passes: TrackPasses,
  ) {}

  /** A pass, or null: a wrong number and a wrong code are the same work and the same answer. `from` is the asker's address. */
  async enter(typed: string, code: string, from: string): Promise<string | null> {
    const number = readAppealNumber(typed);
    const tried = { from, appeal: number };
    await this.limits.count('code', tried);
    const appeal = number ? await this.appeals.find(number) : null;
    const right = this.secrets.codeMatches(number ?? '', plainCode(code), appeal?.queryCodeHash ?? '0'.repeat(64));
    if (!appeal || !right || appeal.status === 'discarded') return null;
    await this.limits.giveBack('code', tried);
    return this.passes.of(appeal);
  }
}

/** What the citizen may know of his appeal. */
@Injectable()
export class TrackingService {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly papers: DocumentQuery,
    private readonly ratings: RatingDoor,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(appeal: AppealEntity): Promise<Tracked> {
    const [file, papers, rating] = await Promise.all([
      this.appeals.whole(appeal),
      this.papers.of(appeal.id),
      this.ratings.ofAppeal(appeal.id),
    ]);
    return trackedOf({ file, papers, rating }, this.office, dayOf(this.clock()));
  }
}
