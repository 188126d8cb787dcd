import { Injectable } from '@nestjs/common';
import { clipBytes, Fault, TEXT_BYTES, type Instant, type Staff } from '@hub/domain';
import { UnitOfWork, type AppealEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { CaseActs, type ActContext } from './case-act';
import { mailFor } from './citizen-mail';

/** The answer: written, submitted, approved, sent by the appeal's own door. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly work: UnitOfWork,
  ) {}

  draft(
    number: string,
    body: { readonly text: string; readonly submit?: boolean },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    const way = body.submit ? 'submit' : 'save';
    return this.acts.perform({ number, by, act: 'draft', way, version }, async ({ appeal, stores, now }) => {
      const { text, cut } = clipBytes(body.text, TEXT_BYTES);
      if (cut) throw new Fault('invalid', 'too-long', '答复太长，存不下。', '请压缩到 2 万字以内，详情作附件。');
      if (body.submit && !text.trim()) throw new Fault('invalid', 'draft-empty', '答复还没有写。', '请写好再送审。');
      const before = await stores.evidence.draftOf(appeal.id);
      await stores.evidence.keepDraft({
        appealId: appeal.id,
        text,
        version: (before?.version ?? 0) + 1,
        byId: by.id,
        byName: by.name,
        at: now,
        approvedBy: null,
        approvedAt: null,
      });
      return { change: { handlerId: appeal.handlerId ?? by.id } };
    });
  }

  approve(
    number: string,
    body: { readonly decision: 'pass' | 'send-back'; readonly reason?: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'approval', way: body.decision, version }, async ({ appeal, stores, now }) => {
      const draft = await stores.evidence.draftOf(appeal.id);
      if (!draft) throw new Fault('refused', 'draft-missing', '没有答复稿。');
      if (body.decision === 'send-back') {
        if (!body.reason?.trim()) throw new Fault('invalid', 'reason', '退回修改要写明理由。');
        return { note: body.reason };
      }
      await stores.evidence.keepDraft({ ...draft, approvedBy: by.name, approvedAt: now });
      return {};
    });
  }

  /** Sends the approved draft: by mail where the citizen wrote or left an address, else it stands on his page. */
  send(number: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'reply', version }, async (context) => {
      const draft = await context.stores.evidence.draftOf(context.appeal.id);
      return { change: await this.answer(context, draft!.text, by.name) };
    });
  }

  /** Owes the citizen an answer; the reply clock stops when it is delivered, at once where it is read on his page. */
  async answer({ appeal, stores, now }: ActContext, text: string, author: string): Promise<Pick<AppealEntity, 'replyDoneAt'>> {
    const to = mailFor(appeal, await stores.persons.partyOf(appeal.id));
    const letter = to ? this.letters.write('reply', appeal, to, now, { text }) : null;
    if (letter) await stores.outbox.add([letter]);
    const outboxId = letter ? await stores.outbox.idOf(letter.messageId) : null;
    const id = await stores.counters.take('message-id', 1);
    const rest = { cut: false, fileHash: null, mediaType: null, remarks: [] };
    await stores.messages.add([{ id, appealId: appeal.id, direction: 'out', author, text, at: now, outboxId, ...rest }]);
    return { replyDoneAt: letter ? appeal.replyDoneAt : (appeal.replyDoneAt ?? now) };
  }

  /** The courier tells that a letter has gone out: a reply stops the clock by it. */
  async delivered(letter: { readonly appealId: number | null; readonly kind: string }, at: Instant): Promise<void> {
    const { appealId } = letter;
    if (letter.kind !== 'reply' || appealId === null) return;
    await this.work.run(async ({ appeals }) => {
      const appeal = await appeals.holdById(appealId);
      if (appeal.replyDoneAt) return;
      const line = { act: 'delivery' as const, way: null, byId: null, byName: '系统', at, note: '答复已送达' };
      await appeals.keep(appeal, { replyDoneAt: at }, line);
    });
  }
}
