import { Injectable } from '@nestjs/common';
import { Fault, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { CaseActs } from '../acts/case-act';

const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}\p{N}-]{2,63}$/u;

/** The address of a citizen to whom mail came back. */
@Injectable()
export class MailAddressService {
  constructor(private readonly acts: CaseActs) {}

  /** Writes down the right address; letters that came back go to it, and the mark is taken away. */
  correct(number: string, email: string, by: Staff, version?: number): Promise<AppealEntity> {
    const to = email.trim();
    if (!EMAIL.test(to)) throw new Fault('invalid', 'email', '这不是一个能用的邮箱地址。', '请向反映人核对，如 li@example.com。');
    return this.acts.perform({ number, by, act: 'mail-address', version }, async ({ appeal, stores, now }) => {
      if (appeal.secrecy === 'anonymous') throw new Fault('refused', 'anonymous', '匿名来件不留邮箱。', '请在网上公布答复。');
      const letters = await stores.outbox.lettersOf(appeal.id);
      const { email: old } = await stores.persons.partyOf(appeal.id);
      await stores.persons.setEmail(appeal.id, to);
      await stores.mailBlocks.lift(to);
      const back = letters.filter((one) => one.state === 'bounced' && one.to.toLowerCase() === old.toLowerCase());
      await stores.outbox.readdress(
        back.map(({ id }) => id),
        to,
        now,
      );
      return { change: { mailReturned: null }, note: back.length ? `退回的 ${back.length} 封信改寄新邮箱` : '' };
    });
  }
}
