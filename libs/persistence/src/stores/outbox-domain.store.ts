import { clip, instant, type Instant } from '@hub/domain';
import { In, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { Engine } from '../data-source';
import { databaseNow } from '../database-time';
import { OutboxDomainEntity } from '../entities/outbox-domain.entity';

/** Stands for the mail server by which all letters go. */
export const MAIL_SERVER = 'server';

/** Domains with letters that wait: each is found by one step in the index, however many letters it has. */
const WAITING = `WITH RECURSIVE domains (domainKey) AS (
    SELECT MIN(domainKey) FROM outbox_letters WHERE state = 'pending'
    UNION ALL
    SELECT (SELECT MIN(l.domainKey) FROM outbox_letters l WHERE l.state = 'pending' AND l.domainKey > domains.domainKey)
    FROM domains WHERE domains.domainKey IS NOT NULL
  )
  SELECT d.domainKey AS domainKey, o.openAt AS openAt, o.leaseUntil AS leaseUntil, ${dueOf(0)} AS personal, ${dueOf(1)} AS automatic
  FROM domains d LEFT JOIN outbox_domains o ON o.domainKey = d.domainKey
  WHERE d.domainKey IS NOT NULL`;

interface WaitingRow {
  readonly domainKey: string;
  readonly openAt: Instant | null;
  readonly leaseUntil: Instant | null;
  readonly personal: Instant | null;
  readonly automatic: Instant | null;
}

/** No rest and no lease is as long: an end beyond this is what a clock has left that was put back since. */
const beyond = (now: Instant): Instant => instant(Date.parse(now) + 1_800_000);

export interface DomainRest {
  readonly openAt: Instant;
  readonly failures: number;
  readonly lastError: string | null;
}

/** How letters to each domain may go on: one at a time, at a pace, with rests. Shared by all couriers. */
export class OutboxDomainStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  /** By this, and by no process's clock, letters are claimed and wait. */
  now(): Promise<Instant> {
    return databaseNow(this.manager, this.engine);
  }

  /** Domains that may be written to now, those with a person's letter first; and when the next one opens. */
  async waiting(now: Instant): Promise<{ open: string[]; nextAt: Instant | null }> {
    const server = await this.manager.findOneBy(OutboxDomainEntity, { domainKey: MAIL_SERVER });
    const still = (at: Instant | null): Instant => (at && at < beyond(now) ? at : '');
    if (server && still(server.openAt) > now) return { open: [], nextAt: server.openAt };
    const rows = ((await this.manager.query(WAITING)) as WaitingRow[]).map((row) => ({
      ...row,
      dueAt: [row.personal, row.automatic].filter((at) => at !== null).sort()[0] ?? '',
    }));
    const opensAt = ({ dueAt, openAt, leaseUntil }: (typeof rows)[number]) =>
      [dueAt, still(openAt), still(leaseUntil)].sort()[2]!;
    const open = rows.filter((row) => opensAt(row) <= now);
    const rank = ({ personal, dueAt }: (typeof rows)[number]) => `${personal !== null && personal <= now ? 0 : 1}${dueAt}`;
    open.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
    const nextAt =
      rows
        .map(opensAt)
        .filter((at) => at > now)
        .sort()[0] ?? null;
    // A server that has failed is tried with one letter.
    const tried = server?.failures ? open.slice(0, 1) : open;
    return { open: tried.map(({ domainKey }) => domainKey), nextAt };
  }

  /** Takes a domain for one letter; gives its refusals so far, or null where another has it or it rests. */
  async lease(domainKey: string, owner: string, now: Instant, leaseUntil: Instant): Promise<number | null> {
    const known = await this.manager.findOneBy(OutboxDomainEntity, { domainKey });
    if (!known) {
      const fresh = { domainKey, openAt: now, failures: 0, leaseOwner: null, leaseUntil: null, lastError: null };
      await this.manager.createQueryBuilder().insert().into(OutboxDomainEntity).values(fresh).orIgnore().execute();
    }
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(OutboxDomainEntity)
      .set({ leaseOwner: owner, leaseUntil })
      .where(
        `domainKey = :domainKey AND (openAt <= :now OR openAt >= :beyond)
         AND (leaseUntil IS NULL OR leaseUntil <= :now OR leaseUntil >= :beyond)`,
        { domainKey, now, beyond: beyond(now) },
      )
      .execute();
    return affected === 1 ? (known?.failures ?? 0) : null;
  }

  /** Gives a domain back, if it is still ours. */
  async free(domainKey: string, owner: string, leaseUntil: Instant, rest?: DomainRest): Promise<void> {
    await this.manager.update(
      OutboxDomainEntity,
      { domainKey, leaseOwner: owner, leaseUntil },
      { ...(rest && clipped(rest)), leaseOwner: null, leaseUntil: null },
    );
  }

  /** Gives back what couriers hold that are no more. */
  async freeAllOf(owners: readonly string[]): Promise<void> {
    await this.manager.update(OutboxDomainEntity, { leaseOwner: In([...owners]) }, { leaseOwner: null, leaseUntil: null });
  }

  /** Opens a domain, or the server, before its time: a person asks for it. */
  async open(domainKey: string, now: Instant): Promise<void> {
    await this.manager.update(
      OutboxDomainEntity,
      { domainKey: In([domainKey, MAIL_SERVER]), openAt: MoreThan(now) },
      { openAt: now },
    );
  }

  serverState(): Promise<OutboxDomainEntity | null> {
    return this.manager.findOneBy(OutboxDomainEntity, { domainKey: MAIL_SERVER });
  }

  /** The server takes nothing; false where another has said so since `since`. */
  async restServer(since: Instant, rest: DomainRest): Promise<boolean> {
    const known = await this.serverState();
    if (!known) {
      const row = { domainKey: MAIL_SERVER, ...clipped(rest), leaseOwner: null, leaseUntil: null };
      await this.manager.createQueryBuilder().insert().into(OutboxDomainEntity).values(row).orIgnore().execute();
      return true;
    }
    const { affected } = await this.manager.update(
      OutboxDomainEntity,
      { domainKey: MAIL_SERVER, openAt: LessThanOrEqual(since) },
      clipped(rest),
    );
    return affected === 1;
  }

  async serverAnswered(): Promise<void> {
    await this.manager.update(
      OutboxDomainEntity,
      { domainKey: MAIL_SERVER, failures: MoreThan(0) },
      { failures: 0, lastError: null },
    );
  }
}

const clipped = ({ openAt, failures, lastError }: DomainRest): DomainRest => ({
  openAt,
  failures,
  lastError: lastError && clip(lastError, 480),
});

function dueOf(automated: 0 | 1): string {
  return `(SELECT MIN(l.nextAt) FROM outbox_letters l WHERE l.state = 'pending' AND l.domainKey = d.domainKey AND l.automated = ${automated})`;
}
