import { clip, type Instant, type LetterKind } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { OutboxLetterEntity } from '../entities/outbox-letter.entity';
import type { Secrets } from '../secrets';
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

/** Letters owed to the outside, and the courier's leases on them. */
export class OutboxStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  async add(letters: readonly OwedLetter[]): Promise<void> {
    const rows = letters.map(({ to, at, subject, ...letter }) => ({
      ...letter,
      subject: clip(subject, 290),
      sealedTo: this.secrets.seal(to),
      domainKey: this.secrets.domainKey(domainOf(to)),
      doubts: 0,
      state: 'pending' as const,
      attempts: 0,
      nextAt: at,
      leaseOwner: null,
      leaseUntil: null,
      leaseToken: 0,
      lastError: null,
      createdAt: at,
      sentAt: null,
    }));
    await insertRows(this.manager, OutboxLetterEntity, rows);
  }

  statesOf(appealId: number): Promise<Pick<OutboxLetterEntity, 'state'>[]> {
    return this.manager.find(OutboxLetterEntity, { select: { id: true, state: true }, where: { appealId } });
  }

  async idOf(messageId: string): Promise<number | null> {
    const row = await this.manager.findOne(OutboxLetterEntity, { select: { id: true }, where: { messageId } });
    return row?.id ?? null;
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

  /** Letters in somebody's hand; there are no more than couriers have hands. */
  inHand(): Promise<Pick<OutboxLetterEntity, 'id' | 'leaseToken' | 'leaseOwner' | 'leaseUntil' | 'attempts' | 'doubts'>[]> {
    const select = { id: true, leaseToken: true, leaseOwner: true, leaseUntil: true, attempts: true, doubts: true } as const;
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

  /** Dead letters, all or those of one domain. */
  dead(domainKey: string | null): Promise<Pick<OutboxLetterEntity, 'id' | 'appealId' | 'domainKey'>[]> {
    const where = { state: 'dead' as const, ...(domainKey !== null && { domainKey }) };
    return this.manager.find(OutboxLetterEntity, { select: RETRIED, where });
  }

  /** Dead or waiting letters are tried again now, as if for the first time; gives how many. */
  async retry(ids: readonly number[], now: Instant): Promise<number> {
    if (!ids.length) return 0;
    const { affected } = await this.manager.update(
      OutboxLetterEntity,
      { id: In([...ids]), state: In(['dead', 'pending']) },
      { state: 'pending', nextAt: now, attempts: 0, doubts: 0 },
    );
    return affected ?? 0;
  }
}

const RETRIED = { id: true, appealId: true, domainKey: true, state: true } as const;

/** What became of a letter that was in hand. */
export type LetterResult = Pick<OutboxLetterEntity, 'state' | 'lastError' | 'sentAt'> &
  Partial<Pick<OutboxLetterEntity, 'nextAt' | 'attempts' | 'doubts'>>;
