import { Inject, Injectable } from '@nestjs/common';
import {
  ACT_WORDS,
  Fault,
  instant,
  lackingEvidence,
  NEED_WORDS,
  nextStatus,
  NotFound,
  sees,
  TRANSITIONS,
  VersionConflict,
  type Act,
  type Appeal,
  type Instant,
  type Need,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type Stores } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

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

/** What an act changes of its appeal, and the note of its history line. */
export interface ActEffect {
  readonly change?: Partial<Appeal>;
  readonly note?: string;
}

/** Every act goes through here: sees, state table, evidence, then change and history line in one transaction. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  perform(
    { number, by, act, way, version }: ActRequest,
    effect: (context: ActContext) => Promise<ActEffect>,
  ): Promise<AppealEntity> {
    return this.work.run(async (stores) => {
      const appeal = await stores.appeals.hold(number);
      if (!sees(by, appeal)) throw new NotFound();
      const status = nextStatus(appeal, act, way ?? null, by, ACT_WORDS);
      if (version !== undefined && version !== appeal.version) throw new VersionConflict();
      await refuseWithout(stores, appeal, act, way ?? null);
      const now = instant(this.clock());
      const { change = {}, note = '' } = await effect({ appeal, stores, now, by });
      // A date of waiting belongs to the state that set it.
      const waitDueOn = status === appeal.status ? appeal.waitDueOn : null;
      return stores.appeals.keep(
        appeal,
        { waitDueOn, ...change, status },
        { act, way: way ?? null, byId: by.id, byName: by.name, at: now, note: note.slice(0, 2000) },
      );
    });
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
  return missing;
}

async function refuseWithout(stores: Stores, appeal: AppealEntity, act: Act, way: string | null): Promise<void> {
  const row = TRANSITIONS.find((one) => one.act === act && (one.way ?? null) === way && one.from.includes(appeal.status));
  if (!row?.needs) return;
  const missing = await missingNeeds(stores, appeal);
  // A draft may come with the very act that submits it.
  const lacking = row.needs.filter((need) => need !== 'draft' && missing.has(need));
  if (!lacking.length) return;
  const words = lacking.map((need) => NEED_WORDS[need]).join('、');
  throw new Fault(
    'refused',
    'milestone-missing',
    `还差${words}。`,
    lacking.includes('approved-draft') ? '请先由科室负责人或局领导审核通过。' : '请登记，或写明免办事由。',
  );
}
