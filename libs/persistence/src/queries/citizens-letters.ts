import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { MessageEntity } from '../entities/message.entity';
import { TransferEntity } from '../entities/transfer.entity';

/** What the citizens of these appeals wrote, the oldest first, without what departments answered. */
export async function citizensLetters(manager: EntityManager, appealIds: readonly number[]): Promise<string[]> {
  if (!appealIds.length) return [];
  const appealId = In([...appealIds]);
  const [messages, answers] = await Promise.all([
    manager.find(MessageEntity, {
      select: { id: true, text: true },
      where: { appealId, direction: 'in' },
      order: { id: 'ASC' },
    }),
    manager.find(TransferEntity, {
      select: { id: true, replyMessageId: true },
      where: { appealId, replyMessageId: Not(IsNull()) },
    }),
  ]);
  const departments = new Set(answers.map(({ replyMessageId }) => replyMessageId));
  return messages.filter(({ id }) => !departments.has(id)).map(({ text }) => text);
}
