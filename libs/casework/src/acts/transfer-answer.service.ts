import { Inject, Injectable } from '@nestjs/common';
import { dayOf, departmentName, Fault, longDate, type Day, type Office, type Staff } from '@hub/domain';
import type { AppealEntity, TransferEntity } from '@hub/persistence';
import { passedOnWords } from '../documents/facts';
import { DepartmentSteps, HOME, type DepartmentWord } from '../transfers/department-steps';
import { TransferLetters } from '../transfers/transfer-letters';
import { OFFICE } from '../tokens';
import { CaseActs, type ActContext, type ActEffect } from './case-act';
import { LeakCheckService } from './leak-check.service';
import { ReplyService } from './reply.service';

export type RecordedWay = 'receipt' | 'objection' | 'reply';

/** What comes of a transfer, at our office's desk. */
@Injectable()
export class TransferAnswerService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: TransferLetters,
    private readonly replies: ReplyService,
    private readonly steps: DepartmentSteps,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** What the department said by mail, phone or on paper, written down by the office. */
  record(way: RecordedWay, number: string, word: DepartmentWord, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way, version }, async (context) => {
      const transfer = await waiting(context);
      checkDay(word.on, transfer, context);
      return this.steps[way](context, transfer, word);
    });
  }

  /** A new letter with a new link; the old link opens nothing any more. */
  renew(number: string, by: Staff, version?: number, id?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way: 'link', version }, async (context) => {
      const { appeal, stores, now } = context;
      const transfer = await waiting(context);
      if (id !== undefined && id !== transfer.id)
        throw new Fault('refused', 'transfer-over', '这份转交函已经办完，不用再发链接。', '请到来件里看现在的转交。');
      const to = this.office.departments.find((one) => one.id === transfer.departmentId)?.email;
      if (!to)
        throw new Fault('refused', 'department-email', '这个外单位没有登记邮箱，发不出链接。', '请打印转交函送达，再登记签收。');
      const renewed: TransferEntity = { ...transfer, delivery: 'mail', ...this.letters.newLink(transfer.dueOn, dayOf(now)) };
      const letter = this.letters.toDepartment(appeal, renewed, to, now);
      await stores.outbox.add([letter]);
      const outboxId = await stores.outbox.idOf(letter.messageId);
      const { delivery, linkNonce, linkHash, linkUntil } = renewed;
      await stores.transfers.change(transfer.id, { delivery, linkNonce, linkHash, linkUntil, outboxId });
      return { note: `${transfer.number}，新链接有效到${longDate(linkUntil!)}` };
    });
  }

  /** The department's answer, passed on to the citizen. */
  answered(number: string, answer: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way: 'answer', version }, async (context) => {
      const { appeal, stores, now } = context;
      await this.leaks.refuse(context, { audience: 'citizen', parts: [{ where: '答复', text: answer }] });
      const transfer = await stores.transfers.waitingOf(appeal.id);
      if (transfer) {
        // An answer that came by mail or phone is the department's all the same.
        const replied = transfer.repliedAt ? {} : { reply: answer, repliedAt: now };
        await stores.transfers.change(transfer.id, { ...replied, state: 'answered', answer, answeredAt: now, remindOn: null });
      }
      const name = departmentName(this.office, appeal.departmentId) ?? '外单位';
      const change = await this.replies.answer(context, passedOnWords(name, answer), by.name);
      return { change: { ...change, transferReplied: false }, note: `${name}已答复` };
    });
  }

  takeBack(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way: 'take-back', version }, async (context): Promise<ActEffect> => {
      const { appeal, stores, now } = context;
      const transfer = await stores.transfers.waitingOf(appeal.id);
      if (transfer) {
        await stores.transfers.change(transfer.id, { state: 'taken-back', answer: reason, answeredAt: now, remindOn: null });
        const party = await stores.persons.partyOf(appeal.id);
        const letter = this.letters.returned(appeal, party, transfer, now, '我们会重新看该由谁办理。');
        if (letter) await stores.outbox.add([letter]);
      }
      return { change: HOME, note: reason };
    });
  }
}

async function waiting({ appeal, stores }: ActContext): Promise<TransferEntity> {
  const transfer = await stores.transfers.waitingOf(appeal.id);
  if (!transfer) throw new Fault('refused', 'no-transfer', '没有等着办的转交。', '请刷新后再看。');
  return transfer;
}

function checkDay(on: Day | undefined, { sentAt }: TransferEntity, { now }: ActContext): void {
  if (on !== undefined && (on < dayOf(sentAt) || on > dayOf(now)))
    throw new Fault('invalid', 'day', '日期要在发函之后、今天以前。', '请改成对方真正表示意见的那一天。');
}
