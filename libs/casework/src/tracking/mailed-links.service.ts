import { Inject, Injectable } from '@nestjs/common';
import { instant, readAppealNumber, type Office } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { randomBytes } from 'node:crypto';
import { CaseActs } from '../acts/case-act';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { TryLimits } from '../tries/try-limits';

export const LINK_MINUTES = 30;

/** Whoever has lost his code gets a link to the address that he left: it opens his appeal once. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly limits: TryLimits,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Does the same for a number and an address that do not belong together, but for the letter; tells nobody which. */
  async send(typed: string, email: string, from: string): Promise<void> {
    const number = readAppealNumber(typed);
    await this.limits.count('mailed-link', { from, appeal: number });
    await this.work.run(async (stores) => {
      const now = instant(this.acts.now());
      const appeal = number ? await stores.appeals.withNumber(number) : null;
      const [known] = await stores.persons.knownTo([{ email, among: [appeal?.id ?? 0] }]);
      const own = appeal && appeal.status !== 'discarded' && known!.has(appeal.id) ? appeal : null;
      const token = randomBytes(20).toString('hex');
      const until = instant(this.acts.now().getTime() + LINK_MINUTES * 60_000);
      await stores.trackLinks.add(token, own?.id ?? 0, until, now);
      if (!own) return;
      const { email: to } = await stores.persons.partyOf(own.id);
      const fields = {
        trackUrl: `${this.office.publicUrl}/track/link/${token}`,
        codeLine: `这个链接 ${LINK_MINUTES} 分钟内有效，只能用一次。`,
      };
      await stores.outbox.add([this.letters.write('track-link', own, to, now, fields)]);
    });
  }

  /** The appeal that the link opens; null where it was used, is over or never was. */
  async open(token: string, from: string): Promise<number | null> {
    const found = /^[0-9a-f]{40}$/.test(token)
      ? await this.work.run((stores) => stores.trackLinks.use(token, instant(this.acts.now())))
      : null;
    if (found === null) await this.limits.count('link', { from });
    return found;
  }
}
