import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  DIMENSIONS,
  Fault,
  instant,
  isUnreachable,
  maskPhone,
  TRY_WORDS,
  type Day,
  type Instant,
  type Office,
  type RevisitMethod,
  type RevisitOutcome,
  type Scores,
  type Solved,
  type Staff,
  type TryOutcome,
} from '@hub/domain';
import type { AppealEntity, RevisitTaskEntity, Stores } from '@hub/persistence';
import { tell } from '../notices/tell';
import { addTask, candidateOf } from '../revisit/plan-revisit';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';

/** What the citizen said: the answers stand in the order of the questions of config/revisit.yaml. */
export interface RevisitSheet {
  readonly outcome: RevisitOutcome;
  readonly method?: RevisitMethod;
  readonly at?: string;
  readonly solved?: Solved;
  readonly scores?: Partial<Scores>;
  readonly answers?: readonly string[];
  readonly words?: string;
}

/** Asking the citizen again (回访): planned by a rule or a person, tried, and written down; never by who handled it. */
@Injectable()
export class RevisitService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  plan(
    number: string,
    body: { readonly dueOn?: Day; readonly words?: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'revisit', way: 'plan', version }, async ({ appeal, stores, now }) => {
      const { rules, revisit } = this.office;
      const candidate = await candidateOf(appeal, stores, this.office, now);
      if (!candidate.free)
        throw new Fault(
          'refused',
          'not-rested',
          `这个电话 ${revisit.restDays} 天内已经回访过。`,
          '督办的和不满意的可以再回访，其余请过些日子。',
        );
      const waitDueOn = body.dueOn ?? addDays(dayOf(now), rules.revisitDays);
      await addTask(appeal, 'planned', candidate, waitDueOn, stores, now);
      return { change: { waitDueOn }, note: body.words ?? '' };
    });
  }

  /** A call that reached nobody; the last of enough of them ends the revisit. */
  try(
    number: string,
    body: { readonly result: TryOutcome; readonly at?: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'revisit', way: 'try', version }, async ({ appeal, stores, now }) => {
      const at = pastMoment(body.at, now);
      const task = await this.taskOf(appeal, stores, now);
      const { phone } = await stores.persons.partyOf(appeal.id);
      const called = { outcome: body.result, phone: phone ? maskPhone(phone) : '' };
      await stores.revisits.addTry({ taskId: task.id, at, byName: by.name, ...called });
      const tries = await stores.revisits.triesOf(task.id);
      const over = isUnreachable(
        tries.map((one) => one.at),
        this.office.revisit,
      );
      const end = over ? { state: 'unreachable' as const, settledAt: now } : {};
      await stores.revisits.changeTask(task.id, { tries: tries.length, assigneeId: by.id, ...end });
      const note = `第 ${tries.length} 次没有联系上：${TRY_WORDS[body.result]}`;
      return over ? { status: 'closed', note: `${note}；按联系不上办结` } : { note };
    });
  }

  record(number: string, sheet: RevisitSheet, by: Staff, version?: number): Promise<AppealEntity> {
    const { outcome } = sheet;
    return this.acts.perform({ number, by, act: 'revisit', way: outcome, version }, async ({ appeal, stores, now }) => {
      const words = sheet.words?.trim() ?? '';
      if (outcome === 'unsatisfied' && !words)
        throw new Fault('invalid', 'words', '不满意要写明原因。', '请写反映人为什么不满意，重办要用。');
      const task = await this.taskOf(appeal, stores, now);
      const { method = 'phone', solved = null, answers = [] } = sheet;
      const said = this.office.revisit.questions.map((question, place) => ({ question, answer: answers[place] ?? '' }));
      const scores = Object.fromEntries(DIMENSIONS.map((one) => [one, sheet.scores?.[one] ?? null])) as unknown as Scores;
      const who = { at: pastMoment(sheet.at, now), byId: by.id, byName: by.name };
      const record = { method, outcome, solved, answers: said, words, ...scores, ...who };
      await stores.revisits.addRecord({ appealId: appeal.id, taskId: task.id, ...record });
      await stores.revisits.changeTask(task.id, { state: 'done', settledAt: now, assigneeId: by.id });
      if (outcome === 'satisfied') return { note: words };
      const text = `${appeal.number}：回访不满意，请决定是否重办。`;
      await tell(stores, appeal, { kind: 'revisit', duties: ['office', 'leader'], text }, now);
      return { change: { waitDueOn: addDays(dayOf(now), this.office.rules.reopenDecisionDays) }, note: words };
    });
  }

  /** An appeal that waits for its revisit has a task, whoever sent it there. */
  private async taskOf(appeal: AppealEntity, stores: Stores, now: Instant): Promise<RevisitTaskEntity> {
    const open = await stores.revisits.openTask(appeal.id);
    if (open) return open;
    const phoneIndex = await stores.revisits.phoneIndexOf(appeal.id);
    await addTask(appeal, 'planned', { phoneIndex }, appeal.waitDueOn ?? dayOf(now), stores, now);
    return (await stores.revisits.openTask(appeal.id))!;
  }
}

function pastMoment(given: string | undefined, now: Instant): Instant {
  const at = given ? instant(new Date(given)) : now;
  if (at > now) throw new Fault('invalid', 'at', '回访的时间还没有到。', '请写已经打过电话的时间。');
  return at;
}
