import { Injectable } from '@nestjs/common';
import { clip, mayBePosted, maskIdentityIn, NOBODY, SYSTEM_NAME, type Instant } from '@hub/domain';
import { UnitOfWork, type SiteReplyEntity, type SiteReplyResult, type Stores } from '@hub/persistence';
import { tell } from '../notices/tell';
import { CaseActs } from './case-act';

/** The couriers tell what became of an answer; the reply clock stops when it has arrived. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly acts: CaseActs,
    private readonly work: UnitOfWork,
  ) {}

  /** A letter has gone out; perhaps told twice. */
  async letterSent(letter: { readonly appealId: number | null; readonly kind: string }, at: Instant): Promise<void> {
    const { appealId } = letter;
    if (letter.kind !== 'reply' || appealId === null) return;
    await this.work.run(async (stores) => {
      const appeal = await stores.appeals.holdById(appealId);
      if (!appeal.replyDoneAt) await this.arrived(stores, appealId, { way: null, note: '答复已送达' }, at);
    });
  }

  /** Why an answer that was owed may not be posted any more; null where it may. */
  async refusal(stores: Stores, { appealId, source }: SiteReplyEntity): Promise<string | null> {
    const appeal = await stores.appeals.holdById(appealId);
    return mayBePosted(appeal) ? null : `没有贴到${source}：本件已转为不公开，答复不能再贴到网站上。请用别的方式送达。`;
  }

  /** What became of an answer on its way to a site, in the transaction that settles it. */
  async siteReplySettled(stores: Stores, reply: SiteReplyEntity, result: SiteReplyResult, at: Instant): Promise<void> {
    const { appealId, source } = reply;
    if (result.state === 'sent') return this.arrived(stores, appealId, { way: 'posted', note: `答复已贴到${source}的原帖` }, at);
    if (result.state !== 'dead') return;
    const appeal = await stores.appeals.holdById(appealId);
    const note = clip(maskIdentityIn(result.lastError ?? '', NOBODY), 290);
    const line = { act: 'delivery' as const, way: 'unposted', byId: null, byName: SYSTEM_NAME, at, note };
    await stores.appeals.keep(appeal, {}, line);
    const text = clip(`${appeal.number} 的答复没有贴到${source}，请看待发箱。${note}`, 290);
    await tell(stores, appeal, { kind: 'post', duties: ['handler', 'office'], text }, at);
  }

  private async arrived(
    stores: Stores,
    appealId: number,
    { way, note }: { readonly way: string | null; readonly note: string },
    at: Instant,
  ): Promise<void> {
    const appeal = await stores.appeals.holdById(appealId);
    const line = { act: 'delivery' as const, way, byId: null, byName: SYSTEM_NAME, at, note };
    const kept = await stores.appeals.keep(appeal, { replyDoneAt: appeal.replyDoneAt ?? at }, line);
    await this.acts.follow(appeal, kept, stores, at);
  }
}
