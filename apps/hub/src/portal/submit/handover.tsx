import { Injectable } from '@nestjs/common';
import { WebDoorService, WebPace, WebSending, type DraftKeys, type OpenDraft, type Registered } from '@hub/casework';
import type { WebForm } from '@hub/domain';
import type { ReactElement } from 'react';
import { refusalOf } from '../trouble/refusal';
import type { CheckProps } from './CheckPage';
import { QuestionField } from './QuestionField';

type Refused = Pick<CheckProps, 'faults' | 'refusal' | 'question'>;

/** The last press: asked a question where it has to be, and then handed in. */
@Injectable()
export class Handover {
  constructor(
    private readonly pace: WebPace,
    private readonly sending: WebSending,
    private readonly door: WebDoorService,
  ) {}

  /** A form that comes whole; null where it has to be asked something first. Throws where it is not taken. */
  async whole(receipt: string, form: WebForm, from: string): Promise<Registered[] | null> {
    return (await this.pace.press(from)) ? null : this.door.submit(receipt, [{ form, files: [] }]);
  }

  /** What the check page shows where it is not handed in yet; null where it is. */
  async press(keys: DraftKeys, draft: OpenDraft, from: string, answer: string): Promise<Refused | null> {
    try {
      const right = answer !== '' && (await this.pace.answered(keys, answer));
      const asks = await this.pace.press(from);
      if (!right && (asks || this.pace.tooFast(draft))) return this.question(keys, answer);
      await this.sending.send(keys);
      return null;
    } catch (error) {
      // What somebody has typed is never lost to our trouble.
      const { status, words } = refusalOf(error);
      return { faults: [{ field: 'send', words }], refusal: { status, title: '这一次没有登记成功，您写的内容还在' } };
    }
  }

  private async question(keys: DraftKeys, answer: string): Promise<Refused> {
    const words = answer ? '答得不对，请回答这一道' : '提交以前，请先回答一个问题';
    const asked: ReactElement = <QuestionField words={await this.pace.ask(keys)} fault={words} />;
    return { faults: [{ field: 'answer', words }], question: asked };
  }
}
