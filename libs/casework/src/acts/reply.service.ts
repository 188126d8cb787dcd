import { Injectable } from '@nestjs/common';
import type { Instant, Staff } from '@hub/domain';
import { UnitOfWork, type AppealEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { ApprovalService } from './approval.service';
import { CaseActs, type ActContext } from './case-act';
import { mailFor } from './citizen-mail';

/** The answer on its way to the citizen, by the appeal's own door. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly work: UnitOfWork,
    private readonly approval: ApprovalService,
  ) {}

  /** Sends the approved draft: by mail where the citizen wrote or left an address, else it stands on his page. */
  send(number: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'reply', version }, async (context) => {
      const text = await this.approval.cleared(context);
      return { change: { ...(await this.answer(context, text, by.name)), reviewStep: null } };
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
    await this.work.run(async (stores) => {
      const appeal = await stores.appeals.holdById(appealId);
      if (appeal.replyDoneAt) return;
      const line = { act: 'delivery' as const, way: null, byId: null, byName: '系统', at, note: '答复已送达' };
      await this.acts.follow(appeal, await stores.appeals.keep(appeal, { replyDoneAt: at }, line), stores, at);
    });
  }
}
