import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  checkRating,
  clip,
  dayOf,
  SATISFACTION_WORDS,
  SOLVED_WORDS,
  type Instant,
  type Office,
  type RatingForm,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type RatingEntity, type Stores } from '@hub/persistence';
import { CaseActs, type ActEffect, type OutsideContext } from '../acts/case-act';
import { tell } from '../notices/tell';
import { addTask, candidateOf } from '../revisit/plan-revisit';
import { OFFICE } from '../tokens';

/** Which answer is rated, and by which door its citizen came. */
export interface RatedBy {
  readonly appealId: number;
  readonly messageId: number;
  readonly door: RatingEntity['door'];
}

const CITIZEN = '反映人';

/** The citizen says what he thinks of an answer, once; whoever is not satisfied is asked again, or asks for another handling. */
@Injectable()
export class RatingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Answers false where the answer has been rated before: what was said then stands. */
  rate(of: RatedBy, form: RatingForm): Promise<boolean> {
    const { appealId } = of;
    return this.work.run(async (stores) => {
      // The appeal is held first, so that of two forms sent at once the second finds the first one's rating.
      const { status } = await stores.appeals.holdById(appealId);
      if (await stores.ratings.isRated(of.messageId)) return false;
      checkRating(form, status);
      const rating = { appealId, name: CITIZEN, act: 'rating' as const, way: null };
      await this.acts.performOutsideIn(stores, rating, (context) => this.keep(context, of, form));
      if (!form.reopen) return true;
      const asking = { appealId, name: CITIZEN, act: 'reopening' as const, way: 'request' };
      await this.acts.performOutsideIn(stores, asking, (context) => this.askAgain(context, form));
      return true;
    });
  }

  private async keep({ appeal, stores, now }: OutsideContext, of: RatedBy, form: RatingForm): Promise<ActEffect> {
    const { scores, reopen, words, solved, satisfaction } = form;
    const said = { ...scores, solved, satisfaction, words: words.trim(), reopen };
    await stores.ratings.add({ ...of, ...said, unitId: appeal.unitId, departmentId: appeal.departmentId, at: now });
    const note = clip(`${SATISFACTION_WORDS[satisfaction]}，${SOLVED_WORDS[solved]}${words && `：${words.trim()}`}`, 2000);
    if (satisfaction !== 'unsatisfied') return { change: { satisfaction }, note };
    const text = `${appeal.number}：反映人评价不满意${reopen ? '，并申请重办' : ''}，请看一看。`;
    await tell(stores, appeal, { kind: 'rating', duties: ['section-head', 'office'], text }, now);
    const dueOn = reopen ? null : await this.revisitOn(appeal, stores, now);
    const facts = { unsatisfied: true };
    return dueOn
      ? { status: 'revisit', change: { satisfaction, waitDueOn: dueOn }, facts, note }
      : { change: { satisfaction }, facts, note };
  }

  /** All that were not satisfied are asked again (domain: states and transitions), where anybody can be asked. */
  private async revisitOn(appeal: AppealEntity, stores: Stores, now: Instant): Promise<string | null> {
    if (appeal.status !== 'answered') return null;
    const candidate = await candidateOf(appeal, stores, this.office, now);
    if (candidate.reason !== 'supervised' && candidate.reason !== 'unsatisfied') return null;
    const dueOn = addDays(dayOf(now), this.office.rules.revisitDays);
    await addTask(appeal, candidate.reason, candidate, dueOn, stores, now);
    return dueOn;
  }

  private async askAgain({ appeal, stores, now }: OutsideContext, { words }: RatingForm): Promise<ActEffect> {
    const text = `${appeal.number}：反映人申请重办，请决定。`;
    await tell(stores, appeal, { kind: 'rating', duties: ['office', 'leader'], text }, now);
    const waitDueOn = addDays(dayOf(now), this.office.rules.reopenDecisionDays);
    return { change: { waitDueOn }, note: words.trim() };
  }
}
