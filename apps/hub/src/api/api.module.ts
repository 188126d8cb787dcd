import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { API_FILES, UploadShelf } from '@hub/casework';
import { UPLOAD_BYTES } from '@hub/domain';
import { FileStore } from '@hub/persistence';
import { ApprovalActsController } from './appeals/approval-acts.controller';
import { ClosingActsController } from './appeals/closing-acts.controller';
import { HandlingActsController } from './appeals/handling-acts.controller';
import { MailActsController } from './appeals/mail-acts.controller';
import { OfficeActsController } from './appeals/office-acts.controller';
import { SectionActsController } from './appeals/section-acts.controller';
import { UploadsController } from './appeals/uploads.controller';
import { AppealsController } from './appeals/appeals.controller';
import { DocumentsController } from './appeals/documents.controller';
import { DocumentReader } from './appeals/documents.reader';
import { VaultController } from './appeals/vault.controller';
import { FilesController } from './appeals/files.controller';
import { LetterHtmlController } from './appeals/letter-html.controller';
import { QueueReader } from './appeals/queue.reader';
import { DeskController } from './desk/desk.controller';
import { DeskEntryController } from './desk/entry.controller';
import { OpeningsController } from './desk/openings.controller';
import { OpeningsReader } from './desk/openings.reader';
import { FormBatchesController } from './desk/batches.controller';
import { SimilarReader } from './desk/similar.reader';
import { AuditController } from './audit/audit.controller';
import { LettersController } from './directory/letters.controller';
import { TemplatesController } from './directory/templates.controller';
import { DirectoryController } from './directory/directory.controller';
import { IntakeController } from './interfaces/intake.controller';
import { Open311Controller } from './open311/open311.controller';
import { Open311Reader } from './open311/open311.reader';
import { WebhookDeliveriesController, WebhooksController } from './interfaces/webhooks.controller';
import { TokensController } from './interfaces/tokens.controller';
import { ImportsController } from './imports/imports.controller';
import { ReconciliationController } from './imports/reconciliation.controller';
import { SourcePacksController } from './imports/source-packs.controller';
import { GroupingReader } from './matters/grouping.reader';
import { RelatedReader } from './matters/related.reader';
import { MatterRiskController } from './matters/matter-risk.controller';
import { MattersController } from './matters/matters.controller';
import { MattersReader } from './matters/matters.reader';
import { ChannelTrialsController } from './operations/channel-trials.controller';
import { ChannelsController, QuarantineController } from './operations/operations.controller';
import { OutboxController } from './operations/outbox.controller';
import { GuideArticlesController } from './guide/guide.controller';
import { SiteNoticesController } from './guide/notices.controller';
import { AppealPublicationsController } from './publications/appeal-publications.controller';
import { PublicationsController } from './publications/publications.controller';
import { ReportsController } from './reports/reports.controller';
import { RevisitActController, RevisitTasksController } from './revisit/revisit.controller';
import { RiskController } from './risk/risk.controller';
import { NoticesController } from './supervision/notices.controller';
import { SupervisionActController, SupervisionOrdersController } from './supervision/supervision.controller';
import { AppealSiteController, SitesController, SourceControlController } from './sites/sites.controller';
import { SitesReader } from './sites/sites.reader';
import { SourcesController } from './sources/sources.controller';
import { TransferActController, TransfersController } from './transfers/transfers.controller';
import { Changes } from './stream/changes';
import { StreamController } from './stream/stream.controller';
import { SessionController } from './session/session.controller';

/** Of a form that another system sends; too many files are told of, not cut off. */
const limits = { files: 50, fields: 40, fieldSize: 100_000, parts: 90, headerPairs: 50 };

/** The interface of staff and of other systems. */
@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [FileStore],
      useFactory: (files: FileStore) => ({ limits, storage: new UploadShelf(files, { files: API_FILES, bytes: UPLOAD_BYTES }) }),
    }),
  ],
  controllers: [
    SessionController,
    StreamController,
    AppealsController,
    DeskEntryController,
    DeskController,
    OpeningsController,
    FormBatchesController,
    OfficeActsController,
    SectionActsController,
    ApprovalActsController,
    ClosingActsController,
    SupervisionActController,
    SupervisionOrdersController,
    NoticesController,
    ReportsController,
    RevisitActController,
    RevisitTasksController,
    TransferActController,
    TransfersController,
    RiskController,
    HandlingActsController,
    MailActsController,
    DocumentsController,
    FilesController,
    LetterHtmlController,
    UploadsController,
    VaultController,
    AppealSiteController,
    MattersController,
    MatterRiskController,
    SitesController,
    SourceControlController,
    AppealPublicationsController,
    GuideArticlesController,
    SiteNoticesController,
    PublicationsController,
    SourcesController,
    DirectoryController,
    LettersController,
    TemplatesController,
    ChannelsController,
    ChannelTrialsController,
    QuarantineController,
    OutboxController,
    ImportsController,
    ReconciliationController,
    SourcePacksController,
    AuditController,
    TokensController,
    WebhooksController,
    Open311Controller,
    WebhookDeliveriesController,
    IntakeController,
  ],
  providers: [
    Changes,
    DocumentReader,
    QueueReader,
    SimilarReader,
    OpeningsReader,
    RelatedReader,
    Open311Reader,
    GroupingReader,
    MattersReader,
    SitesReader,
    AppealsController,
  ],
})
export class ApiModule {}
