import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  addWorkdays,
  dayOf,
  departmentName,
  documentNumber,
  Fault,
  longDate,
  type Office,
  type Staff,
} from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';
import { mailFor } from './citizen-mail';
import { LeakCheckService } from './leak-check.service';
import { ReplyService } from './reply.service';

export interface TransferOut {
  readonly departmentId: string;
  /** What the department reads; without the citizen's identity. */
  readonly summary: string;
  readonly reason: string;
}

/** Hands an appeal to an outside department by a numbered letter, and brings the answer back. */
@Injectable()
export class TransferService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly replies: ReplyService,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  out(number: string, body: TransferOut, by: Staff, version?: number): Promise<AppealEntity> {
    const { office } = this;
    return this.acts.perform({ number, by, act: 'transfer', way: 'out', version }, async (context) => {
      const { appeal, stores, now } = context;
      const department = office.departments.find((one) => one.id === body.departmentId);
      if (!department) throw new Fault('invalid', 'department', `没有“${body.departmentId}”这个外单位。`, '请从外单位名单里选。');
      if (!department.email)
        throw new Fault(
          'refused',
          'department-email',
          `${department.name}没有登记邮箱，函发不出去。`,
          '请先在 config/units.yaml 里补上 email。',
        );
      const parts = [
        { where: '摘要', text: body.summary },
        { where: '理由', text: body.reason },
      ];
      await this.leaks.refuse(context, { audience: 'department', parts });
      const today = dayOf(now);
      const year = today.slice(0, 4);
      const running = await stores.counters.take(`transfer:${year}`, 1);
      const letterNumber = documentNumber(office.documentPrefix, office.documents.words['transfer-letter'], year, running);
      const objectBy = addWorkdays(today, office.rules.objectionWorkdays, office.calendar);
      const dueOn = addDays(today, office.rules.transferAnswerDays);
      const { departmentId, summary, reason } = body;
      await stores.transfers.add({
        appealId: appeal.id,
        number: letterNumber,
        departmentId,
        reason,
        summary,
        objectBy,
        dueOn,
        sentAt: now,
        state: 'sent',
        answer: null,
        answeredAt: null,
      });
      const common = {
        department: department.name,
        letterNumber,
        reason,
        answerBy: longDate(dueOn),
        objectBy: longDate(objectBy),
      };
      const citizen = mailFor(appeal, await stores.persons.partyOf(appeal.id));
      await stores.outbox.add([
        this.letters.write('transfer', appeal, department.email, now, { ...common, summary }),
        // The citizen is told where it went (信访工作条例2022 §23).
        ...(citizen ? [this.letters.write('whereabouts', appeal, citizen, now, common)] : []),
      ]);
      return {
        change: { departmentId, waitDueOn: dueOn, informedAt: appeal.informedAt ?? now },
        note: `${department.name}，${letterNumber}：${reason}`,
      };
    });
  }

  /** The department's answer, passed on to the citizen. */
  answered(number: string, answer: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way: 'answer', version }, async (context) => {
      const { appeal, stores, now } = context;
      await this.leaks.refuse(context, { audience: 'citizen', parts: [{ where: '答复', text: answer }] });
      const waiting = await stores.transfers.waitingOf(appeal.id);
      if (waiting) await stores.transfers.settle(waiting.id, { state: 'answered', answer, answeredAt: now });
      const name = departmentName(this.office, appeal.departmentId) ?? '外单位';
      return {
        change: await this.replies.answer(context, `您反映的事项由${name}办理，答复如下：\n\n${answer}`, by.name),
        note: `${name}已答复`,
      };
    });
  }

  takeBack(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'transfer', way: 'take-back', version }, async ({ appeal, stores, now }) => {
      const waiting = await stores.transfers.waitingOf(appeal.id);
      if (waiting) await stores.transfers.settle(waiting.id, { state: 'taken-back', answer: reason, answeredAt: now });
      return { change: { departmentId: null, unitId: null, handlerId: null }, note: reason };
    });
  }
}
