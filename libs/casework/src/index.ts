export { CaseworkModule, type CaseworkOptions } from './casework.module';
export { CLOCK, DOCUMENT_RENDERER, LOG_READER, OFFICE, READER, type Clock } from './tokens';
export type { Registered, Tracked, WebForm } from './web-form';
export { AcceptanceService, type Acceptance, type Refusal } from './acts/acceptance.service';
export { ApprovalService, DraftConflict, type ApprovalWord, type Draft } from './acts/approval.service';
export { AssignmentService, type Assignment } from './acts/assignment.service';
export type { Classification } from './acts/classification';
export { needsOf } from './acts/case-act';
export { replyWay } from './acts/citizen-mail';
export { AttachmentService, type Upload } from './acts/attachment.service';
export { MailAddressService } from './bounces/mail-address.service';
export { ClosingService, type Reopening } from './acts/closing.service';
export { CoHandlingService, type NewPart } from './acts/co-handling.service';
export { EvidenceService, type ContactRecord, type SiteRecord, type Waiver } from './acts/evidence.service';
export { LeakCheckService } from './acts/leak-check.service';
export { LeakFound, leakHash, type LeakQuestion } from './acts/leak-found';
export { leaksInDraft } from './acts/leaks-in';
export { ExtensionService } from './acts/extension.service';
export { packLacks } from './acts/pack';
export { ReplyService } from './acts/reply.service';
export { ReviewService, type ReviewDecision } from './acts/review.service';
export { TransferAnswerService } from './acts/transfer-answer.service';
export {
  DepartmentDoor,
  FILES_HINT,
  HandedOverQuery,
  MAX_UPLOADS,
  MAX_UPLOAD_BYTES,
  type DepartmentWay,
  shownName,
} from './transfers/department.service';
export type { HandedOver, UploadedFile } from './transfers/handed-over';
export type { DepartmentWord } from './transfers/department-steps';
export { MAX_COPIES } from './transfers/transfer-copies';
export { TransferWatch } from './transfers/transfer-watch.service';
export { TransferService, type TransferOut } from './acts/transfer.service';
export { AuditService } from './audit/audit.service';
export { ChannelLeases, LEASE_MS } from './channel-leases';
export { ChannelLogService } from './channel-log.service';
export { channelTrouble } from './channel-trouble';
export { BoxOpeningService } from './desk/box-opening.service';
export { FormBatchService } from './desk/form-batch.service';
export { FormRegistrationService } from './desk/form-registration.service';
export { CallerService } from './desk/caller.service';
export { DeskDraftService } from './desk/draft.service';
export { DraftingService, type NewPaper } from './documents/drafting.service';
export { NamedCopyService } from './documents/named-copy.service';
export { IssuingService } from './documents/issuing.service';
export { registeredOf } from './doors/registered';
export { DeskService, type DeskForm } from './doors/desk.service';
export { ImportService, type ImportOutcome } from './doors/import.service';
export { QuarantineService, type Resolution } from './doors/quarantine.service';
export { TrackingService } from './doors/tracking.service';
export { WebDoorService } from './doors/web-door.service';
export { ImportDesk } from './imports/import-desk.service';
export type { ImportPreview, SampleRow } from './imports/import-previews';
export { SourcePacks, type PackOrder } from './imports/source-pack.service';
export { Reconciliations, type Reconciliation } from './imports/reconciliation.service';
export { RejectedRows } from './imports/rejected-rows.service';
export { ImportRun } from './imports/import-run.service';
export { IntakeService } from './intake/intake.service';
export type { IntakeResult } from './intake/registration';
export { clearAway, sentFiles, sentName, uploadsOf, type Uploaded } from './files/uploads';
export { UploadShelf, type Shelved } from './files/upload-shelf';
export { ApiAccess } from './interface/api-access.service';
export { API_FILES, ApiDoorService, type ApiForm } from './interface/api-door.service';
export { ApiTokenService, type NewToken } from './interface/api-token.service';
export { WebhookService, type NewWebhook } from './interface/webhook.service';
export { HandedIn } from './interface/handed-in.service';
export { knownMatter } from './matters/known-matter';
export { MatterRiskService, mayRisk } from './matters/matter-risk.service';
export { MatterWorkService, type CommonDraft, type DraftResult } from './matters/matter-work.service';
export { MatterService, type NewMatter } from './matters/matter.service';
export { SiteService, type SiteChoice } from './sites/site.service';
export { SourceService, type SourceForm } from './sources/source.service';
export { SignInService } from './staff/sign-in.service';
export { UserAdminService, type NewUser } from './staff/user-admin.service';
export { SupervisionService, CLOSABLE, type NewSupervision } from './acts/supervision.service';
export { NoticeService } from './notices/notice.service';
export { DeadlineWatch, type WatchReport } from './supervision/deadline-watch.service';
export { GuardService, type Confidentiality, type Naming, type Target } from './vault/guard.service';
export { IdentityService, type Identity } from './vault/identity.service';
export { RevisitService, type RevisitSheet } from './acts/revisit.service';
export { RiskService, riskGuess, type RiskForm } from './acts/risk.service';
export { OutboxService } from './outbox/outbox.service';
export { extractOf, PublishedReader, type PublishedHit } from './publications/published-reader';
export { SenderRechecks } from './intake/sender-rechecks.service';
export { AcknowledgementService } from './acknowledgements/acknowledgement.service';
export { PostMemoryService } from './doors/post-memory.service';
