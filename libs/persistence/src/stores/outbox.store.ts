import { bounceReason, clip, type Instant, type LetterKind } from '@hub/domain';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { OutboxLetterEntity } from '../entities/outbox-letter.entity';
import type { Secrets } from '../secrets';
import type { MailBlockStore } from './mail-block.store';
import type { Engine } from '../data-source';
import { databaseNow } from '../database-time';
import { insertRows } from '../insert-rows';

export interface OwedLetter {
  readonly appealId: number | null;
  readonly kind: LetterKind;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly replyTo: string | null;
  readonly returnPath: string | null;
  readonly discreet: boolean;
  readonly automated: boolean;
  readonly at: Instant;
}

export interface ClaimedLetter extends OutboxLetterEntity {
  readonly to: string;
}

/** What stands behind the @, and so who takes the letter. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** What has not gone out, or may go again. */
const UNSENT = ['pending', 'sending', 'dead', 'bounced'] as const;

/** Letters owed to the outside, and the courier's leases on them. */
export class OutboxStore {
  /** Appeals whose letters of this transaction are not sent, and why; see `bounceReason`. */
  readonly withheld = new Map<number, string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
    private readonly blocks: MailBlockStore,
    private readonly engine: Engine,
  ) {}

  /** Owes letters; what is for an address from which mail came back is kept as `bounced` and not sent. */
  async add(letters: readonly OwedLetter[]): Promise<void> {
    if (!letters.length) return;
    const shut = await this.blocks.of(
      letters.map(({ to }) => to),
      letters[0]!.at,
    );
    // A process whose clock is ahead must not make its letters wait until then.
    const now = await databaseNow(this.manager, this.engine);
    const rows = letters.map(({ to, at, subject, ...letter }) => ({
      ...letter,
      subject: clip(subject, 290),
      sealedTo: this.secrets.seal(to),
      domainKey: this.secrets.domainKey(domainOf(to)),
      doubts: 0,
      state: shut.has(to) ? ('bounced' as const) : ('pending' as const),
      attempts: 0,
      nextAt: at < now ? at : now,
      leaseOwner: null,
      leaseUntil: null,
      leaseToken: 0,
      lastError: shut.has(to) ? `没有寄出：${bounceReason(shut.get(to)!)}。` : null,
      createdAt: at,
      sentAt: null,
    }));
    for (const { appealId, to } of letters) if (appealId !== null && shut.has(to)) this.withheld.set(appealId, shut.get(to)!);
    await insertRows(this.manager, OutboxLetterEntity, rows);
  }

  statesOf(appealId: number): Promise<Pick<OutboxLetterEntity, 'state'>[]> {
    return this.manager.find(OutboxLetterEntity, { select: { id: true, state: true }, where: { appealId } });
  }

  async idOf(messageId: string): Promise<number | null> {
    const row = await this.manager.findOne(OutboxLetterEntity, { select: { id: true }, where: { messageId } });
    return row?.id ?? null;
  }

  /** The letters about an appeal, newest first, with their addresses. */
  async lettersOf(appealId: number): Promise<ClaimedLetter[]> {
    const letters = await this.manager.find(OutboxLetterEntity, { where: { appealId }, order: { id: 'DESC' } });
    return letters.map((letter) => ({ ...letter, to: this.secrets.unseal(letter.sealedTo) }));
  }

  /** Letters about an appeal that have not gone out, and acknowledgements of others that name it. */
  async unsentAbout({ id, number }: { readonly id: number; readonly number: string }): Promise<ClaimedLetter[]> {
    const unsent = (more: string) => {
      const query = this.manager
        .createQueryBuilder(OutboxLetterEntity, 'letter')
        .where('letter.state IN (:...unsent)', { unsent: UNSENT })
        .andWhere(more, { id, naming: `%${number}，%` });
      return (this.engine === 'mariadb' ? query.setLock('pessimistic_write') : query).getMany();
    };
    const about = await unsent('letter.appealId = :id');
    const naming = await unsent("letter.kind = 'acknowledgement' AND letter.appealId <> :id AND letter.body LIKE :naming");
    return [...about, ...naming].map((letter) => ({ ...letter, to: this.secrets.unseal(letter.sealedTo) }));
  }

  /** The same letter in other words. */
  async reword(id: number, words: Pick<OwedLetter, 'subject' | 'body' | 'discreet'>): Promise<void> {
    await this.manager.update(
      OutboxLetterEntity,
      { id, state: In([...UNSENT]) },
      { ...words, subject: clip(words.subject, 290) },
    );
  }

  /** A letter came back, or is not to be sent. */
  async bounced(ids: readonly number[], lastError: string): Promise<void> {
    if (ids.length)
      await this.manager.update(OutboxLetterEntity, { id: In([...ids]) }, { state: 'bounced', lastError: clip(lastError, 480) });
  }

  /** A letter that came back for now goes out again, as the same letter. */
  async again({ id, returns }: Pick<OutboxLetterEntity, 'id' | 'returns'>, nextAt: Instant, lastError: string): Promise<void> {
    const change = { state: 'pending' as const, sentAt: null, attempts: 0, nextAt, lastError: clip(lastError, 480) };
    await this.manager.update(OutboxLetterEntity, { id }, { ...change, returns: returns + 1 });
  }

  /** What came back goes to the address that was put right, as the same letters. */
  async readdress(ids: readonly number[], to: string, nextAt: Instant): Promise<void> {
    if (!ids.length) return;
    const whither = { sealedTo: this.secrets.seal(to), domainKey: this.secrets.domainKey(domainOf(to)) };
    const change = { state: 'pending' as const, sentAt: null, attempts: 0, returns: 0, nextAt, lastError: null };
    await this.manager.update(OutboxLetterEntity, { id: In([...ids]) }, { ...whither, ...change });
  }

  /**
   * Claims the next letter of a domain that is due: what a person wrote goes before what the system sends. The claim is
   * committed before anything is sent and carries a new fencing token.
   */
  async claim(domainKey: string, owner: string, now: Instant, leaseUntil: Instant): Promise<ClaimedLetter | null> {
    for (const automated of [false, true]) {
      const due = await this.manager
        .createQueryBuilder(OutboxLetterEntity, 'letter')
        .select(['letter.id', 'letter.leaseToken'])
        .where("letter.state = 'pending' AND letter.domainKey = :domainKey AND letter.automated = :automated", {
          domainKey,
          automated,
        })
        .andWhere('letter.nextAt <= :now', { now })
        .orderBy('letter.nextAt')
        .addOrderBy('letter.id')
        .limit(1)
        .getOne();
      if (!due) continue;
      const { id, leaseToken } = due;
      const { affected } = await this.manager.update(
        OutboxLetterEntity,
        { id, leaseToken, state: 'pending' },
        { state: 'sending', leaseOwner: owner, leaseUntil, leaseToken: leaseToken + 1, attempts: () => 'attempts + 1' },
      );
      if (affected !== 1) continue;
      const letter = await this.manager.findOneByOrFail(OutboxLetterEntity, { id });
      return { ...letter, to: this.secrets.unseal(letter.sealedTo) };
    }
    return null;
  }

  /** Nothing waits longer than `until`: what does was put off by a clock that has been put back since. */
  async pullIn(until: Instant, now: Instant): Promise<void> {
    await this.manager.update(OutboxLetterEntity, { state: 'pending', nextAt: MoreThan(until) }, { nextAt: now });
  }

  /** Letters in somebody's hand; there are no more than couriers have hands. */
  inHand(): Promise<Pick<OutboxLetterEntity, keyof typeof IN_HAND>[]> {
    const select = IN_HAND;
    return this.manager.find(OutboxLetterEntity, { select, where: { state: 'sending' } });
  }

  /** Writes the result of a delivery if the lease is still ours; false where another courier took over. */
  async settle(letter: Pick<OutboxLetterEntity, 'id' | 'leaseToken'>, change: LetterResult): Promise<boolean> {
    const { affected } = await this.manager.update(
      OutboxLetterEntity,
      { id: letter.id, leaseToken: letter.leaseToken, state: 'sending' },
      { ...change, lastError: change.lastError && clip(change.lastError, 480), leaseOwner: null, leaseUntil: null },
    );
    return affected === 1;
  }

  /** What a person must know of a letter who wants it tried again; null where there is no such letter. */
  find(id: number): Promise<Pick<OutboxLetterEntity, 'id' | 'appealId' | 'domainKey' | 'state'> | null> {
    return this.manager.findOne(OutboxLetterEntity, { select: RETRIED, where: { id } });
  }

  /** Letters that were refused for good or too often, all or those of one domain; whoever has doubts about one asks for that one. */
  dead(domainKey: string | null): Promise<Pick<OutboxLetterEntity, 'id' | 'appealId' | 'domainKey'>[]> {
    const where = { state: 'dead' as const, doubts: 0, ...(domainKey !== null && { domainKey }) };
    return this.manager.find(OutboxLetterEntity, { select: RETRIED, where });
  }

  /** Letters that are dead, waiting or came back are tried again now, as if for the first time; gives how many. */
  async retry(ids: readonly number[], now: Instant): Promise<number> {
    if (!ids.length) return 0;
    const back = await this.manager.findBy(OutboxLetterEntity, { id: In([...ids]), state: 'bounced' });
    // Whoever sends it again says that the address will do.
    for (const { sealedTo } of back) await this.blocks.lift(this.secrets.unseal(sealedTo));
    const { affected } = await this.manager.update(
      OutboxLetterEntity,
      { id: In([...ids]), state: In(['dead', 'pending', 'bounced']) },
      { state: 'pending', nextAt: now, attempts: 0, doubts: 0, sentAt: null },
    );
    return affected ?? 0;
  }
}

const IN_HAND = {
  id: true,
  domainKey: true,
  leaseToken: true,
  leaseOwner: true,
  leaseUntil: true,
  attempts: true,
  doubts: true,
} as const;
const RETRIED = { id: true, appealId: true, domainKey: true, state: true } as const;

/** What became of a letter that was in hand. */
export type LetterResult = Pick<OutboxLetterEntity, 'state' | 'lastError' | 'sentAt'> &
  Partial<Pick<OutboxLetterEntity, 'nextAt' | 'attempts' | 'doubts'>>;
