import { type DynamicModule, Module } from '@nestjs/common';
import type { DocumentRenderer, LogReader, Office, Reader } from '@hub/domain';
import { AcknowledgementService } from './acknowledgements/acknowledgement.service';
import { AcceptanceService } from './acts/acceptance.service';
import { ApprovalService } from './acts/approval.service';
import { AssignmentService } from './acts/assignment.service';
import { AttachmentService } from './acts/attachment.service';
import { CaseActs } from './acts/case-act';
import { ClosingService } from './acts/closing.service';
import { CoHandlingService } from './acts/co-handling.service';
import { DeliveryService } from './acts/delivery.service';
import { EvidenceService } from './acts/evidence.service';
import { LeakCheckService } from './acts/leak-check.service';
import { ExtensionService } from './acts/extension.service';
import { ReplyLetters } from './acts/reply-letters';
import { ReplyService } from './acts/reply.service';
import { ReviewService } from './acts/review.service';
import { RevisitService } from './acts/revisit.service';
import { RiskService } from './acts/risk.service';
import { SupervisionService } from './acts/supervision.service';
import { TransferAnswerService } from './acts/transfer-answer.service';
import { TransferService } from './acts/transfer.service';
import { AuditService } from './audit/audit.service';
import { MailAddressService } from './bounces/mail-address.service';
import { ChannelLogService } from './channel-log.service';
import { BoxOpeningService } from './desk/box-opening.service';
import { FormBatchService } from './desk/form-batch.service';
import { FormRegistrationService, KnownSheets } from './desk/form-registration.service';
import { CallerService } from './desk/caller.service';
import { DeskDraftService } from './desk/draft.service';
import { ReadoutService } from './desk/readout.service';
import { PostMemoryService } from './doors/post-memory.service';
import { DocumentDesk } from './documents/desk';
import { DraftingService } from './documents/drafting.service';
import { IssuingService } from './documents/issuing.service';
import { NamedCopyService } from './documents/named-copy.service';
import { DocumentPress } from './documents/press';
import { DeskService } from './doors/desk.service';
import { QuarantineService } from './doors/quarantine.service';
import { WebDoorService } from './doors/web-door.service';
import { VirusScan } from './files/virus-scan.service';
import { DraftFileService } from './web/draft-files.service';
import { WebDraftService } from './web/web-draft.service';
import { WebPace } from './web/web-pace.service';
import { WebReceipts, WebSending } from './web/web-sending.service';
import { ImportService } from './imports/import.service';
import { ImportTrial } from './imports/import-trial.service';
import { ImportDesk } from './imports/import-desk.service';
import { ImportPreviews } from './imports/import-previews';
import { ImportRun } from './imports/import-run.service';
import { SourcePacks } from './imports/source-pack.service';
import { LogRows } from './imports/log-rows.service';
import { Reconciliations } from './imports/reconciliation.service';
import { RejectedRows } from './imports/rejected-rows.service';
import { IntakeService } from './intake/intake.service';
import { ApiAccess } from './interface/api-access.service';
import { ApiDoorService } from './interface/api-door.service';
import { ApiTokenService } from './interface/api-token.service';
import { WebhookService } from './interface/webhook.service';
import { HandedIn } from './interface/handed-in.service';
import { Letters } from './letters';
import { NoticeService } from './notices/notice.service';
import { MatterRiskService } from './matters/matter-risk.service';
import { MatterWorkService } from './matters/matter-work.service';
import { MatterService } from './matters/matter.service';
import { OutboxService } from './outbox/outbox.service';
import { GuideService } from './guide/guide.service';
import { PublicationDesk } from './publications/publication-desk';
import { PublicationService } from './publications/publication.service';
import { PublishedReader } from './publications/published-reader';
import { RatingDoor } from './rating/rating-door';
import { RatingService } from './rating/rating.service';
import { SiteAnswerService } from './site-replies/site-answer.service';
import { SiteService } from './sites/site.service';
import { SourceService } from './sources/source.service';
import { SignInService } from './staff/sign-in.service';
import { UserAdminService } from './staff/user-admin.service';
import { DeadlineWatch } from './supervision/deadline-watch.service';
import { DepartmentSteps } from './transfers/department-steps';
import { DepartmentDoor, HandedOverQuery } from './transfers/department.service';
import { TransferCopies } from './transfers/transfer-copies';
import { TransferLetters } from './transfers/transfer-letters';
import { TransferLinks } from './transfers/transfer-links';
import { TransferWatch } from './transfers/transfer-watch.service';
import { SearchIndex } from './search/search-index.service';
import { SenderRechecks } from './intake/sender-rechecks.service';
import { CLOCK, DOCUMENT_RENDERER, LOG_READER, OFFICE, READER, type Clock } from './tokens';
import { CitizenActs } from './tracking/citizen-acts.service';
import { CitizenPapers } from './tracking/citizen-papers.service';
import { MailedLinks } from './tracking/mailed-links.service';
import { TrackPasses } from './tracking/track-passes';
import { TrackDoor, TrackingService } from './tracking/tracking.service';
import { TryLimits } from './tries/try-limits';
import { GuardService } from './vault/guard.service';
import { IdentityService } from './vault/identity.service';
import { NeutralLetters } from './vault/neutral-letters';

export interface CaseworkOptions {
  readonly office: Office;
  readonly reader: Reader;
  readonly logReader: LogReader;
  readonly documents: DocumentRenderer;
  readonly clock?: Clock;
}

const services = [
  ApiAccess,
  ApiDoorService,
  ApiTokenService,
  HandedIn,
  WebhookService,
  IntakeService,
  Letters,
  WebDoorService,
  WebDraftService,
  DraftFileService,
  VirusScan,
  WebSending,
  WebPace,
  WebReceipts,
  DeskService,
  DeskDraftService,
  CallerService,
  FormBatchService,
  FormRegistrationService,
  KnownSheets,
  BoxOpeningService,
  ReadoutService,
  ImportService,
  ImportTrial,
  ImportDesk,
  ImportRun,
  Reconciliations,
  RejectedRows,
  SourcePacks,
  QuarantineService,
  TrackDoor,
  TrackPasses,
  MailedLinks,
  TrackingService,
  CitizenActs,
  CitizenPapers,
  TryLimits,
  AcceptanceService,
  AssignmentService,
  CoHandlingService,
  AttachmentService,
  EvidenceService,
  MailAddressService,
  AcknowledgementService,
  SenderRechecks,
  SearchIndex,
  ExtensionService,
  ApprovalService,
  LeakCheckService,
  ReplyLetters,
  ReplyService,
  RatingDoor,
  RatingService,
  DeliveryService,
  SiteAnswerService,
  ReviewService,
  TransferService,
  MatterService,
  MatterRiskService,
  MatterWorkService,
  SiteService,
  TransferAnswerService,
  TransferLetters,
  TransferCopies,
  TransferLinks,
  TransferWatch,
  DepartmentSteps,
  DepartmentDoor,
  HandedOverQuery,
  SupervisionService,
  RevisitService,
  RiskService,
  NoticeService,
  DeadlineWatch,
  ClosingService,
  DraftingService,
  IssuingService,
  NamedCopyService,
  SourceService,
  SignInService,
  UserAdminService,
  ChannelLogService,
  PostMemoryService,
  OutboxService,
  GuideService,
  PublicationDesk,
  PublicationService,
  PublishedReader,
  AuditService,
  GuardService,
  NeutralLetters,
  IdentityService,
];

/** What a person can do, one service per group of acts; the app gives the office's settings and the readers. */
@Module({})
export class CaseworkModule {
  static with({ office, reader, logReader, documents, clock = () => new Date() }: CaseworkOptions): DynamicModule {
    return {
      module: CaseworkModule,
      global: true,
      providers: [
        { provide: OFFICE, useValue: office },
        { provide: READER, useValue: reader },
        { provide: LOG_READER, useValue: logReader },
        { provide: DOCUMENT_RENDERER, useValue: documents },
        { provide: CLOCK, useValue: clock },
        CaseActs,
        DocumentDesk,
        DocumentPress,
        ImportPreviews,
        LogRows,
        ...services,
      ],
      exports: [OFFICE, CLOCK, ...services],
    };
  }
}
