import { Injectable } from '@nestjs/common';
import { deliveryNeedsNote, Fault, OTHER_DELIVERIES, REPLY_DELIVERY_WORDS, type ReplyDelivery, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { SiteAnswerService } from '../site-replies/site-answer.service';
import { ApprovalService } from './approval.service';
import { CaseActs, type ActContext } from './case-act';
import { mailFor } from './citizen-mail';
import { ReplyLetters } from './reply-letters';

/** How the answer was or is to be handed over; without a way it goes by mail, under his post, or else to his page. */
export interface Handover {
  readonly delivery?: ReplyDelivery | undefined;
  readonly note?: string | undefined;
}

/** The answer on its way to the citizen, by the appeal's own door. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: ReplyLetters,
    private readonly approval: ApprovalService,
    private readonly sites: SiteAnswerService,
  ) {}

  /** Sends the approved draft, or records that it was told by phone, in person or by post. */
  send(number: string, handover: Handover, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'reply', version }, async (context) => {
      const text = await this.approval.cleared(context);
      const note = handoverNote(handover);
      return { change: { ...(await this.answer(context, text, by.name, handover)), reviewStep: null }, note };
    });
  }

  /** The letter did not arrive: the same answer told by phone, in person or by post, with a note of how. */
  sendOtherwise(number: string, handover: Handover, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'reply', way: 'otherwise', version }, async ({ now }) => {
      if (!handover.delivery || !OTHER_DELIVERIES.includes(handover.delivery))
        throw new Fault('invalid', 'delivery', '另行送达要写明用什么方式。', OTHER_WAYS);
      return { change: { replyDoneAt: now }, note: handoverNote(handover) };
    });
  }

  /** Owes the citizen an answer; the reply clock stops when it is delivered, at once where it is read on his page. */
  async answer(
    context: ActContext,
    text: string,
    author: string,
    handover: Handover = {},
  ): Promise<Pick<AppealEntity, 'replyDoneAt' | 'satisfaction'>> {
    const { appeal, stores, now } = context;
    const { delivery } = handover;
    const byMail = delivery === undefined || delivery === 'mail';
    const to = byMail ? mailFor(appeal, await stores.persons.partyOf(appeal.id)) : null;
    if (delivery === 'mail' && !to) throw new Fault('refused', 'no-address', '没有可以回信的邮箱。', OTHER_WAYS);
    const id = await stores.counters.take('message-id', 1);
    const letter = to ? await this.letters.write(to, text, id, { appeal, stores, now }) : null;
    if (letter) await stores.outbox.add([letter]);
    const outboxId = letter ? await stores.outbox.idOf(letter.messageId) : null;
    const onSite = delivery === undefined || delivery === 'site';
    const posted = onSite && (await this.sites.owe(context, text, id, delivery === 'site'));
    const remarks = [handoverNote(handover)].filter(Boolean);
    await stores.messages.add([{ id, appealId: appeal.id, direction: 'out', author, text, at: now, outboxId, remarks }]);
    // A new answer has been rated by nobody yet.
    return { replyDoneAt: letter || posted ? appeal.replyDoneAt : (appeal.replyDoneAt ?? now), satisfaction: null };
  }
}

const OTHER_WAYS = '请改用电话、当面、寄信答复，或在网上公布。';

/** 电话答复：…; a reply that no machine sees go out counts only with its note. */
function handoverNote({ delivery, note = '' }: Handover): string {
  if (!delivery) return '';
  const word = REPLY_DELIVERY_WORDS[delivery];
  if (deliveryNeedsNote(delivery) && !note.trim())
    throw new Fault(
      'invalid',
      'delivery-note',
      `${word}要有书面记录。`,
      '请写明何时、告诉了谁、对方怎么说；寄信的写挂号信号码。',
    );
  return note.trim() ? `${word}：${note.trim()}` : word;
}
