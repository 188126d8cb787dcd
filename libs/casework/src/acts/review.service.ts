import { Injectable } from '@nestjs/common';
import {
  dayOf,
  Fault,
  nextReview,
  REVIEW_OUTCOME_WORDS,
  REVIEW_STAGE_WORDS,
  type Day,
  type ReviewOutcome,
  type Staff,
} from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { CaseActs } from './case-act';

export interface ReviewDecision {
  readonly decidedOn: Day;
  readonly outcome: ReviewOutcome;
  readonly decision: string;
}

/** Reviews by the upper authority are recorded, not decided here (信访工作条例2022 §35, §36). */
@Injectable()
export class ReviewService {
  constructor(private readonly acts: CaseActs) {}

  ask(
    number: string,
    body: { readonly askedOn: Day; readonly authority: string; readonly ground: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'review', way: 'ask', version }, async ({ appeal, stores, now }) => {
      if (body.askedOn > dayOf(now)) throw new Fault('invalid', 'asked-on', '申请的日期还没有到。', '请写实际申请的日期。');
      const answeredOn = appeal.replyDoneAt && dayOf(appeal.replyDoneAt);
      const { stage, dueOn } = nextReview(answeredOn, await stores.reviews.of(appeal.id), body.askedOn);
      const open = { decidedOn: null, outcome: null, decision: null };
      await stores.reviews.add({ appealId: appeal.id, stage, dueOn, ...body, ...open });
      return { note: `${REVIEW_STAGE_WORDS[stage]}，${body.authority}，应在 ${dueOn} 前决定：${body.ground}` };
    });
  }

  decide(number: string, body: ReviewDecision, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'review', way: 'decide', version }, async ({ appeal, stores, now }) => {
      const open = (await stores.reviews.of(appeal.id)).find(({ decidedOn }) => !decidedOn);
      if (!open) throw new Fault('refused', 'no-open-review', '没有等着决定的复查、复核。', '请先登记反映人的申请。');
      if (body.decidedOn < open.askedOn || body.decidedOn > dayOf(now))
        throw new Fault('invalid', 'decided-on', '决定的日期不对。', `应在 ${open.askedOn} 到今天之间。`);
      await stores.reviews.decide(open.id, body);
      return { note: `${REVIEW_STAGE_WORDS[open.stage]}：${REVIEW_OUTCOME_WORDS[body.outcome]}。${body.decision}` };
    });
  }
}
