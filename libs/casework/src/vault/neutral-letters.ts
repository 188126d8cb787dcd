import { Injectable } from '@nestjs/common';
import { LETTER_RULES, type Instant } from '@hub/domain';
import type { AppealEntity, ClaimedLetter, OwedLetter, Stores } from '@hub/persistence';
import { folded, unfolded } from '../acknowledgements/folded';
import { mailFor } from '../acts/citizen-mail';
import { Letters } from '../letters';

const KEPT_OUT = '来件改为保密，没有寄出：网上来的保密件不往邮箱寄信，请当事人凭编号和查询码查看。';

/** Letters that were worded before their appeal became confidential and have not gone out. */
@Injectable()
export class NeutralLetters {
  constructor(private readonly letters: Letters) {}

  /**
   * Words them anew, so that none tells what the appeal is about or whom it is from; the same letters under the same
   * Message-IDs. Answers how many. One that a courier has in his hand can no longer be held back, but goes no second time.
   */
  async reword(stores: Stores, appeal: AppealEntity): Promise<number> {
    const party = await stores.persons.partyOf(appeal.id);
    const letters = (await stores.outbox.unsentAbout(appeal)).filter(isTelling);
    const others = new Map(
      (await stores.appeals.byIds(letters.flatMap(({ appealId }) => appealId ?? []))).map((one) => [one.id, one]),
    );
    for (const letter of letters) {
      const about = others.get(letter.appealId!);
      if (about) await stores.outbox.reword(letter.id, this.neutral(letter, about, letter.createdAt));
    }
    const keptOut = mailFor({ ...appeal, secrecy: 'confidential' }, party) === null;
    if (keptOut)
      await stores.outbox.bounced(
        letters.flatMap(({ id, appealId }) => (appealId === appeal.id ? [id] : [])),
        KEPT_OUT,
      );
    const held = await stores.acknowledgements.heldOf(appeal.id);
    for (const { id, held: one } of held)
      await stores.acknowledgements.reword(id, {
        ...one,
        letter: { ...one.letter, ...this.neutral(one.letter, appeal, one.letter.at) },
      });
    return letters.length + held.length;
  }

  private neutral({ kind, to, body }: Pick<OwedLetter, 'kind' | 'to' | 'body'>, about: AppealEntity, at: Instant) {
    const { code, others } = kind === 'acknowledgement' ? unfolded(body) : { code: null, others: [] };
    const written = this.letters.write(kind, { ...about, secrecy: 'confidential' }, to, at, code ? { queryCode: code } : {});
    const { subject, body: text, discreet } = folded(written, others);
    return { subject, body: text, discreet };
  }
}

const isTelling = ({ kind, discreet }: ClaimedLetter): boolean => !discreet && LETTER_RULES[kind].to === 'citizen';
