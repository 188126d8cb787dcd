import type {
  Appeal,
  AppealStatus,
  ChannelName,
  Day,
  Instant,
  Kind,
  RiskLevel,
  Secrecy,
  Step,
  Topic,
  Track,
  ApprovalStep,
  Satisfaction,
} from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An appeal as its row. Days and moments are ISO text: they sort and compare alike on both engines and know no time zone. */
@Entity('appeals')
@Index('appeals_by_number', ['number'], { unique: true })
@Index('appeals_by_due', ['open', 'dueOn', 'id', 'guard'])
@Index('appeals_by_receipt', ['open', 'receivedAt', 'id', 'guard'])
@Index('appeals_by_change', ['open', 'changedAt', 'id', 'guard'])
@Index('appeals_by_unit', ['unitId', 'open', 'dueOn', 'id'])
@Index('appeals_by_handler', ['handlerId', 'open', 'dueOn', 'id'])
@Index('appeals_by_status', ['status', 'dueOn', 'id', 'guard'])
@Index('appeals_by_channel', ['channel', 'open', 'dueOn', 'id'])
@Index('appeals_by_warning', ['open', 'warnedLevel', 'dueOn', 'id'])
@Index('appeals_by_supervision', ['supervised', 'open', 'dueOn', 'id'])
@Index('appeals_by_kind', ['kind', 'open', 'dueOn', 'id'])
@Index('appeals_by_returned_mail', ['mailReturned', 'id'])
@Index('appeals_by_satisfaction', ['satisfaction', 'id'])
@Index('appeals_by_matter', ['matterId', 'id'])
@Index('appeals_by_site', ['siteId', 'receivedAt', 'id'])
@Index('appeals_by_source', ['source', 'receivedAt', 'id'])
@Index('appeals_by_street', ['street', 'open', 'receivedAt', 'id'])
export class AppealEntity implements Appeal {
  @PrimaryColumn('integer')
  id: number;

  @Column({ type: 'varchar', length: 24 })
  number: string;

  @Column({ type: 'varchar', length: 200 })
  subject: string;

  @Column({ type: 'varchar', length: 12 })
  kind: Kind;

  @Column({ type: 'varchar', length: 12 })
  channel: ChannelName;

  @Column({ type: 'varchar', length: 60 })
  source: string;

  @Column({ type: 'varchar', length: 20 })
  status: AppealStatus;

  @Column({ type: 'varchar', length: 16 })
  secrecy: Secrecy;

  @Column({ type: 'varchar', length: 20, nullable: true })
  topic: Topic | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  track: Track | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  street: string | null;

  @Column({ type: 'varchar', length: 200 })
  place: string;

  @Column({ type: 'varchar', length: 80, nullable: true })
  outsideNumber: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  @Column({ type: 'int', nullable: true })
  handlerId: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  departmentId: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  suggestedUnitId: string | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  suggestedDepartmentId: string | null;

  @Column({ type: 'varchar', length: 300, nullable: true })
  suggestionReason: string | null;

  @Column({ type: 'varchar', length: 24 })
  receivedAt: Instant;

  @Column({ type: 'varchar', length: 10 })
  contactDueOn: Day;

  @Column({ type: 'varchar', length: 10 })
  siteDueOn: Day;

  @Column({ type: 'varchar', length: 10 })
  replyDueOn: Day;

  @Column({ type: 'varchar', length: 10 })
  informDueOn: Day;

  @Column({ type: 'varchar', length: 10 })
  finishDueOn: Day;

  @Column({ type: 'varchar', length: 24, nullable: true })
  contactDoneAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  siteDoneAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  replyDoneAt: Instant | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  informedAt: Instant | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  contactWaiver: string | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  siteWaiver: string | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  waitDueOn: Day | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  replyMissedOn: Day | null;

  @Column({ type: 'varchar', length: 10, nullable: true })
  waitSince: Day | null;

  @Column({ type: 'boolean', default: false })
  extensionAsked: boolean;

  @Column({ type: 'int' })
  returns: number;

  @Column({ type: 'varchar', length: 40, nullable: true })
  returnedFrom: string | null;

  @Column({ type: 'boolean', default: false })
  designated: boolean;

  @Column({ type: 'varchar', length: 300, default: '' })
  coUnits: string;

  @Column({ type: 'int', default: 0 })
  openParts: number;

  @Column({ type: 'varchar', length: 16, nullable: true })
  reviewStep: ApprovalStep | null;

  @Column({ type: 'int', default: 0 })
  leaksAsked: number;

  @Column({ type: 'int', default: 0 })
  transferBounces: number;

  @Column({ type: 'boolean', default: false })
  transferFinal: boolean;

  @Column({ type: 'boolean', default: false })
  transferReplied: boolean;

  @Column({ type: 'varchar', length: 500, nullable: true })
  refusalGround: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  refusalPath: string | null;

  @Column({ type: 'int', nullable: true })
  matterId: number | null;

  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  @Column({ type: 'varchar', length: 40, nullable: true })
  targetUnitId: string | null;

  @Column({ type: 'boolean', default: false })
  aboutConduct: boolean;

  @Column({ type: 'varchar', length: 300, default: '' })
  named: string;

  @Column({ type: 'int', default: 0 })
  warnedLevel: number;

  @Column({ type: 'boolean', default: false })
  supervised: boolean;

  @Column({ type: 'int', default: 0 })
  openOrders: number;

  @Column({ type: 'int', default: 0 })
  unansweredOrders: number;

  @Column({ type: 'int', default: 0 })
  suggestedOrders: number;

  @Column({ type: 'varchar', length: 8, nullable: true })
  riskLevel: RiskLevel | null;

  @Column({ type: 'boolean', default: false })
  riskUnsigned: boolean;

  @Column({ type: 'varchar', length: 12, nullable: true })
  mailReturned: string | null;

  @Column({ type: 'varchar', length: 12, nullable: true })
  satisfaction: Satisfaction | null;

  @Column({ type: 'boolean' })
  open: boolean;

  @Column({ type: 'varchar', length: 16, nullable: true })
  step: Step | null;

  @Column({ type: 'varchar', length: 10 })
  dueOn: Day;

  @Column({ type: 'varchar', length: 50, default: '' })
  guard: string;

  /** Keyed hash of the citizen's query code; the code itself is shown once and kept nowhere. */
  @Column({ type: 'varchar', length: 64 })
  queryCodeHash: string;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  changedAt: Instant;

  /** Since when it has been at its end (办结, 归档, 撤回, 不予受理, 无效); null while it is not. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  endedAt: Instant | null;

  @Column({ type: 'int' })
  version: number;
}
