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
   * Claims the oldest letters that are due, or whose courier let its lease run out. The claim is committed before anything
   * is sent; each carries a new fencing token.
   */
  async claim(owner: string, now: Instant, leaseUntil: Instant, limit: number): Promise<ClaimedLetter[]> {
    const due = await this.manager
      .createQueryBuilder(OutboxLetterEntity, 'letter')
      .select(['letter.id', 'letter.leaseToken'])
      .where("(letter.state = 'pending' AND letter.nextAt <= :now) OR (letter.state = 'sending' AND letter.leaseUntil < :now)", {
        now,
      })
      .orderBy('letter.id')
      .limit(limit)
      .getMany();
    const mine: number[] = [];
    for (const { id, leaseToken } of due) {
      const { affected } = await this.manager.update(
        OutboxLetterEntity,
        { id, leaseToken, state: In(['pending', 'sending']) },
        { state: 'sending', leaseOwner: owner, leaseUntil, leaseToken: leaseToken + 1, attempts: () => 'attempts + 1' },
      );
      if (affected === 1) mine.push(id);
    }
    if (!mine.length) return [];
    const letters = await this.manager.find(OutboxLetterEntity, { where: { id: In(mine) }, order: { id: 'ASC' } });
    return letters.map((letter) => ({ ...letter, to: this.secrets.unseal(letter.sealedTo) }));
  }

  /** Writes the result of a delivery if the lease is still ours; false where another courier took over. */
  async settle(
    letter: Pick<OutboxLetterEntity, 'id' | 'leaseToken'>,
    change: Pick<OutboxLetterEntity, 'state' | 'lastError' | 'sentAt'> & { nextAt?: Instant },
  ): Promise<boolean> {
    const { affected } = await this.manager.update(
      OutboxLetterEntity,
      { id: letter.id, leaseToken: letter.leaseToken, state: 'sending' },
      { ...change, lastError: change.lastError && clip(change.lastError, 480), leaseOwner: null, leaseUntil: null },
    );
    return affected === 1;
  }

  /** A dead or waiting letter is tried again now; false where it is neither. */
  async retry(id: number, now: Instant): Promise<boolean> {
    const { affected } = await this.manager.update(
      OutboxLetterEntity,
      { id, state: In(['dead', 'pending']) },
      { state: 'pending', nextAt: now, attempts: 0 },
    );
    return affected === 1;
  }
}
