import { Inject, Injectable } from '@nestjs/common';
import {
  ACT_WORDS,
  bounceReason,
  Fault,
  instant,
  lackingEvidence,
  NEED_WORDS,
  NotFound,
  sees,
  transitionFor,
  VersionConflict,
  type Act,
  type Appeal,
  type AppealStatus,
  type GroundFacts,
  type Instant,
  type Need,
  type Office,
  type Staff,
  type Transition,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type Stores } from '@hub/persistence';
import { revisitWhenAnswered } from '../revisit/plan-revisit';
import { raiseBy } from '../supervision/raise-by-act';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { refuseWrongUnit } from './guarded';

/** Who does what to which appeal; `version` refuses the act when somebody was quicker. */
export interface ActRequest {
  readonly number: string;
  readonly by: Staff;
  readonly act: Act;
  readonly way?: string;
  readonly version?: number | undefined;
}

export interface ActContext {
  readonly appeal: AppealEntity;
  readonly stores: Stores;
  readonly now: Instant;
  readonly by: Staff;
}

/** What somebody without an account does by a door of his own, e.g. a department by the link in its letter. */
export interface OutsideAct {
  readonly appealId: number;
  readonly name: string;
  readonly act: Act;
  readonly way: string | null;
}

export type OutsideContext = Omit<ActContext, 'by'>;

/** What an act changes of its appeal, and the note of its history line. */
export interface ActEffect {
  readonly change?: Partial<Appeal>;
  /** Where the table says otherwise than what the act has found. */
  readonly status?: AppealStatus;
  /** What the act has found out that may be a ground for supervision. */
  readonly facts?: Partial<GroundFacts>;
  readonly note?: string;
}

/** Every act goes through here: sees, state table, evidence, then change and history line in one transaction. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  perform(request: ActRequest, effect: (context: ActContext) => Promise<ActEffect>): Promise<AppealEntity> {
    return this.work.run((stores) => this.performIn(stores, request, effect));
  }

  /** The same for one of several appeals that change together, in the transaction of `stores`. */
  async performIn(
    stores: Stores,
    { number, by, act, way, version }: ActRequest,
    effect: (context: ActContext) => Promise<ActEffect>,
  ): Promise<AppealEntity> {
    const appeal = await stores.appeals.hold(number);
    if (!sees(by, appeal)) throw new NotFound();
    const row = transitionFor(appeal, act, way ?? null, by, ACT_WORDS);
    if (version !== undefined && version !== appeal.version) throw new VersionConflict();
    await refuseWithout(stores, appeal, row);
    const now = instant(this.clock());
    return this.keep({ appeal, stores, now }, row, by, await effect({ appeal, stores, now, by }));
  }

  /** The same table and the same transaction for an act whose door has made sure of who it is. */
  performOutside(act: OutsideAct, effect: (context: OutsideContext) => Promise<ActEffect>): Promise<AppealEntity> {
    return this.work.run((stores) => this.performOutsideIn(stores, act, effect));
  }

  async performOutsideIn(
    stores: Stores,
    { appealId, name, act, way }: OutsideAct,
    effect: (context: OutsideContext) => Promise<ActEffect>,
  ): Promise<AppealEntity> {
    const appeal = await stores.appeals.holdById(appealId);
    const row = transitionFor(appeal, act, way, null, ACT_WORDS);
    const now = instant(this.clock());
    return this.keep({ appeal, stores, now }, row, { id: null, name }, await effect({ appeal, stores, now }));
  }

  now(): Date {
    return this.clock();
  }

  private async keep(
    { appeal, stores, now }: OutsideContext,
    { act, way, to }: Transition,
    by: { readonly id: number | null; readonly name: string },
    { change = {}, note = '', ...found }: ActEffect,
  ): Promise<AppealEntity> {
    await refuseWrongUnit(this.office, appeal, change, stores);
    const status = found.status ?? (to === 'same' ? appeal.status : to);
    const raised = await raiseBy(
      { act, way: way ?? null, facts: found.facts },
      { ...appeal, ...change, status },
      stores,
      this.office,
      now,
    );
    const withheld = stores.outbox.withheld.get(appeal.id);
    const mail = withheld ? { mailReturned: withheld } : {};
    const told = withheld
      ? `${note && `${note}。`}邮箱退过信（${bounceReason(withheld)}），信没有寄出，请用别的方式告知。`
      : note;
    // A date of waiting belongs to the state that set it.
    const waitDueOn = status === appeal.status ? appeal.waitDueOn : null;
    const kept = await stores.appeals.keep(
      appeal,
      { waitDueOn, ...change, ...raised, ...mail, status },
      { act, way: way ?? null, byId: by.id, byName: by.name, at: now, note: told.slice(0, 2000) },
    );
    return this.follow(appeal, kept, stores, now);
  }

  /** What the system does of itself once an appeal stands where it stands now. */
  follow(before: AppealEntity, after: AppealEntity, stores: Stores, now: Instant): Promise<AppealEntity> {
    return revisitWhenAnswered(before, after, stores, this.office, now);
  }
}

/** What an act still waits for. */
export async function missingNeeds(stores: Pick<Stores, 'evidence'>, appeal: AppealEntity): Promise<Set<Need>> {
  return needsOf(appeal, await stores.evidence.draftOf(appeal.id));
}

export function needsOf(
  appeal: AppealEntity,
  draft: { readonly text: string; readonly approvedBy: string | null } | null,
): Set<Need> {
  const missing = new Set<Need>(lackingEvidence(appeal));
  if (!draft?.text.trim()) missing.add('draft');
  if (!draft?.approvedBy) missing.add('approved-draft');
  if (appeal.openParts) missing.add('co-units');
  return missing;
}

/** A draft may come with the very act that submits it, and only closing knows what the pack lacks: these check themselves. */
const CHECKED_BY_THE_ACT: readonly Need[] = ['draft', 'pack'];

async function refuseWithout(stores: Stores, appeal: AppealEntity, { needs = [] }: Transition): Promise<void> {
  const wanted = needs.filter((need) => !CHECKED_BY_THE_ACT.includes(need));
  if (!wanted.length) return;
  const missing = await missingNeeds(stores, appeal);
  const lacking = wanted.filter((need) => missing.has(need));
  if (!lacking.length) return;
  throw new Fault(
    'refused',
    'milestone-missing',
    `还差${lacking.map((need) => NEED_WORDS[need]).join('、')}。`,
    hintFor(lacking),
  );
}

function hintFor(lacking: readonly Need[]): string {
  if (lacking.includes('approved-draft')) return '请先由科室负责人或局领导审核通过。';
  if (lacking.includes('co-units')) return '请等协办单位提交意见，或请局办公室免去协办。';
  return '请登记，或写明免办事由。';
}
