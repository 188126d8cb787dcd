import { Injectable } from '@nestjs/common';
import {
  dayOf,
  DRAFT_VARIABLES,
  Fault,
  fillDraft,
  identityIn,
  longDate,
  NOBODY,
  salutation,
  takesSiteRecord,
  unknownVariables,
  type Party,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type Stores } from '@hub/persistence';
import { EvidenceService, type SiteRecord } from '../acts/evidence.service';
import { ApprovalService } from '../acts/approval.service';
import { heldMatter } from './known-matter';

export interface CommonDraft {
  /** With {{称呼}} and the like, filled for each appeal with its own. */
  readonly text: string;
  /** Words for single appeals instead, by number. */
  readonly perAppeal?: Readonly<Record<string, string>>;
  readonly submit?: boolean;
  /** Writes over a draft that somebody has begun. */
  readonly replace?: boolean;
}

export interface DraftResult {
  readonly number: string;
  readonly state: 'saved' | 'submitted' | 'refused';
  readonly reason: string | null;
  readonly hint: string | null;
}

interface Addressed {
  readonly appeal: AppealEntity;
  readonly party: Party;
  readonly begun: boolean;
}

/** What is done once for all appeals of a matter: the on-site record, and a draft that each citizen gets as his own. */
@Injectable()
export class MatterWorkService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceService,
    private readonly approval: ApprovalService,
  ) {}

  /** Entered on the earliest appeal that takes it; the others of the matter have it by `shareSite`. */
  async recordSite(typed: string, body: SiteRecord, by: Staff): Promise<void> {
    const { seen } = await this.work.run((stores) => heldMatter(typed, by, stores));
    const own = by.unitId === null ? seen : seen.filter(({ unitId, coUnits }) => unitId === by.unitId || coUnits.includes(`|${by.unitId}|`)); // prettier-ignore
    const taking = own.filter(({ status }) => takesSiteRecord(status));
    const [first] = taking.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    if (!first)
      throw new Fault(
        'refused',
        'no-appeal-in-hand',
        '这个事项里没有您单位正在办理的来件，现场调查记不上。',
        '请先签收，再登记现场调查。',
      );
    await this.evidence.site(first.number, body, by);
  }

  /** Each appeal by its own evidence and approval rules; those that cannot take the draft say why, and the others have it. */
  async draft(typed: string, body: CommonDraft, by: Staff): Promise<DraftResult[]> {
    const unknown = [body.text, ...Object.values(body.perAppeal ?? {})].flatMap(unknownVariables);
    if (unknown.length)
      throw new Fault(
        'invalid',
        'draft-variable',
        `没有“${unknown.join('、')}”这个变量。`,
        `可用：${DRAFT_VARIABLES.map((name) => `{{${name}}}`).join('、')}。`,
      );
    const all = await this.work.run((stores) => addressed(typed, by, stores));
    const stray = Object.keys(body.perAppeal ?? {}).filter((number) => !all.some(({ appeal }) => appeal.number === number));
    if (stray.length) throw new Fault('invalid', 'per-appeal', `这个事项里没有 ${stray.join('、')}。`, '请按事项里的编号写。');
    const results: DraftResult[] = [];
    for (const one of all) results.push(await this.draftOne(one, all, body, by));
    return results;
  }

  private async draftOne(one: Addressed, all: readonly Addressed[], body: CommonDraft, by: Staff): Promise<DraftResult> {
    const { number } = one.appeal;
    const refused = (reason: string, hint: string | null): DraftResult => ({ number, state: 'refused', reason, hint });
    const said = body.perAppeal?.[number];
    if (one.begun && said === undefined && !body.replace)
      return refused('已有答复稿，没有改动。', '要用这一稿替换，请勾选“替换已有的稿子”。');
    const text = fillDraft(said ?? body.text, valuesOf(one));
    const others = all.filter(({ appeal }) => appeal.id !== one.appeal.id).map(({ party }) => party);
    const found = identityIn(text, others, [one.appeal.place, ...Object.values(one.party)]);
    if (found.length) return refused(`稿子里有另一位反映人的${found.join('、')}。`, '请删去，或用变量代替。');
    try {
      await this.approval.draft(number, { text, submit: body.submit === true }, by);
      return { number, state: body.submit ? 'submitted' : 'saved', reason: null, hint: null };
    } catch (error) {
      if (error instanceof Fault) return refused(error.message, error.hint ?? null);
      throw error;
    }
  }
}

async function addressed(typed: string, by: Staff, stores: Stores): Promise<Addressed[]> {
  const { seen } = await heldMatter(typed, by, stores);
  const ids = seen.map(({ id }) => id);
  const parties = await stores.persons.partiesOf(ids);
  const begun = await stores.evidence.drafted(ids);
  return seen.map((appeal) => ({ appeal, party: parties.get(appeal.id) ?? NOBODY, begun: begun.has(appeal.id) }));
}

const valuesOf = ({ appeal, party }: Addressed) => ({
  称呼: salutation(party.name, appeal.secrecy),
  编号: appeal.number,
  地点: appeal.place || appeal.street || '您反映的地点',
  收到日期: longDate(dayOf(appeal.receivedAt)).replace(/（.*$/, ''),
});
