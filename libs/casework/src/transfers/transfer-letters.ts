import { Inject, Injectable } from '@nestjs/common';
import { addDays, departmentName, longDate, type Day, type Instant, type Office, type Party } from '@hub/domain';
import { Secrets, type AppealEntity, type OwedLetter, type TransferEntity } from '@hub/persistence';
import { randomBytes } from 'node:crypto';
import { mailFor } from '../acts/citizen-mail';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';

type Link = Pick<TransferEntity, 'linkNonce' | 'linkHash' | 'linkUntil'>;
type Facts = Pick<TransferEntity, 'number' | 'departmentId' | 'reason' | 'dueOn'>;

/** The letters of a transfer: to the department with its link, to the citizen with where it went or came back from. */
@Injectable()
export class TransferLetters {
  constructor(
    private readonly letters: Letters,
    private readonly secrets: Secrets,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  newLink(dueOn: Day, today: Day): Link {
    const linkNonce = randomBytes(16).toString('hex');
    const from = dueOn > today ? dueOn : today;
    return {
      linkNonce,
      linkHash: this.secrets.linkHash(this.secrets.linkToken(linkNonce)),
      linkUntil: addDays(from, this.office.rules.transferLinkDays),
    };
  }

  toDepartment(appeal: AppealEntity, transfer: Omit<TransferEntity, 'id'>, to: string, at: Instant): OwedLetter {
    const { designated, consent, objectBy } = transfer;
    return this.letters.write('transfer', appeal, to, at, {
      ...this.facts(transfer),
      summary: transfer.summary,
      linkLine: this.linkLine(transfer),
      objectLine: designated
        ? '本件由我局领导指定贵单位办理，不再提异议。有不同意见，请与我局联系。'
        : `如认为不属于贵单位职责，请在${longDate(objectBy)}以前（${this.office.rules.objectionWorkdays} 个工作日内）提出异议，` +
          '写明理由和依据，并请提出建议的承办单位。',
      identityLine: consent
        ? '来件人同意把姓名和电话告诉贵单位，请打开上面的链接查看，只用于办理本件。'
        : '本函不附来件人的身份和联系方式。办理中确需与来件人联系的，请与我局联系。',
    });
  }

  reminder(appeal: AppealEntity, transfer: TransferEntity, to: string, at: Instant, dueLine: string): OwedLetter {
    return this.letters.write('transfer-reminder', appeal, to, at, {
      ...this.facts(transfer),
      dueLine,
      linkLine: this.linkLine(transfer),
    });
  }

  /** Where it went (信访工作条例2022 §23); null where the citizen left no mailbox. */
  whereabouts(
    appeal: AppealEntity,
    party: Party,
    transfer: Facts & Pick<TransferEntity, 'consent'>,
    at: Instant,
  ): OwedLetter | null {
    const identityLine = transfer.consent ? '按您的同意，您的姓名和电话一并告诉了对方。' : '转送函里没有写您的姓名和联系方式。';
    return this.toCitizen('whereabouts', appeal, party, at, { ...this.facts(transfer), identityLine });
  }

  returned(appeal: AppealEntity, party: Party, transfer: Facts, at: Instant, nextLine: string): OwedLetter | null {
    return this.toCitizen('transfer-returned', appeal, party, at, { ...this.facts(transfer), nextLine });
  }

  private toCitizen(
    name: 'whereabouts' | 'transfer-returned',
    appeal: AppealEntity,
    party: Party,
    at: Instant,
    fields: Parameters<Letters['write']>[4],
  ): OwedLetter | null {
    const to = mailFor(appeal, party);
    return to ? this.letters.write(name, appeal, to, at, fields) : null;
  }

  private facts({ number, departmentId, reason, dueOn }: Facts) {
    const department = departmentName(this.office, departmentId) ?? departmentId;
    return { department, letterNumber: number, reason, answerBy: longDate(dueOn) };
  }

  private linkLine({ linkNonce, linkUntil }: Link): string {
    if (!linkNonce || !linkUntil) return '';
    const address = `${this.office.publicUrl}/transfers/${this.secrets.linkToken(linkNonce)}`;
    return `请打开下面的链接签收、提出异议或者答复，可以附文件。不用登录，${longDate(linkUntil)}以前有效，请勿转发：\n${address}`;
  }
}
