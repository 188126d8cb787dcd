import { AppealEntity } from './appeal.entity';
import { AttachmentEntity } from './attachment.entity';
import { AuditEntryEntity, AuditHeadEntity } from './audit-entry.entity';
import { ChannelStateEntity } from './channel-state.entity';
import { CounterEntity } from './counter.entity';
import { ContactRecordEntity, DraftEntity, SiteRecordEntity } from './evidence.entity';
import { HistoryLineEntity } from './history-line.entity';
import { IntakeItemEntity } from './intake-item.entity';
import { MessageEntity } from './message.entity';
import { NamedStaffEntity } from './named-staff.entity';
import { OutboxLetterEntity } from './outbox-letter.entity';
import { PartEntity } from './part.entity';
import { PersonEntity } from './person.entity';
import { ReviewEntity } from './review.entity';
import { TransferEntity } from './transfer.entity';
import { SessionEntity, UserEntity } from './user.entity';
import { VaultKeyEntity } from './vault-key.entity';

/** Every table, by name: an entity that is not listed here does not exist for the hub. */
export const ENTITIES = [
  AppealEntity,
  AttachmentEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  ChannelStateEntity,
  ContactRecordEntity,
  CounterEntity,
  DraftEntity,
  HistoryLineEntity,
  IntakeItemEntity,
  MessageEntity,
  NamedStaffEntity,
  OutboxLetterEntity,
  PartEntity,
  PersonEntity,
  ReviewEntity,
  SessionEntity,
  SiteRecordEntity,
  TransferEntity,
  UserEntity,
  VaultKeyEntity,
];
