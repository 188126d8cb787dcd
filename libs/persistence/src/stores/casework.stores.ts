import type { Instant } from '@hub/domain';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AttachmentEntity } from '../entities/attachment.entity';
import { ContactRecordEntity, DraftEntity, SiteRecordEntity } from '../entities/evidence.entity';
import { MessageEntity } from '../entities/message.entity';
import { citizensLetters } from '../queries/citizens-letters';
import { insertRows } from '../insert-rows';

/** What was said on the spot, without a letter. */
const SPOKEN = {
  cut: false,
  fileHash: null,
  mediaType: null,
  hasHtml: false,
  sender: null,
  senderBy: null,
  senderDueAt: null,
  remarks: [] as string[],
  outboxId: null,
} satisfies Partial<MessageEntity>;

/** A message before it is kept; what it does not say is as of words without a letter. */
export type NewMessage = Omit<MessageEntity, keyof typeof SPOKEN> & Partial<Pick<MessageEntity, keyof typeof SPOKEN>>;

/** A letter whose sender is still to be found out. */
export type OpenSender = Pick<MessageEntity, 'id' | 'appealId' | 'at'> & {
  readonly fileHash: string;
  readonly senderDueAt: Instant;
};

/** Messages and their files. */
export class MessageStore {
  constructor(private readonly manager: EntityManager) {}

  async add(messages: readonly NewMessage[]): Promise<void> {
    await insertRows(
      this.manager,
      MessageEntity,
      messages.map((message) => ({ ...SPOKEN, ...message })),
    );
  }

  /** What the citizens of these appeals wrote; what a department answered came in too but is not theirs. */
  lettersOf(appealIds: readonly number[]): Promise<string[]> {
    return citizensLetters(this.manager, appealIds);
  }

  /** Whether the citizen has said the very same words since then. */
  isRepeated(appealId: number, text: string, since: Instant): Promise<boolean> {
    return this.manager.existsBy(MessageEntity, { appealId, direction: 'in', text, at: MoreThanOrEqual(since) });
  }

  /** Whether each of these files belongs to the appeal already. */
  async knownFiles(appealId: number, hashes: readonly string[]): Promise<boolean> {
    if (!hashes.length) return true;
    const rows = await this.manager.findBy(AttachmentEntity, { appealId, fileHash: In([...hashes]) });
    return hashes.every((hash) => rows.some(({ fileHash }) => fileHash === hash));
  }

  /** Files that staff laid to the appeal; what came with a letter does not count. */
  countUploads(appealId: number): Promise<number> {
    return this.manager.countBy(AttachmentEntity, { appealId, messageId: IsNull() });
  }

  /** Letters whose senders are to be looked for by now, those that wait longest first. */
  openSenders(now: Instant, most: number): Promise<OpenSender[]> {
    return this.manager.find(MessageEntity, {
      select: { id: true, appealId: true, at: true, fileHash: true, senderDueAt: true },
      where: { senderDueAt: LessThanOrEqual(now) },
      order: { senderDueAt: 'ASC' },
      take: most,
    }) as Promise<OpenSender[]>;
  }

  /** Answers false where somebody else has looked meanwhile. */
  async settleSender({ id, senderDueAt }: OpenSender, found: Partial<MessageEntity>): Promise<boolean> {
    const { affected } = await this.manager.update(MessageEntity, { id, senderDueAt }, found);
    return affected === 1;
  }

  async addAttachments(attachments: readonly Omit<AttachmentEntity, 'id'>[]): Promise<void> {
    await insertRows(this.manager, AttachmentEntity, attachments);
  }
}

/** What proves that a step was taken, and the reply being written. */
export class EvidenceStore {
  constructor(private readonly manager: EntityManager) {}

  async addContact(record: Omit<ContactRecordEntity, 'id'>): Promise<void> {
    await this.manager.insert(ContactRecordEntity, record);
  }

  contactsOf(appealId: number): Promise<ContactRecordEntity[]> {
    return this.manager.find(ContactRecordEntity, { where: { appealId }, order: { at: 'ASC' } });
  }

  /** Answers the id, by which appeals of the same matter refer to the record. */
  async addSite(record: Omit<SiteRecordEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(SiteRecordEntity, record);
    return Number(identifiers[0]!['id']);
  }

  sitesOf(appealIds: readonly number[]): Promise<SiteRecordEntity[]> {
    return this.manager.find(SiteRecordEntity, { where: { appealId: In([...appealIds]) }, order: { at: 'ASC', id: 'ASC' } });
  }

  async hasSite(appealId: number, id: number): Promise<boolean> {
    return this.manager.existsBy(SiteRecordEntity, { id, appealId });
  }

  draftOf(appealId: number): Promise<DraftEntity | null> {
    return this.manager.findOneBy(DraftEntity, { appealId });
  }

  /** Of these appeals, those whose draft says something already. */
  async drafted(appealIds: readonly number[]): Promise<Set<number>> {
    const rows = await this.manager.findBy(DraftEntity, { appealId: In([...appealIds]) });
    return new Set(rows.filter(({ text }) => text.trim()).map(({ appealId }) => appealId));
  }

  async keepDraft(draft: DraftEntity): Promise<void> {
    const { affected } = await this.manager.update(DraftEntity, { appealId: draft.appealId }, draft);
    if (!affected) await this.manager.insert(DraftEntity, draft);
  }
}
