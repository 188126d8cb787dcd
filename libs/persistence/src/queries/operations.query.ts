import { SHOWN_LETTER_STATES, type AcknowledgementCount, type Instant, type ShownLetterState } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Database } from '../database';
import { databaseTime } from '../database-time';
import { AcknowledgementCountEntity } from '../entities/acknowledgement.entities';
import { ChannelStateEntity } from '../entities/channel-state.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import { OutboxDomainEntity } from '../entities/outbox-domain.entity';
import { OutboxLetterEntity } from '../entities/outbox-letter.entity';
import { SiteReplyEntity } from '../entities/site-reply.entity';
import { UserEntity } from '../entities/user.entity';
import { Secrets } from '../secrets';
import { WHOLE_HUB } from '../stores/acknowledgement.store';
import { openedItem, type IntakeItem } from '../stores/intake.store';
import { MAIL_SERVER } from '../stores/outbox-domain.store';
import { personOfSession } from '../stores/staff.store';

/** The conditions of each state as people see it; those with a doubt are few. */
function shown(state: ShownLetterState): FindOptionsWhere<OutboxLetterEntity & SiteReplyEntity> {
  if (state === 'sent' || state === 'bounced') return { state };
  return state === 'unknown' ? { state: In(['pending', 'sending', 'dead']), doubts: MoreThan(0) } : { state, doubts: 0 };
}

/** What the people see who keep the hub running: channels, what nobody could read, letters owed, staff. */
@Injectable()
export class OperationsQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  private get manager() {
    return this.database.reader.manager;
  }

  /** Some process takes channels in and letters out. */
  async isWorked(): Promise<boolean> {
    const { engine } = this.database;
    const sql = `SELECT owner FROM worker_signs WHERE aliveUntil > ${databaseTime(engine)} LIMIT 1`;
    return (await this.database.reader.query<unknown[]>(sql)).length > 0;
  }

  /** How many acknowledgements the whole hub has sent in its present hour and day. */
  acknowledgementCount(): Promise<AcknowledgementCount | null> {
    return this.manager.findOneBy(AcknowledgementCountEntity, { address: WHOLE_HUB });
  }

  channelStates(): Promise<ChannelStateEntity[]> {
    return this.manager.find(ChannelStateEntity);
  }

  channelState(name: string): Promise<ChannelStateEntity | null> {
    return this.manager.findOneBy(ChannelStateEntity, { name });
  }

  async channelPosition(name: string): Promise<string | null> {
    return (await this.manager.findOneBy(ChannelStateEntity, { name }))?.position ?? null;
  }

  /** Of these keys of a channel, those that are registered already. */
  async knownKeys(channel: IntakeItemEntity['channel'], sourceKeys: readonly string[]): Promise<Set<string>> {
    if (!sourceKeys.length) return new Set();
    const rows = await this.manager.find(IntakeItemEntity, {
      select: { sourceKey: true },
      where: { channel, sourceKey: In([...sourceKeys]) },
    });
    return new Set(rows.map(({ sourceKey }) => sourceKey));
  }

  /** What came in under these keys by any of the channels. */
  outcomesOf(
    channels: readonly IntakeItemEntity['channel'][],
    sourceKeys: readonly string[],
  ): Promise<Pick<IntakeItemEntity, 'sourceKey' | 'state' | 'contentHash' | 'appealId'>[]> {
    return this.manager.find(IntakeItemEntity, {
      select: { sourceKey: true, state: true, contentHash: true, appealId: true },
      where: { channel: In([...channels]), sourceKey: In([...sourceKeys]) },
    });
  }

  /** The items of those keys that said something else when they came. */
  async itemsSayingOther(
    channel: IntakeItemEntity['channel'],
    offered: readonly { readonly sourceKey: string; readonly content: string }[],
  ): Promise<IntakeItem[]> {
    if (!offered.length) return [];
    const contents = new Map(offered.map(({ sourceKey, content }) => [sourceKey, content]));
    const rows = await this.manager.find(IntakeItemEntity, {
      select: { id: true, sourceKey: true, contentHash: true },
      where: { channel, sourceKey: In([...contents.keys()]) },
    });
    const other = rows.filter((row) => row.contentHash !== null && row.contentHash !== contents.get(row.sourceKey));
    if (!other.length) return [];
    const items = await this.manager.findBy(IntakeItemEntity, { id: In(other.map(({ id }) => id)) });
    return items.map((item) => openedItem(item, this.secrets));
  }

  /** The appeal that an item became or joined; null where there is none. */
  async appealOfItem(channel: IntakeItemEntity['channel'], sourceKey: string): Promise<number | null> {
    return (await this.manager.findOneBy(IntakeItemEntity, { channel, sourceKey }))?.appealId ?? null;
  }

  /** Items that wait for a person, newest first; or those that the office's rules put aside. */
  async waitingItems(limit: number, aside = false): Promise<Omit<IntakeItem, 'record'>[]> {
    const rows = await this.manager.find(IntakeItemEntity, {
      where: { state: In(aside ? ['aside'] : ['quarantined', 'held']) },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map((row) => openedItem({ ...row, sealedRecord: null }, this.secrets));
  }

  /** How many letters the office's rules have put aside; counted to 10,000 and no further. */
  async asideCount(): Promise<number> {
    const sql = "SELECT COUNT(*) AS number FROM (SELECT id FROM intake_items WHERE state = 'aside' LIMIT 10000) counted";
    const [row] = await this.database.reader.query<{ number: number | string }[]>(sql);
    return Number(row!.number);
  }

  async item(id: number): Promise<IntakeItem | null> {
    const row = await this.manager.findOneBy(IntakeItemEntity, { id });
    return row && openedItem(row, this.secrets);
  }

  countItems(): Promise<{ state: IntakeItemEntity['state']; count: number }[]> {
    return this.manager
      .createQueryBuilder(IntakeItemEntity, 'item')
      .select('item.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .groupBy('item.state')
      .getRawMany<{ state: IntakeItemEntity['state']; count: number | string }>()
      .then((rows) => rows.map(({ state, count }) => ({ state, count: Number(count) })));
  }

  /** Letters in these states as people see them, newest first; the address is unsealed for masking by the caller. */
  async letters(states: readonly ShownLetterState[], limit: number): Promise<(OutboxLetterEntity & { to: string })[]> {
    const where = states.length < SHOWN_LETTER_STATES.length ? states.map(shown) : {};
    const letters = await this.manager.find(OutboxLetterEntity, { where, order: { id: 'DESC' }, take: limit });
    return letters.map((letter) => ({ ...letter, to: this.secrets.unseal(letter.sealedTo) }));
  }

  /** Answers to complaint sites in these states, newest first. */
  siteReplies(states: readonly ShownLetterState[], limit: number): Promise<SiteReplyEntity[]> {
    const where = states.length < SHOWN_LETTER_STATES.length ? states.map(shown) : {};
    return this.manager.find(SiteReplyEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  /** Why nothing goes out at all, and until when it rests; null where the mail server takes letters. */
  async mailServerTrouble(now: Instant): Promise<{ error: string; until: Instant; failures: number } | null> {
    const row = await this.manager.findOneBy(OutboxDomainEntity, { domainKey: MAIL_SERVER, failures: MoreThan(0) });
    return row && { error: row.lastError ?? '', until: row.openAt > now ? row.openAt : now, failures: row.failures };
  }

  users(): Promise<UserEntity[]> {
    return this.manager.find(UserEntity, { order: { id: 'ASC' } });
  }

  personOfSession(tokenHash: string, now: Instant): Promise<UserEntity | null> {
    return personOfSession(this.manager, tokenHash, now);
  }

  async ping(): Promise<void> {
    await this.database.reader.query('SELECT 1');
  }
}
