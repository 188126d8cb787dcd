import { Inject, Injectable } from '@nestjs/common';
import { instant, NotFound, sees, type Staff } from '@hub/domain';
import { AppealQuery, UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

/** What a person does about letters that have not gone out, and answers that do not stand on their sites. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appeals: AppealQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One letter again, now and as if for the first time. */
  async retry(id: number, by: Staff): Promise<void> {
    const letter = await this.known(id, by);
    const now = instant(this.clock());
    const done = await this.work.run(async ({ outbox, outboxDomains }) => {
      await outboxDomains.open(letter.domainKey, now);
      return outbox.retry([id], now);
    });
    if (!done) throw absent();
  }

  /** Every letter that was given up to the domain of this one; gives how many. Those he may not know of stay as they are. */
  async retryDomain(id: number, by: Staff): Promise<number> {
    const { domainKey } = await this.known(id, by);
    const dead = await this.work.run(({ outbox }) => outbox.dead(domainKey));
    const known = await this.knownOf(dead, by);
    const now = instant(this.clock());
    return this.work.run(async ({ outbox, outboxDomains }) => {
      await outboxDomains.open(domainKey, now);
      return outbox.retry(
        known.map((letter) => letter.id),
        now,
      );
    });
  }

  /** One answer to a site again; it is looked for there before it is posted. */
  async retrySiteReply(id: number, by: Staff): Promise<void> {
    const reply = await this.work.run(({ siteReplies }) => siteReplies.find(id));
    if (!reply || !(await this.knownOf([reply], by)).length) throw absent();
    const now = instant(this.clock());
    const done = await this.work.run(async ({ siteReplies, outboxDomains }) => {
      await outboxDomains.open(siteReplies.keyOf(reply.channel), now);
      return siteReplies.retry([id], now);
    });
    if (!done) throw absent();
  }

  private async known(id: number, by: Staff) {
    const letter = await this.work.run(({ outbox }) => outbox.find(id));
    if (!letter || !(await this.knownOf([letter], by)).length) throw absent();
    return letter;
  }

  /** An administrator keeps the letters going without knowing what they are about. */
  private async knownOf<T extends { readonly appealId: number | null }>(letters: readonly T[], by: Staff): Promise<T[]> {
    if (by.role === 'administrator') return [...letters];
    const appeals = await this.appeals.seen(letters.flatMap(({ appealId }) => appealId ?? []));
    return letters.filter(({ appealId }) => {
      const appeal = appeals.get(appealId ?? 0);
      return !appeal || sees(by, appeal);
    });
  }
}

const absent = (): NotFound => new NotFound('已经发出，或不存在。', '请刷新待发箱。');
