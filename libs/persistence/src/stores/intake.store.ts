import type { ChannelCursor, ChannelName } from '@hub/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ChannelStateEntity } from '../entities/channel-state.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import type { Secrets } from '../secrets';
import { insertRows } from '../insert-rows';

/** What came in, and how far each channel has been read. */
/** An item as it is handed about; its record is sealed in the row only. */
export type IntakeItem = Omit<IntakeItemEntity, 'sealedRecord'> & { readonly record: string | null };

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
    const rows = items.map(({ record, ...item }) => ({
      ...item,
      sealedRecord: record === null ? null : this.secrets.seal(record),
    }));
    await insertRows(this.manager, IntakeItemEntity, rows);
  }

  /** Settles an item that waits for a person; false when somebody else was quicker. */
  async settle(id: number, change: Pick<IntakeItemEntity, 'state' | 'reason' | 'appealId'>): Promise<boolean> {
    const { affected } = await this.manager.update(IntakeItemEntity, { id, state: In(['quarantined', 'held']) }, change);
    return affected === 1;
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
    };
    const there = await this.manager.findOneBy(ChannelStateEntity, { name });
    if (!there) await this.manager.insert(ChannelStateEntity, { name, ...fresh, ...change });
  }

  stateOf(name: string): Promise<ChannelStateEntity | null> {
    return this.manager.findOneBy(ChannelStateEntity, { name });
  }
}
