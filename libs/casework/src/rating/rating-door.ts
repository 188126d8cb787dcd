import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  mayAskAgain,
  mayRate,
  NotFound,
  ratingUntil,
  type Day,
  type Office,
  type Rating,
  type RatingForm,
} from '@hub/domain';
import { RatingQuery, type RatedReply } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { TryLimits } from '../tries/try-limits';
import { RatingService } from './rating.service';

/** An answer as its citizen may rate it. */
export interface Ratable {
  readonly number: string;
  /** Null where it is not told by a letter's link: the appeal is confidential. */
  readonly subject: string | null;
  readonly answeredOn: Day;
  readonly until: Day;
  /** `over`: the days are over; `later`: a newer answer is there or on its way. */
  readonly state: 'open' | 'rated' | 'over' | 'later';
  readonly mayAskAgain: boolean;
  readonly said: (Rating & { readonly on: Day; readonly reopen: boolean }) | null;
}

/** Who has the link of a letter, or the page of the appeal, rates its answer. */
@Injectable()
export class RatingDoor {
  constructor(
    private readonly query: RatingQuery,
    private readonly ratings: RatingService,
    private readonly limits: TryLimits,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `from` is the asker's address. */
  async byLink(token: string, from: string): Promise<Ratable> {
    return this.shown(await this.linked(token, from));
  }

  async rateByLink(token: string, from: string, form: RatingForm): Promise<void> {
    await this.rate(await this.linked(token, from), 'letter', form);
  }

  /** Null where the appeal has no answer yet. */
  async ofAppeal(appealId: number): Promise<Ratable | null> {
    const found = await this.query.lastOf(appealId);
    return found && this.shown(found);
  }

  async rateAppeal(appealId: number, form: RatingForm): Promise<void> {
    const found = await this.query.lastOf(appealId);
    if (!found) throw new NotFound();
    await this.rate(found, 'page', form);
  }

  /** A good link is not counted: nobody finds 160 bits by trying. */
  private async linked(token: string, from: string): Promise<RatedReply> {
    const found = /^[0-9a-f]{40}$/.test(token) ? await this.query.byLink(token) : null;
    if (found && found.appeal.status !== 'discarded') return found;
    await this.limits.count('link', { from });
    throw new NotFound();
  }

  /** What is not open is not rated; the page then shows why. */
  private async rate(found: RatedReply, door: 'letter' | 'page', form: RatingForm): Promise<void> {
    if (this.shown(found).state !== 'open') return;
    await this.ratings.rate({ appealId: found.appeal.id, messageId: found.reply.id, door }, form);
  }

  private shown({ appeal, reply, rating, outdated, until }: RatedReply): Ratable {
    const last = until ?? ratingUntil(reply.at, this.office.rules.ratingDays);
    const isOver = dayOf(this.clock()) > last;
    const isLater = outdated || !mayRate(appeal.status);
    return {
      number: appeal.number,
      subject: until !== null && appeal.secrecy === 'confidential' ? null : appeal.subject,
      answeredOn: dayOf(reply.at),
      until: last,
      state: rating ? 'rated' : isLater ? 'later' : isOver ? 'over' : 'open',
      mayAskAgain: mayAskAgain(appeal.status),
      said: rating && {
        on: dayOf(rating.at),
        solved: rating.solved,
        satisfaction: rating.satisfaction,
        scores: {
          efficiency: rating.efficiency,
          openness: rating.openness,
          charges: rating.charges,
          service: rating.service,
          integrity: rating.integrity,
        },
        words: rating.words,
        reopen: rating.reopen,
      },
    };
  }
}
