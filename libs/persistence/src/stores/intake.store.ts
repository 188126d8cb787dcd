import type { ChannelCursor, ChannelName, Glance, LetterMarks } from '@hub/domain';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ChannelStateEntity } from '../entities/channel-state.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import type { Secrets } from '../secrets';
import { insertRows } from '../insert-rows';

/** An item as it is handed about; its record and what is seen of it are sealed in the row only. */
export type IntakeItem = Omit<IntakeItemEntity, 'sealedRecord' | 'sealedGlance'> & {
  readonly record: string | null;
  readonly glance: Glance | null;
};

export type RewrittenItem = Pick<IntakeItem, 'record' | 'recordHash' | 'contentHash' | 'fileHash' | 'fileName' | 'mediaType'>;

export function openedItem({ sealedRecord, sealedGlance, ...item }: IntakeItemEntity, secrets: Secrets): IntakeItem {
  const open = (sealed: string | null) => (sealed === null ? null : secrets.unseal(sealed));
  const glance = open(sealedGlance);
  return { ...item, record: open(sealedRecord), glance: glance === null ? null : (JSON.parse(glance) as Glance) };
}

/** What came in, and how far each channel has been read. */
export class IntakeStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  /** Of the offered keys, those that are registered already. */
  async known(channel: ChannelName, sourceKeys: readonly string[]): Promise<Set<string>> {
    const rows = await this.manager.find(IntakeItemEntity, {
      select: { sourceKey: true },
      where: { channel, sourceKey: In([...sourceKeys]) },
    });
    return new Set(rows.map(({ sourceKey }) => sourceKey));
  }

  async add(items: readonly Omit<IntakeItem, 'id'>[]): Promise<void> {
    const rows = items.map(({ record, glance, ...item }) => ({
      ...item,
      sealedRecord: record === null ? null : this.secrets.seal(record),
      sealedGlance: glance === null ? null : this.secrets.seal(JSON.stringify(glance)),
    }));
    await insertRows(this.manager, IntakeItemEntity, rows);
  }

  /** Letters that came before with the same bytes or the same Message-ID; of a crowd under one Message-ID, two that differ. */
  async twins(letters: readonly LetterMarks[]): Promise<(LetterMarks & { readonly source: string })[]> {
    const files = letters.map(({ fileHash }) => fileHash);
    const ids = [...new Set(letters.flatMap(({ messageIdHash }) => messageIdHash ?? []))];
    const same = await this.manager.find(IntakeItemEntity, {
      select: { id: true, source: true, sourceKey: true, fileHash: true, messageIdHash: true, arrivedAt: true },
      where: { fileHash: In(files), channel: 'mailbox', state: Not('repeated') },
    });
    if (!ids.length) return same;
    const named = await this.manager
      .createQueryBuilder(IntakeItemEntity, 'item')
      .select(['item.source AS source', 'item.messageIdHash AS messageIdHash'])
      .addSelect('MIN(item.fileHash)', 'first')
      .addSelect('MAX(item.fileHash)', 'last')
      .where({ messageIdHash: In(ids) })
      .groupBy('item.source')
      .addGroupBy('item.messageIdHash')
      .getRawMany<{ source: string; messageIdHash: string; first: string; last: string }>();
    const namesakes = named.flatMap(({ source, messageIdHash, first, last }) =>
      [first, last].map((fileHash) => ({ source, messageIdHash, fileHash, sourceKey: '', arrivedAt: null })),
    );
    const known = new Set(same.map(({ source, fileHash }) => `${source}\n${fileHash}`));
    return [...same, ...namesakes.filter(({ source, fileHash }) => !known.has(`${source}\n${fileHash}`))];
  }

  /** The appeal that holds the letter with these bytes; null where it belongs to none. */
  async appealOfFile(fileHash: string, source: string): Promise<number | null> {
    const [item] = await this.manager.find(IntakeItemEntity, {
      where: { fileHash, channel: 'mailbox', source, appealId: Not(IsNull()) },
      order: { id: 'ASC' },
      take: 1,
    });
    return item?.appealId ?? null;
  }

  /** Settles an item that waits for a person; false when somebody else was quicker. */
  async settle(id: number, change: Pick<IntakeItemEntity, 'state' | 'reason' | 'appealId'>): Promise<boolean> {
    const waits = { id, state: In(['quarantined', 'held', 'aside']) };
    const { affected } = await this.manager.update(IntakeItemEntity, waits, { ...change, sealedGlance: null });
    return affected === 1;
  }

  /** Puts what an item's source says now in the place of what it said before. */
  async rewrite(id: number, { record, ...now }: RewrittenItem): Promise<void> {
    const sealedRecord = record === null ? null : this.secrets.seal(record);
    await this.manager.update(IntakeItemEntity, { id }, { ...now, sealedRecord });
  }

  /** Says which appeal an item became. */
  async pointTo(id: number, appealId: number): Promise<void> {
    await this.manager.update(IntakeItemEntity, { id }, { appealId });
  }

  async moveCursor({ channel, position }: ChannelCursor): Promise<void> {
    await this.keepState(channel, { position });
  }

  /** Where a channel begins that has not begun yet; answers where it stands. */
  async beginCursor({ channel, position }: ChannelCursor): Promise<string> {
    if (!(await this.stateOf(channel))) await this.keepState(channel, { passes: 0 });
    await this.manager.update(ChannelStateEntity, { name: channel, position: IsNull() }, { position });
    return (await this.stateOf(channel))?.position ?? position;
  }

  async keepState(name: string, change: Partial<Omit<ChannelStateEntity, 'name'>>): Promise<void> {
    const { affected } = await this.manager.update(ChannelStateEntity, { name }, change);
    if (affected) return;
    const fresh = {
      position: null,
      passes: 0,
      taken: 0,
      failures: 0,
      lastOkAt: null,
      lastError: null,
      lastErrorAt: null,
      restUntil: null,
      failingSince: null,
      troubleKind: null,
      notBefore: null,
      listens: null,
      lastTakenAt: null,
      askedAt: null,
    };
    const there = await this.manager.findOneBy(ChannelStateEntity, { name });
    if (!there) await this.manager.insert(ChannelStateEntity, { name, ...fresh, ...change });
  }

  stateOf(name: string): Promise<ChannelStateEntity | null> {
    return this.manager.findOneBy(ChannelStateEntity, { name });
  }
}
