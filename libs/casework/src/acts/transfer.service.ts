import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  addWorkdays,
  dayOf,
  documentNumber,
  Fault,
  reminderPlan,
  type Department,
  type Office,
  type Staff,
  type TransferDelivery,
} from '@hub/domain';
import type { AppealEntity, TransferEntity } from '@hub/persistence';
import { TransferCopies, type CopiedFile } from '../transfers/transfer-copies';
import { TransferLetters } from '../transfers/transfer-letters';
import { OFFICE } from '../tokens';
import { CaseActs, type ActContext, type ActEffect } from './case-act';
import { LeakCheckService } from './leak-check.service';

export interface TransferOut {
  readonly departmentId: string;
  /** What the department reads; without the citizen's identity. */
  readonly summary: string;
  readonly reason: string;
  readonly delivery?: TransferDelivery | undefined;
  /** Files of the appeal that go with it; the letter itself as it came never does. */
  readonly attachments?: readonly number[] | undefined;
  /** How the citizen agreed that the department learns his name and phone. */
  readonly consent?: string | undefined;
}

/** Hands an appeal to an outside department by a numbered letter; the second time it came back, a leader does. */
@Injectable()
export class TransferService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: TransferLetters,
    private readonly copies: TransferCopies,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  out(number: string, body: TransferOut, by: Staff, version?: number): Promise<AppealEntity> {
    return this.hand('out', number, body, by, version);
  }

  designate(number: string, body: TransferOut, by: Staff, version?: number): Promise<AppealEntity> {
    return this.hand('designate', number, body, by, version);
  }

  private async hand(way: 'out' | 'designate', number: string, body: TransferOut, by: Staff, version?: number) {
    const department = this.departmentFor(body);
    const files = await this.copies.make(number, body.attachments ?? [], by);
    return this.acts.perform({ number, by, act: 'transfer', way, version }, (context) =>
      this.effect(context, department, body, files, way === 'designate'),
    );
  }

  private async effect(
    context: ActContext,
    department: Department,
    body: TransferOut,
    files: readonly CopiedFile[],
    designated: boolean,
  ): Promise<ActEffect> {
    const { appeal, stores, now } = context;
    const { rules, calendar, documentPrefix, documents } = this.office;
    const party = await stores.persons.partyOf(appeal.id);
    // A body handed an appeal learns who wrote it only where he agreed (信访工作条例2022 §30).
    if (body.consent && appeal.secrecy !== 'named')
      throw new Fault('refused', 'identity-kept', '这一件要保密，姓名和电话不能转送。', '请去掉“转送姓名和电话”。');
    await this.leaks.refuse(context, { audience: 'department', parts: partsOf(appeal, body, files) }, Boolean(body.consent));
    const today = dayOf(now);
    const year = today.slice(0, 4);
    const running = await stores.counters.take(`transfer:${year}`, 1);
    const letterNumber = documentNumber(documentPrefix, documents.words['transfer-letter'], year, running);
    const dueOn = addDays(today, rules.transferAnswerDays);
    const byMail = body.delivery !== 'paper';
    const { departmentId, summary, reason } = body;
    const transfer: Omit<TransferEntity, 'id'> = {
      ...UNANSWERED,
      appealId: appeal.id,
      number: letterNumber,
      departmentId,
      reason,
      summary,
      objectBy: addWorkdays(today, rules.objectionWorkdays, calendar),
      dueOn,
      sentAt: now,
      state: 'sent',
      delivery: byMail ? 'mail' : 'paper',
      designated,
      consent: body.consent ?? null,
      outboxId: null,
      ...(byMail ? this.letters.newLink(dueOn, today) : { linkNonce: null, linkHash: null, linkUntil: null }),
      remindOn: reminderPlan({ sentOn: today, dueOn }, calendar, rules.transferReminders)[0]?.day ?? null,
    };
    const letter = byMail ? this.letters.toDepartment(appeal, transfer, department.email!, now) : null;
    const toCitizen = this.letters.whereabouts(appeal, party, transfer, now);
    await stores.outbox.add([...(letter ? [letter] : []), ...(toCitizen ? [toCitizen] : [])]);
    const outboxId = letter ? await stores.outbox.idOf(letter.messageId) : null;
    await stores.transfers.add(
      { ...transfer, outboxId },
      files.map(({ row }) => row),
    );
    const unread = files
      .flatMap(({ parts }) => parts.filter((part) => part.unread).map(({ where }) => `；${where}读不出，请核对`))
      .join('');
    const consent = body.consent ? `；反映人同意转送姓名、电话：${body.consent}` : '';
    return {
      change: {
        departmentId,
        waitDueOn: dueOn,
        informedAt: appeal.informedAt ?? now,
        transferFinal: designated,
        transferReplied: false,
      },
      note: `${department.name}，${letterNumber}${byMail ? '' : '（纸质）'}：${reason}${consent}${unread}`,
    };
  }

  private departmentFor({ departmentId, delivery, consent }: TransferOut): Department {
    const department = this.office.departments.find((one) => one.id === departmentId);
    if (!department) throw new Fault('invalid', 'department', `没有“${departmentId}”这个外单位。`, '请从外单位名单里选。');
    if (delivery !== 'paper' && !department.email)
      throw new Fault(
        'refused',
        'department-email',
        `${department.name}没有登记邮箱，函发不出去。`,
        '请改选“纸质送达”，或先在 config/units.yaml 里补上 email。',
      );
    if (delivery === 'paper' && consent)
      throw new Fault(
        'refused',
        'consent-on-paper',
        '姓名和电话只在对方的链接页面里给看，纸质函不附。',
        '请改用邮箱发出，或去掉这一项。',
      );
    return department;
  }
}

const UNANSWERED = {
  officer: null,
  officerPhone: null,
  receivedAt: null,
  objection: null,
  objectedAt: null,
  reply: null,
  repliedAt: null,
  replyMessageId: null,
  answer: null,
  answeredAt: null,
} as const;

/** What leaves, in the order in which a second person would look at it. */
const partsOf = ({ street, place }: AppealEntity, { summary, reason }: TransferOut, files: readonly CopiedFile[]) => [
  { where: '摘要', text: summary },
  { where: '理由', text: reason },
  { where: '地点', text: [street, place].filter(Boolean).join('，'), plain: true },
  ...files.flatMap(({ parts }) => parts),
];
