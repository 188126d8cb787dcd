import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  fillTemplate,
  KIND_WORDS,
  LETTER_RULES,
  longDate,
  threadLocalPart,
  type Appeal,
  type Instant,
  type LetterField,
  type LetterKind,
  type Office,
} from '@hub/domain';
import { Secrets, type OwedLetter } from '@hub/persistence';
import { randomBytes } from 'node:crypto';
import { OFFICE } from './tokens';

type About = Pick<
  Appeal,
  | 'id'
  | 'number'
  | 'kind'
  | 'receivedAt'
  | 'place'
  | 'contactDueOn'
  | 'siteDueOn'
  | 'replyDueOn'
  | 'contactWaiver'
  | 'siteWaiver'
  | 'secrecy'
>;

/** Words letters from the office's templates. Every letter about an appeal carries the secret that brings its answer back. */
@Injectable()
export class Letters {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly secrets: Secrets,
  ) {}

  write(
    kind: LetterKind,
    appeal: About,
    to: string,
    at: Instant,
    fields: Partial<Record<LetterField, string>>,
    answers: string | null = null,
  ): OwedLetter {
    const { office } = this;
    const discreet = appeal.secrecy === 'confidential' && LETTER_RULES[kind].to === 'citizen';
    const { subject, body } = discreet
      ? fillTemplate(office.letters.discreet, this.discreet(appeal, at, fields))
      : fillTemplate(office.letters[kind], { ...this.common(appeal, at), ...fields });
    const mark = threadLocalPart({ appealId: appeal.id, token: this.secrets.threadToken(appeal.id) });
    const marked = (address: string) => (office.plusAddresses ? address.replace(/@(?=[^@]*$)/, `+${mark}@`) : address);
    return {
      appealId: appeal.id,
      kind,
      to,
      subject,
      body,
      messageId: `${mark}.${randomBytes(8).toString('hex')}@${office.replyTo.slice(office.replyTo.lastIndexOf('@') + 1)}`,
      inReplyTo: answers,
      replyTo: marked(office.replyTo),
      returnPath: marked(office.bounceAddress),
      discreet,
      automated: LETTER_RULES[kind].automatic !== null,
      at,
    };
  }

  /** Only that there is news, and how to read it; the query code stands nowhere but in the first of these letters. */
  private discreet(
    { number }: About,
    at: Instant,
    { queryCode, sizeLine = '', ...given }: Partial<Record<LetterField, string>>,
  ): Partial<Record<LetterField, string>> {
    const codeLine = given.codeLine ?? (queryCode ? `查询码：${queryCode}（只写这一次，请保管好）` : '查询码：见第一封提醒信');
    return {
      number,
      codeLine,
      sizeLine,
      trackUrl: given.trackUrl ?? `${this.office.publicUrl}/track`,
      today: longDate(dayOf(at)),
    };
  }

  private common(appeal: About, at: Instant): Partial<Record<LetterField, string>> {
    const { office } = this;
    const step = (waiver: string | null, dueOn: string) => (waiver ? `不需要（${waiver}）` : `${longDate(dueOn)}以前`);
    return {
      number: appeal.number,
      kind: KIND_WORDS[appeal.kind],
      received: longDate(dayOf(appeal.receivedAt)),
      contactLine: step(appeal.contactWaiver, appeal.contactDueOn),
      siteLine: step(appeal.siteWaiver, appeal.siteDueOn),
      replyBy: longDate(appeal.replyDueOn),
      trackUrl: `${office.publicUrl}/track`,
      bureau: office.bureau,
      phone: office.phone,
      hours: office.hours,
      today: longDate(dayOf(at)),
      place: appeal.place,
      greeting: '您好：',
    };
  }
}
