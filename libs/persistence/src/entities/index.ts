import { GuideArticleEntity, SiteNoticeEntity } from './guide.entities';
import { PublicationEntity, PublicationTermEntity } from './publication.entity';
import { FileScanEntity } from './file-scan.entity';
import { WebDraftEntity } from './web-draft.entity';
import { AcknowledgementCountEntity, OwedAcknowledgementEntity } from './acknowledgement.entities';
import { MailBlockEntity } from './mail-block.entity';
import { ApiSubmissionEntity } from './api-submission.entity';
import { ApiTokenEntity } from './api-token.entity';
import { AppealEntity } from './appeal.entity';
import { DraftApprovalEntity, DraftVersionEntity, LeakReviewEntity } from './approval.entity';
import { AttachmentEntity } from './attachment.entity';
import { AuditEntryEntity, AuditHeadEntity } from './audit-entry.entity';
import { ChannelLeaseEntity } from './channel-lease.entity';
import { ChannelStateEntity } from './channel-state.entity';
import { CounterEntity } from './counter.entity';
import { ContactRecordEntity, DraftEntity, SiteRecordEntity } from './evidence.entity';
import { BoxOpeningEntity } from './box-opening.entity';
import { CountedDayEntity, CountMarkEntity, DayCountEntity } from './day-count.entities';
import { DeskDraftEntity } from './desk-draft.entity';
import { DeskEntryEntity } from './desk-entry.entity';
import { DocumentEntity } from './document.entity';
import { ExtensionEntity } from './extension.entity';
import { FormBatchEntity, FormSheetEntity } from './form-batch.entities';
import { HistoryLineEntity } from './history-line.entity';
import { ImportEntity, SourceColumnEntity } from './import.entity';
import { SourcePackEntity } from './source-pack.entity';
import { IntakeItemEntity } from './intake-item.entity';
import { MatterEntity } from './matter.entity';
import { MessageEntity } from './message.entity';
import { NamedStaffEntity } from './named-staff.entity';
import { NoticeEntity } from './notice.entity';
import { OutboxDomainEntity } from './outbox-domain.entity';
import { OutboxLetterEntity } from './outbox-letter.entity';
import { PartEntity } from './part.entity';
import { PostEntity, PostListEntity } from './post.entity';
import { PersonEntity } from './person.entity';
import { TrackLinkEntity } from './track-link.entity';
import { TryEntity } from './try.entity';
import { RatingEntity, RatingLinkEntity } from './rating.entities';
import { ReviewEntity } from './review.entity';
import { SiteEntity, SiteMeasureEntity, SourceControlTaskEntity } from './site.entity';
import { SiteReplyEntity } from './site-reply.entity';
import { TransferEntity, TransferFileEntity, TransferReminderEntity } from './transfer.entity';
import { RevisitRecordEntity, RevisitTaskEntity, RevisitTryEntity } from './revisit.entity';
import { RiskAssessmentEntity } from './risk-assessment.entity';
import { SourceEntity } from './source.entity';
import { SupervisionOrderEntity } from './supervision-order.entity';
import { TextMarkEntity } from './text-mark.entity';
import { SearchPairEntity } from './search-pair.entity';
import { SessionEntity, UserEntity } from './user.entity';
import { WebhookDeliveryEntity, WebhookSubscriptionEntity } from './webhook.entities';
import { WorkerSignEntity } from './worker-sign.entity';
import { VaultKeyEntity } from './vault-key.entity';

/** Every table, by name: an entity that is not listed here does not exist for the hub. */
export const ENTITIES = [
  AcknowledgementCountEntity,
  MailBlockEntity,
  OwedAcknowledgementEntity,
  ApiSubmissionEntity,
  ApiTokenEntity,
  AppealEntity,
  AttachmentEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  ChannelLeaseEntity,
  ChannelStateEntity,
  ContactRecordEntity,
  CounterEntity,
  CountedDayEntity,
  CountMarkEntity,
  DayCountEntity,
  BoxOpeningEntity,
  DeskDraftEntity,
  DeskEntryEntity,
  DocumentEntity,
  DraftApprovalEntity,
  DraftEntity,
  DraftVersionEntity,
  ExtensionEntity,
  FormBatchEntity,
  FormSheetEntity,
  HistoryLineEntity,
  ImportEntity,
  IntakeItemEntity,
  LeakReviewEntity,
  MatterEntity,
  MessageEntity,
  NamedStaffEntity,
  NoticeEntity,
  OutboxDomainEntity,
  OutboxLetterEntity,
  PartEntity,
  PersonEntity,
  PostEntity,
  PostListEntity,
  GuideArticleEntity,
  SiteNoticeEntity,
  PublicationEntity,
  FileScanEntity,
  WebDraftEntity,
  PublicationTermEntity,
  RatingEntity,
  RatingLinkEntity,
  ReviewEntity,
  RevisitRecordEntity,
  RevisitTaskEntity,
  RevisitTryEntity,
  RiskAssessmentEntity,
  SearchPairEntity,
  SessionEntity,
  SiteEntity,
  SiteMeasureEntity,
  SiteRecordEntity,
  SiteReplyEntity,
  SourceControlTaskEntity,
  SourceColumnEntity,
  SourceEntity,
  SourcePackEntity,
  SupervisionOrderEntity,
  TextMarkEntity,
  TransferEntity,
  TransferFileEntity,
  TransferReminderEntity,
  TrackLinkEntity,
  TryEntity,
  UserEntity,
  VaultKeyEntity,
  WebhookDeliveryEntity,
  WebhookSubscriptionEntity,
  WorkerSignEntity,
];
