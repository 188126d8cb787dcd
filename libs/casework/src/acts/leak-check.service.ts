import { Inject, Injectable } from '@nestjs/common';
import { Fault, LEAK_WORDS, NotFound, sees, type LeakHit, type LeavingPart, type Office, type Staff } from '@hub/domain';
import { AppealQuery, type AppealEntity, type Stores } from '@hub/persistence';
import { OFFICE } from '../tokens';
import { TransferCopies } from '../transfers/transfer-copies';
import { CaseActs, type ActContext } from './case-act';
import { LeakFound, leakHash, type LeakQuestion } from './leak-found';
import { besideOf, leaksIn } from './leaks-in';

const blocking = (hits: readonly LeakHit[]): LeakHit[] => hits.filter(({ weight }) => weight === 'block');

/** What tells something is let go as it is; what tells nothing beside it may still be changed. */
const partsWith = (hits: readonly LeakHit[], parts: readonly LeavingPart[]): LeavingPart[] =>
  parts.filter(({ where }) => hits.some((hit) => hit.where === where));

/** Looks at whatever is to leave, and keeps what tells who the citizen is, unless a second person has let it go. */
@Injectable()
export class LeakCheckService {
  constructor(
    private readonly acts: CaseActs,
    private readonly appeals: AppealQuery,
    private readonly copies: TransferCopies,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Refuses what would tell something; `consented` where the citizen agreed that the department knows him. */
  async refuse({ appeal, stores }: ActContext, question: LeakQuestion, consented = false): Promise<void> {
    const { audience, parts } = question;
    const hits = blocking(await this.look(question, appeal, stores, consented));
    const telling = partsWith(hits, parts);
    if (!hits.length || (await stores.leakReviews.isAllowed(appeal.id, leakHash(telling), audience))) return;
    throw new LeakFound(hits, { audience, parts: telling });
  }

  /** What would be found, for whoever is writing. */
  async check(number: string, question: LeakQuestion, by: Staff, files: readonly number[] = []): Promise<readonly LeakHit[]> {
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    const [party, letters, beside] = await Promise.all([
      this.appeals.partyOf(appeal.id),
      this.appeals.lettersOf(appeal.id),
      this.appeals.beside(appeal),
    ]);
    const parts = [...question.parts, ...(await this.copies.told(number, files, by))];
    const staff = question.audience === 'public' ? await this.appeals.staffNames() : [];
    return leaksIn({ ...question, parts }, { own: party, letters, beside, staff }, this.office);
  }

  /** Asks a second person about a text as it is. */
  ask(number: string, { audience, parts }: LeakQuestion, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'leak-review', way: 'ask', version }, async ({ appeal, stores, now }) => {
      const hits = blocking(await this.look({ audience, parts }, appeal, stores));
      if (!hits.length) throw new Fault('refused', 'no-leak', '没有查出要复核的内容。', '可以直接发出。');
      const textHash = leakHash(partsWith(hits, parts));
      if (await stores.leakReviews.isAsked(appeal.id, textHash))
        throw new Fault('refused', 'already-asked', '这段文字已经提请复核。', '请等第二人复核。');
      const text = parts.map((part) => `${part.where}：${part.text}`).join('\n\n');
      const asked = { state: 'asked' as const, decidedBy: null, decidedAt: null, reason: null };
      const who = { askedById: by.id, askedBy: by.name, askedAt: now };
      await stores.leakReviews.add({ appealId: appeal.id, audience, textHash, text, hits, ...who, ...asked });
      const kinds = [...new Set(hits.map(({ kind }) => LEAK_WORDS[kind]))].join('、');
      return { change: { leaksAsked: appeal.leaksAsked + 1 }, note: `提请复核：${kinds}` };
    });
  }

  /** The second person's word; never the word of who asked. */
  decide(
    number: string,
    body: { readonly id: number; readonly allow: boolean; readonly reason: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'leak-review', way: 'decide', version }, async ({ appeal, stores, now }) => {
      const review = await stores.leakReviews.byId(appeal.id, body.id);
      if (review?.state !== 'asked') throw new Fault('refused', 'no-leak-review', '没有这条等着复核的提示。', '请刷新后再看。');
      if (review.askedById === by.id)
        throw new Fault('forbidden', 'own-text', '不能复核自己写的文字。', '请由科室负责人、局领导或办公室的另一位同事复核。');
      const state = body.allow ? ('allowed' as const) : ('refused' as const);
      await stores.leakReviews.settle(review.id, { state, decidedBy: by.name, decidedAt: now, reason: body.reason });
      return {
        change: { leaksAsked: Math.max(appeal.leaksAsked - 1, 0) },
        note: `${body.allow ? '准予发出' : '不准发出'}：${body.reason}`,
      };
    });
  }

  /** Who approves a text has read it: his reason lets go what it tells. */
  async allowByApprover(
    { appeal, stores, now, by }: ActContext,
    question: LeakQuestion,
    author: Staff,
    reason: string,
  ): Promise<string> {
    const hits = blocking(await this.look(question, appeal, stores));
    if (!hits.length) return '';
    if (!reason.trim()) throw new LeakFound(hits, question);
    await stores.leakReviews.add({
      appealId: appeal.id,
      audience: question.audience,
      textHash: leakHash(partsWith(hits, question.parts)),
      text: question.parts.map((part) => part.text).join('\n\n'),
      hits,
      askedById: author.id,
      askedBy: author.name,
      askedAt: now,
      state: 'allowed',
      decidedBy: by.name,
      decidedAt: now,
      reason,
    });
    return `查出${hits.map(({ kind }) => LEAK_WORDS[kind]).join('、')}，准予发出：${reason}`;
  }

  private async look(question: LeakQuestion, appeal: AppealEntity, stores: Stores, consented = false): Promise<LeakHit[]> {
    const own = await stores.persons.partyOf(appeal.id);
    const { published = [] } = question;
    const letters = (await stores.messages.lettersOf([appeal.id])).filter((one) => !published.includes(one));
    const staff = question.audience === 'public' ? await stores.staff.names() : [];
    return leaksIn(question, { own, letters, beside: await besideOf(appeal, stores), staff }, this.office, consented);
  }
}
