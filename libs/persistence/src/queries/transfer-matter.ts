import { In, type EntityManager } from 'typeorm';
import { TransferFileEntity, TransferReminderEntity, type TransferEntity } from '../entities/transfer.entity';

/** What belongs to the transfers of one appeal, beside their rows. */
export interface TransferMatter {
  readonly files: readonly TransferFileEntity[];
  readonly reminders: readonly TransferReminderEntity[];
}

export async function transferMatter(manager: EntityManager, transfers: readonly TransferEntity[]): Promise<TransferMatter> {
  if (!transfers.length) return { files: [], reminders: [] };
  const where = { transferId: In(transfers.map(({ id }) => id)) };
  const [files, reminders] = await Promise.all([
    manager.find(TransferFileEntity, { where, order: { id: 'ASC' } }),
    manager.find(TransferReminderEntity, { where, order: { id: 'ASC' } }),
  ]);
  return { files, reminders };
}
