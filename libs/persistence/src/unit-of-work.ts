import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from './database';
import { Secrets } from './secrets';
import { AcknowledgementStore } from './stores/acknowledgement.store';
import { ApiStore } from './stores/api.store';
import { AppealStore } from './stores/appeal.store';
import { AuditStore } from './stores/audit.store';
import { EvidenceStore, MessageStore } from './stores/casework.stores';
import { DayCountStore } from './stores/day-count.store';
import { CounterStore } from './stores/counter.store';
import { BoxOpeningStore, DeskDraftStore, DeskEntryStore } from './stores/desk.stores';
import { FormBatchStore } from './stores/form-batch.store';
import { DocumentStore } from './stores/document.store';
import { ApprovalStore, LeakReviewStore } from './stores/approval.stores';
import { ExtensionStore, PartStore, ReviewStore } from './stores/handling.stores';
import { ImportStore } from './stores/import.store';
import { IntakeStore } from './stores/intake.store';
import { LeaseStore } from './stores/lease.store';
import { MailBlockStore } from './stores/mail-block.store';
import { MatterStore } from './stores/matter.store';
import { NamedStore } from './stores/named.store';
import { OutboxDomainStore } from './stores/outbox-domain.store';
import { OutboxStore } from './stores/outbox.store';
import { PostStore } from './stores/post.store';
import { PersonStore } from './stores/person.store';
import { RatingStore } from './stores/rating.store';
import { GuideStore } from './stores/guide.store';
import { PublicationStore } from './stores/publication.store';
import { RiskStore } from './stores/risk.store';
import { RevisitStore } from './stores/revisit.store';
import { SearchStore } from './stores/search.store';
import { SiteReplyStore } from './stores/site-reply.store';
import { SiteStore } from './stores/site.store';
import { SourceStore } from './stores/source.store';
import { SourcePackStore } from './stores/source-pack.store';
import { StaffStore } from './stores/staff.store';
import { WorkerSignStore } from './stores/worker-sign.store';
import { NoticeStore, OrderStore, WatchStore } from './stores/supervision.stores';
import { WebhookStore } from './stores/webhook.store';
import { TextMarkStore } from './stores/text-mark.store';
import { FileScanStore } from './stores/file-scan.store';
import { WebDraftStore } from './stores/web-draft.store';
import { TransferStore } from './stores/transfer.store';
import { TrackLinkStore } from './stores/track-link.store';
import { TryStore } from './stores/try.store';

export interface Stores {
  readonly audit: AuditStore;
  readonly api: ApiStore;
  readonly appeals: AppealStore;
  readonly persons: PersonStore;
  readonly posts: PostStore;
  readonly publications: PublicationStore;
  readonly guide: GuideStore;
  readonly named: NamedStore;
  readonly messages: MessageStore;
  readonly evidence: EvidenceStore;
  readonly transfers: TransferStore;
  readonly approvals: ApprovalStore;
  readonly leakReviews: LeakReviewStore;
  readonly parts: PartStore;
  readonly reviews: ReviewStore;
  readonly extensions: ExtensionStore;
  readonly orders: OrderStore;
  readonly ratings: RatingStore;
  readonly revisits: RevisitStore;
  readonly risks: RiskStore;
  readonly notices: NoticeStore;
  readonly watch: WatchStore;
  readonly deskDrafts: DeskDraftStore;
  readonly deskEntries: DeskEntryStore;
  readonly boxOpenings: BoxOpeningStore;
  readonly formBatches: FormBatchStore;
  readonly documents: DocumentStore;
  readonly matters: MatterStore;
  readonly search: SearchStore;
  readonly sites: SiteStore;
  readonly siteReplies: SiteReplyStore;
  readonly acknowledgements: AcknowledgementStore;
  readonly outbox: OutboxStore;
  readonly outboxDomains: OutboxDomainStore;
  readonly mailBlocks: MailBlockStore;
  readonly intake: IntakeStore;
  readonly imports: ImportStore;
  readonly sourcePacks: SourcePackStore;
  readonly leases: LeaseStore;
  readonly workers: WorkerSignStore;
  readonly sources: SourceStore;
  readonly staff: StaffStore;
  readonly textMarks: TextMarkStore;
  readonly trackLinks: TrackLinkStore;
  readonly tries: TryStore;
  readonly dayCounts: DayCountStore;
  readonly counters: CounterStore;
  readonly fileScans: FileScanStore;
  readonly webDrafts: WebDraftStore;
  readonly webhooks: WebhookStore;
}

/** The only way to write: everything inside `run` is kept, or nothing is. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /** The work may run more than once (a deadlock, a lost connection) and so touches nothing but its stores. */
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      const stores = this.stores(manager);
      const result = await work(stores);
      await stores.audit.close();
      return result;
    });
  }

  private stores(manager: EntityManager): Stores {
    const { engine } = this.database;
    const audit = new AuditStore(manager, engine);
    const api = new ApiStore(manager);
    const webhooks = new WebhookStore(manager, api);
    const search = new SearchStore(manager, engine);
    const publications = new PublicationStore(manager);
    const mailBlocks = new MailBlockStore(manager, this.secrets);
    return {
      audit,
      api,
      webhooks,
      appeals: new AppealStore(manager, engine, audit, { webhooks, publications, search }),
      persons: new PersonStore(manager, this.secrets),
      posts: new PostStore(manager),
      publications,
      guide: new GuideStore(manager),
      named: new NamedStore(manager),
      messages: new MessageStore(manager),
      evidence: new EvidenceStore(manager),
      transfers: new TransferStore(manager),
      approvals: new ApprovalStore(manager),
      leakReviews: new LeakReviewStore(manager),
      parts: new PartStore(manager),
      reviews: new ReviewStore(manager),
      extensions: new ExtensionStore(manager),
      orders: new OrderStore(manager),
      ratings: new RatingStore(manager, this.secrets),
      revisits: new RevisitStore(manager),
      risks: new RiskStore(manager),
      notices: new NoticeStore(manager),
      watch: new WatchStore(manager, engine),
      deskDrafts: new DeskDraftStore(manager, this.secrets),
      deskEntries: new DeskEntryStore(manager),
      boxOpenings: new BoxOpeningStore(manager),
      formBatches: new FormBatchStore(manager, engine, this.secrets),
      documents: new DocumentStore(manager, this.secrets),
      matters: new MatterStore(manager, engine),
      search,
      sites: new SiteStore(manager, engine),
      siteReplies: new SiteReplyStore(manager, this.secrets),
      outboxDomains: new OutboxDomainStore(manager, engine),
      mailBlocks,
      acknowledgements: new AcknowledgementStore(manager, this.secrets, engine),
      outbox: new OutboxStore(manager, this.secrets, mailBlocks, engine),
      intake: new IntakeStore(manager, this.secrets),
      imports: new ImportStore(manager),
      sourcePacks: new SourcePackStore(manager),
      leases: new LeaseStore(manager, engine),
      workers: new WorkerSignStore(manager, engine),
      sources: new SourceStore(manager),
      staff: new StaffStore(manager),
      textMarks: new TextMarkStore(manager),
      trackLinks: new TrackLinkStore(manager, this.secrets),
      tries: new TryStore(manager, engine),
      dayCounts: new DayCountStore(manager, engine),
      counters: new CounterStore(manager, engine),
      fileScans: new FileScanStore(manager),
      webDrafts: new WebDraftStore(manager, engine, this.secrets),
    };
  }
}
