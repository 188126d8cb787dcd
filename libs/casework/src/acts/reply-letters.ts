import { Inject, Injectable } from '@nestjs/common';
import { longDate, ratingUntil, type Office } from '@hub/domain';
import type { OwedLetter } from '@hub/persistence';
import { randomBytes } from 'node:crypto';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import type { OutsideContext } from './case-act';

/** The letter of an answer, with the link by which it is rated. */
@Injectable()
export class ReplyLetters {
  constructor(
    private readonly letters: Letters,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async write(to: string, text: string, messageId: number, context: OutsideContext): Promise<OwedLetter> {
    const { appeal, now } = context;
    // A reminder tells nothing of an answer, and so has no link to rate it.
    const rateLine = appeal.secrecy === 'confidential' ? '' : await this.rateLine(messageId, context);
    return this.letters.write('reply', appeal, to, now, { text, rateLine });
  }

  private async rateLine(messageId: number, { appeal, stores, now }: OutsideContext): Promise<string> {
    const { publicUrl, rules } = this.office;
    const token = randomBytes(20).toString('hex');
    const until = ratingUntil(now, rules.ratingDays);
    await stores.ratings.addLink(token, { appealId: appeal.id, messageId, until });
    return `问题解决了吗？您满意吗？请在${longDate(until)}以前打开下面的链接告诉我们，只能评价一次：\n${publicUrl}/rate/${token}`;
  }
}
