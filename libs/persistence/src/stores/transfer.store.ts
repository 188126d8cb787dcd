import { TRANSFER_OPEN, type Day, type Instant, type Reminder } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { AttachmentEntity } from '../entities/attachment.entity';
import { TransferEntity, TransferFileEntity, TransferReminderEntity } from '../entities/transfer.entity';

/** Letters to outside departments, the copies that go with them, and the reminders. */
export class TransferStore {
  constructor(private readonly manager: EntityManager) {}

  async add(
    transfer: Omit<TransferEntity, 'id'>,
    files: readonly Omit<TransferFileEntity, 'id' | 'transferId'>[],
  ): Promise<number> {
    const { identifiers } = await this.manager.insert(TransferEntity, transfer);
    const transferId = Number(identifiers[0]!.id);
    if (files.length)
      await this.manager.insert(
        TransferFileEntity,
        files.map((file) => ({ ...file, transferId })),
      );
    return transferId;
  }

  /** The transfer by which the appeal stands at 已转交. */
  waitingOf(appealId: number): Promise<TransferEntity | null> {
    return this.manager.findOne(TransferEntity, { where: { appealId, state: In([...TRANSFER_OPEN]) }, order: { id: 'DESC' } });
  }

  find(id: number): Promise<TransferEntity | null> {
    return this.manager.findOneBy(TransferEntity, { id });
  }

  async change(id: number, change: Partial<Omit<TransferEntity, 'id'>>): Promise<void> {
    await this.manager.update(TransferEntity, { id }, change);
  }

  /** Files of the appeal that a clerk chose by their ids. */
  attachments(appealId: number, ids: readonly number[]): Promise<AttachmentEntity[]> {
    return this.manager.find(AttachmentEntity, { where: { appealId, id: In([...ids]) }, order: { id: 'ASC' } });
  }

  /** Transfers whose reminders must be looked at, after `after` by id. */
  toRemind(today: Day, after: number, limit: number): Promise<TransferEntity[]> {
    return this.manager
      .createQueryBuilder(TransferEntity, 'transfer')
      .where('transfer.remindOn <= :today AND transfer.id > :after', { today, after })
      .orderBy('transfer.id')
      .limit(limit)
      .getMany();
  }

  async addReminder(transferId: number, { kind, day }: Reminder, at: Instant): Promise<void> {
    await this.manager.insert(TransferReminderEntity, { transferId, kind, day, at });
  }
}
