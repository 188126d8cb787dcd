import { Inject, Injectable } from '@nestjs/common';
import {
  addWorkdays,
  BOUNCES_TO_LEADER,
  clipBytes,
  dayOf,
  departmentName,
  Fault,
  longDate,
  mayObject,
  TEXT_BYTES,
  type Day,
  type Office,
} from '@hub/domain';
import type { AttachmentEntity, TransferEntity } from '@hub/persistence';
import type { ActEffect, OutsideContext } from '../acts/case-act';
import { tell } from '../notices/tell';
import { OFFICE } from '../tokens';
import { TransferLetters } from './transfer-letters';

/** What a department says to a transfer, by its link or through our office. */
export interface DepartmentWord {
  readonly officer: string;
  readonly phone: string;
  readonly text: string;
  /** It speaks itself, by its link; otherwise one of us writes down what it said. */
  readonly own?: true;
  /** The day on which it reached us, where that was not today. */
  readonly on?: Day | undefined;
  readonly files?: readonly Pick<AttachmentEntity, 'name' | 'mediaType' | 'size' | 'fileHash'>[];
}

/** Receipt, objection and answer of a department, whoever writes them down. */
@Injectable()
export class DepartmentSteps {
  constructor(
    private readonly letters: TransferLetters,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async receipt({ stores, now }: OutsideContext, transfer: TransferEntity, word: DepartmentWord): Promise<ActEffect> {
    if (transfer.receivedAt) throw new Fault('refused', 'already-received', '这份转交函已经签收过。');
    await stores.transfers.change(transfer.id, { ...saidBy(word), state: 'received', receivedAt: now });
    return { note: this.line(transfer, word, '签收') };
  }

  async objection({ appeal, stores, now }: OutsideContext, transfer: TransferEntity, word: DepartmentWord): Promise<ActEffect> {
    const { office } = this;
    if (!mayObject(transfer, word.on ?? dayOf(now)))
      throw new Fault(
        'refused',
        'objection-late',
        `提出异议的期限是${longDate(transfer.objectBy)}，已经过了。`,
        `有不同意见，请打电话 ${office.phone} 与我局联系。`,
      );
    const bounces = appeal.transferBounces + 1;
    const toLeader = bounces >= BOUNCES_TO_LEADER;
    await stores.transfers.change(transfer.id, {
      ...saidBy(word),
      state: 'objected',
      objection: word.text,
      objectedAt: now,
      remindOn: null,
    });
    const next = toLeader ? '我们会请局领导定下由谁办理。' : '我们会重新看该由谁办理。';
    const letter = this.letters.returned(appeal, await stores.persons.partyOf(appeal.id), transfer, now, next);
    if (letter) await stores.outbox.add([letter]);
    const change = { ...HOME, transferBounces: bounces };
    const text = `${appeal.number}：外单位第 ${bounces} 次退回，请指定由谁办理。`;
    if (toLeader) await tell(stores, { ...appeal, ...change }, { kind: 'transfer', duties: ['leader'], text }, now);
    return {
      change,
      note: `${this.line(transfer, word, '提出异议')}：${word.text}${toLeader ? '（第二次被退回，请局领导指定承办单位）' : ''}`,
    };
  }

  async reply({ appeal, stores, now }: OutsideContext, transfer: TransferEntity, word: DepartmentWord): Promise<ActEffect> {
    const { text, cut } = clipBytes(word.text, TEXT_BYTES);
    const { rules, calendar } = this.office;
    const id = await stores.counters.take('message-id', 1);
    const author = this.nameOf(transfer);
    const remarks = [`外单位答复（${transfer.number}）`];
    await stores.messages.add([
      {
        id,
        appealId: appeal.id,
        direction: 'in',
        author,
        text,
        cut,
        at: now,
        remarks,
      },
    ]);
    const files = (word.files ?? []).map((file) => ({ ...file, appealId: appeal.id, messageId: id, siteRecordId: null }));
    await stores.messages.addAttachments(files);
    await stores.transfers.change(transfer.id, {
      ...saidBy(word),
      state: 'replied',
      reply: text,
      repliedAt: now,
      replyMessageId: id,
      remindOn: null,
    });
    const waitDueOn = addWorkdays(dayOf(now), rules.transferPassOnWorkdays, calendar);
    return { change: { transferReplied: true, waitDueOn }, note: this.line(transfer, word, '答复') };
  }

  nameOf({ departmentId }: TransferEntity): string {
    return departmentName(this.office, departmentId) ?? departmentId;
  }

  private line(transfer: TransferEntity, { officer, phone, on, own }: DepartmentWord, did: string): string {
    const who = [officer, phone].filter(Boolean).join('，');
    if (own) return `${transfer.number}，经办人${who}`;
    return `${this.nameOf(transfer)}${who && `（${who}）`}${on ? `${longDate(on)}` : ''}${did} ${transfer.number}`;
  }
}

/** Back in our office, as it was before any unit or body had it. */
export const HOME = { departmentId: null, unitId: null, handlerId: null, transferFinal: false, transferReplied: false } as const;

const saidBy = ({ officer, phone }: DepartmentWord) => ({ officer: officer || null, officerPhone: phone || null });
