import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, NotFound, SYSTEM_NAME, type InboundMessage, type Office, type Reader, type Staff } from '@hub/domain';
import { FileStore, OperationsQuery, Secrets, UnitOfWork, type IntakeItem } from '@hub/persistence';
import { MessageKeeper, type KeptMessage } from '../intake/kept-message';
import { Patience } from '../intake/patience';
import { registerOne, type IntakeResult } from '../intake/registration';
import { Letters } from '../letters';
import { CLOCK, OFFICE, READER, type Clock } from '../tokens';

export type Resolution =
  { readonly as: 'new' } | { readonly as: 'join'; readonly number: string } | { readonly as: 'discard'; readonly reason: string };

/** What nobody could read, or what waits for a person to say where it belongs. Nothing here is ever deleted. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: OperationsQuery,
    private readonly files: FileStore,
    private readonly secrets: Secrets,
    private readonly letters: Letters,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(READER) private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads a stored item again (a better reader, a corrected setting) and registers it if it can be read now. */
  async retry(id: number): Promise<IntakeResult> {
    const item = await this.item(id);
    if (item.state !== 'quarantined') return { outcome: 'quarantined', number: null, queryCode: null, reason: item.reason };
    return this.register(item, null);
  }

  async resolve(id: number, resolution: Resolution, by: Staff): Promise<IntakeResult> {
    const item = await this.item(id);
    if (resolution.as === 'discard') {
      const reason = `${by.name}作无效：${resolution.reason}`;
      const done = await this.work.run(async ({ intake, audit }) => {
        audit.add({
          at: instant(this.clock()),
          actorId: by.id,
          actorName: by.name,
          action: 'quarantine.discard',
          subject: String(id),
        });
        return intake.settle(id, { state: 'discarded', reason: reason.slice(0, 480), appealId: item.appealId });
      });
      if (!done) throw new NotFound('这一项已经处理过。', '请刷新列表。');
      return { outcome: 'quarantined', number: null, queryCode: null, reason };
    }
    return this.register(item, resolution.as === 'join' ? resolution.number : null);
  }

  private async register(item: IntakeItem, joins: string | null): Promise<IntakeResult> {
    const keeper = new MessageKeeper(this.files, this.reader, this.office.mail, this.clock);
    const [kept] = (await new Patience().settle([await keeper.keep(await this.messageOf(item))])) as [KeptMessage];
    const now = instant(this.clock());
    if (!kept.reading && !joins)
      throw new Fault('refused', 'unreadable', `还是读不出：${kept.trouble}`, '可下载原件，用“登记”录入，再把这一项作无效。');
    return this.work.run(async (stores) => {
      const taken = await stores.intake.settle(item.id, {
        state: joins ? 'joined' : 'registered',
        reason: item.reason,
        appealId: item.appealId,
      });
      if (!taken) throw new NotFound('这一项已经处理过。', '请刷新列表。');
      const action = joins ? 'quarantine.join' : 'quarantine.register';
      stores.audit.add({ at: now, actorId: null, actorName: SYSTEM_NAME, action, subject: String(item.id) });
      const doors = await stores.sources.doors();
      const parts = { office: this.office, secrets: this.secrets, letters: this.letters, doors };
      return registerOne(stores, kept, item.id, joins, parts, now);
    });
  }

  private async item(id: number): Promise<IntakeItem> {
    const item = await this.operations.item(id);
    if (!item || !['quarantined', 'held', 'aside'].includes(item.state))
      throw new NotFound('没有这一项，或已经处理过。', '请刷新列表。');
    return item;
  }

  private async messageOf(item: IntakeItem): Promise<InboundMessage> {
    const record = item.record ?? (item.recordHash ? (await this.files.load(item.recordHash)).toString('utf8') : undefined);
    return {
      channel: item.channel,
      source: item.source,
      sourceKey: item.sourceKey,
      format: item.format,
      original: { name: item.fileName, mediaType: item.mediaType, load: () => this.files.load(item.fileHash) },
      ...(record === undefined ? {} : { record }),
      arrivedAt: item.arrivedAt,
      old: item.backfilled,
    };
  }
}
