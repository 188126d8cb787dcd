import { NOBODY, NotFound, type Party } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Not, In, type EntityManager } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { DraftApprovalEntity, DraftVersionEntity, LeakReviewEntity } from '../entities/approval.entity';
import { AttachmentEntity } from '../entities/attachment.entity';
import { DeskEntryEntity } from '../entities/desk-entry.entity';
import { DocumentEntity } from '../entities/document.entity';
import { ContactRecordEntity, DraftEntity, SiteRecordEntity } from '../entities/evidence.entity';
import { ExtensionEntity } from '../entities/extension.entity';
import { HistoryLineEntity } from '../entities/history-line.entity';
import { NamedStaffEntity } from '../entities/named-staff.entity';
import { MessageEntity } from '../entities/message.entity';
import { OutboxLetterEntity } from '../entities/outbox-letter.entity';
import { PostEntity } from '../entities/post.entity';
import { SiteReplyEntity } from '../entities/site-reply.entity';
import { PartEntity } from '../entities/part.entity';
import { PersonEntity } from '../entities/person.entity';
import { ReviewEntity } from '../entities/review.entity';
import { TransferEntity } from '../entities/transfer.entity';
import { UserEntity } from '../entities/user.entity';
import { Secrets } from '../secrets';
import { citizensLetters } from './citizens-letters';
import { oversightOf, type Oversight } from './oversight';
import { transferMatter, type TransferMatter } from './transfer-matter';

/** One appeal with all that belongs to it. */
export interface AppealFile {
  readonly appeal: AppealEntity;
  readonly party: Party;
  readonly entry: DeskEntryEntity | null;
  readonly messages: readonly MessageEntity[];
  readonly attachments: readonly AttachmentEntity[];
  readonly letters: readonly OutboxLetterEntity[];
  readonly siteReplies: readonly SiteReplyEntity[];
  /** Where the citizen wrote on a complaint site, oldest first. */
  readonly posts: readonly PostEntity[];
  readonly contacts: readonly ContactRecordEntity[];
  readonly siteRecords: readonly SiteRecordEntity[];
  readonly draft: DraftEntity | null;
  readonly transfers: readonly TransferEntity[];
  readonly transferMatter: TransferMatter;
  readonly parts: readonly PartEntity[];
  readonly reviews: readonly ReviewEntity[];
  readonly extensions: readonly ExtensionEntity[];
  readonly oversight: Oversight;
  /** How many appeals its matter has, this one included; a confidential one is not told of by a number either. */
  readonly joined: number;
  readonly papers: readonly Pick<DocumentEntity, 'kind' | 'state'>[];
  readonly history: readonly HistoryLineEntity[];
  readonly checks: DraftChecks;
  readonly named: readonly NamedStaffEntity[];
  /** From whom the draft is to be kept; nobody where there is no draft. */
  readonly beside: Beside;
}

/** The people of other appeals of the same matter, and what they wrote. */
export interface Beside {
  readonly parties: readonly Party[];
  readonly letters: readonly string[];
}
export const NOBODY_BESIDE: Beside = { parties: [], letters: [] };

/** What was said on the reply before it may leave, and on other texts that tell something. */
export interface DraftChecks {
  readonly approvals: readonly DraftApprovalEntity[];
  readonly leakReviews: readonly LeakReviewEntity[];
}

async function checksOf(manager: EntityManager, appealId: number): Promise<DraftChecks> {
  const [approvals, leakReviews] = await Promise.all([
    manager.find(DraftApprovalEntity, { where: { appealId }, order: { id: 'ASC' } }),
    manager.find(LeakReviewEntity, { where: { appealId }, order: { id: 'ASC' } }),
  ]);
  return { approvals, leakReviews };
}

/** Reads single appeals and their files. Who may see what is decided by the caller. */
@Injectable()
export class AppealQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async byNumber(number: string): Promise<AppealEntity> {
    const appeal = await this.find(number);
    if (!appeal) throw new NotFound();
    return appeal;
  }

  find(number: string): Promise<AppealEntity | null> {
    return this.database.reader.manager.findOneBy(AppealEntity, { number });
  }

  /** What decides who may know of these appeals, for lists that name them. */
  async seen(ids: readonly number[]): Promise<Map<number, AppealEntity>> {
    if (!ids.length) return new Map();
    const rows = await this.database.reader.manager.findBy(AppealEntity, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Numbers by id, for lists that name the appeal they belong to. */
  async numbers(ids: readonly number[]): Promise<Map<number, string>> {
    if (!ids.length) return new Map();
    const rows = await this.database.reader.manager.find(AppealEntity, {
      select: { id: true, number: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  /** The citizens of the other appeals of the same matter, and their words. */
  async beside({ id, matterId }: Pick<AppealEntity, 'id' | 'matterId'>): Promise<Beside> {
    if (matterId === null) return NOBODY_BESIDE;
    const { manager } = this.database.reader;
    const ids = (await manager.find(AppealEntity, { select: { id: true }, where: { matterId, id: Not(id) } })).map(
      (one) => one.id,
    );
    const [persons, letters] = await Promise.all([
      manager.findBy(PersonEntity, { appealId: In(ids) }),
      citizensLetters(manager, ids),
    ]);
    const parties = persons.map(({ sealed }) => ({ ...NOBODY, ...(JSON.parse(this.secrets.unseal(sealed)) as Party) }));
    return { parties, letters };
  }

  /** Everybody's name, which nothing for the public tells. */
  async staffNames(): Promise<string[]> {
    const users = await this.database.reader.manager.find(UserEntity, { select: { id: true, name: true } });
    return users.map(({ name }) => name);
  }

  /** What the citizen of this appeal wrote. */
  lettersOf(appealId: number): Promise<string[]> {
    return citizensLetters(this.database.reader.manager, [appealId]);
  }

  async whole(appeal: AppealEntity): Promise<AppealFile> {
    const { manager } = this.database.reader;
    const where = { appealId: appeal.id };
    const [
      person,
      entry,
      messages,
      attachments,
      letters,
      siteReplies,
      posts,
      contacts,
      siteRecords,
      draft,
      transfers,
      parts,
      reviews,
      history,
      oversight,
      checks,
      extensions,
      papers,
      beside,
    ] = await Promise.all([
      manager.findOneBy(PersonEntity, where),
      manager.findOneBy(DeskEntryEntity, where),
      manager.find(MessageEntity, { where, order: { at: 'ASC', id: 'ASC' } }),
      manager.find(AttachmentEntity, { where, order: { id: 'ASC' } }),
      manager.find(OutboxLetterEntity, { where, order: { id: 'ASC' } }),
      appeal.channel === 'site' ? manager.find(SiteReplyEntity, { where, order: { id: 'ASC' } }) : [],
      appeal.channel === 'site' ? manager.find(PostEntity, { where, order: { registeredAt: 'ASC' } }) : [],
      manager.find(ContactRecordEntity, { where, order: { at: 'ASC' } }),
      manager.find(SiteRecordEntity, { where, order: { at: 'ASC' } }),
      manager.findOneBy(DraftEntity, where),
      manager.find(TransferEntity, { where, order: { id: 'ASC' } }),
      manager.find(PartEntity, { where, order: { id: 'ASC' } }),
      manager.find(ReviewEntity, { where, order: { id: 'ASC' } }),
      manager.find(HistoryLineEntity, { where, order: { id: 'ASC' } }),
      oversightOf(manager, appeal.id),
      checksOf(manager, appeal.id),
      manager.find(ExtensionEntity, { where, order: { id: 'ASC' } }),
      manager.find(DocumentEntity, { select: { id: true, kind: true, state: true }, where, order: { id: 'ASC' } }),
      appeal.matterId === null ? 0 : manager.countBy(AppealEntity, { matterId: appeal.matterId, guard: '', id: Not(appeal.id) }),
    ]);
    const party = person ? { ...NOBODY, ...(JSON.parse(this.secrets.unseal(person.sealed)) as Party) } : NOBODY;
    const named = appeal.named ? await manager.find(NamedStaffEntity, { where, order: { id: 'ASC' } }) : [];
    return {
      appeal,
      party,
      entry,
      messages,
      attachments,
      letters,
      siteReplies,
      posts,
      contacts,
      siteRecords,
      draft,
      transfers,
      transferMatter: await transferMatter(manager, transfers),
      parts,
      reviews,
      extensions,
      history,
      oversight,
      papers,
      joined: 1 + beside,
      checks,
      named,
      beside: draft ? await this.beside(appeal) : NOBODY_BESIDE,
    };
  }

  /** Versions of the reply, the newest first. */
  draftVersions(appealId: number): Promise<DraftVersionEntity[]> {
    return this.database.reader.manager.find(DraftVersionEntity, { where: { appealId }, order: { version: 'DESC' }, take: 50 });
  }

  async partyOf(appealId: number): Promise<Party> {
    const person = await this.database.reader.manager.findOneBy(PersonEntity, { appealId });
    return person ? { ...NOBODY, ...(JSON.parse(this.secrets.unseal(person.sealed)) as Party) } : NOBODY;
  }

  attachment(id: number): Promise<AttachmentEntity | null> {
    return this.database.reader.manager.findOneBy(AttachmentEntity, { id });
  }

  message(id: number): Promise<MessageEntity | null> {
    return this.database.reader.manager.findOneBy(MessageEntity, { id });
  }

  async appealById(id: number): Promise<AppealEntity | null> {
    return this.database.reader.manager.findOneBy(AppealEntity, { id });
  }
}
