import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOf,
  Fault,
  instant,
  knowsOfTask,
  NotFound,
  opensSourceControl,
  placeKey,
  sees,
  siteKey,
  sourceControlDue,
  type Day,
  type Office,
  type Staff,
} from '@hub/domain';
import { UnitOfWork, type AppealEntity, type SiteEntity, type Stores } from '@hub/persistence';
import { CaseActs, type ActContext } from '../acts/case-act';
import { CLOCK, OFFICE, type Clock } from '../tokens';

export interface SiteChoice {
  readonly siteId?: number;
  readonly name?: string;
  readonly address?: string;
  readonly street?: string;
}

const noSite = () => new NotFound('没有这个被反映对象，或您不在知悉范围。', '请按名称再查一次，或新登记一个。');

/** What appeals are about (被反映对象), and control at the source (源头治理). */
@Injectable()
export class SiteService {
  constructor(
    private readonly acts: CaseActs,
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The third complaint of the office's window opens its task in the same transaction. */
  link(number: string, body: SiteChoice, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'site', version }, async (context) => {
      const { appeal } = context;
      const site = await chosen(body, context);
      if (site.id === appeal.siteId) throw new Fault('refused', 'same-site', '已经登记为这个被反映对象。', '不用再登记。');
      if (appeal.matterId !== null) await context.stores.matters.settleSite(appeal.matterId, site.id);
      await this.openTask(site, context);
      return { change: { siteId: site.id }, note: [site.name, site.address].filter(Boolean).join('，') };
    });
  }

  /** Done when a measure is taken and proved. */
  complete(taskId: number, body: { readonly measure: string; readonly proof: string; readonly proofHash?: string }, by: Staff) {
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      const task = await stores.sites.holdTask(taskId);
      const appeals = task ? await stores.appeals.byIds(task.appealIds) : [];
      if (!task || !knowsOfTask(by, task.unitId, appeals)) throw new NotFound('没有这项源头治理，或您不在知悉范围。');
      const office = by.role === 'dispatcher' || by.role === 'leader' || by.role === 'director';
      if (!office && task.unitId !== by.unitId)
        throw new Fault('forbidden', 'forbidden', '这项源头治理不归您的单位。', '请由主办单位或局办公室办理。');
      if (task.state === 'done')
        throw new Fault('refused', 'already-done', '这项源头治理已经完成。', '还有措施，请在被反映对象页补记。');
      await stores.sites.settleTask(task.id, { state: 'done', doneAt: now });
      const { measure, proof, proofHash = null } = body;
      await stores.sites.addMeasure({
        siteId: task.siteId, taskId: task.id, measure, owner: by.name, dueOn: task.dueOn, proof, proofHash, doneAt: now, byName: by.name, at: now,
      }); // prettier-ignore
    });
  }

  /** A measure that is planned without a task, or beside one. */
  plan(
    siteId: number,
    body: { readonly measure: string; readonly owner: string; readonly dueOn: Day },
    by: Staff,
  ): Promise<void> {
    const now = instant(this.clock());
    if (body.dueOn < dayOf(now)) throw new Fault('invalid', 'due-on', '期限已经过去。', '请写今天或以后的日期。');
    return this.work.run(async (stores) => {
      await this.known(siteId, by, stores);
      const open = { proof: null, proofHash: null, doneAt: null };
      await stores.sites.addMeasure({ siteId, taskId: null, ...body, ...open, byName: by.name, at: now });
    });
  }

  prove(
    siteId: number,
    measureId: number,
    body: { readonly proof: string; readonly proofHash?: string },
    by: Staff,
  ): Promise<void> {
    const now = instant(this.clock());
    return this.work.run(async (stores) => {
      await this.known(siteId, by, stores);
      const measure = await stores.sites.measure(measureId);
      if (measure?.siteId !== siteId) throw new NotFound('没有这项措施。');
      if (measure.doneAt) throw new Fault('refused', 'already-done', '这项措施已经落实。', '要补充，请另记一项。');
      await stores.sites.proveMeasure(measureId, { proof: body.proof, proofHash: body.proofHash ?? null, doneAt: now });
    });
  }

  private async known(siteId: number, by: Staff, stores: Stores): Promise<SiteEntity> {
    const site = await stores.sites.hold(siteId);
    const appeals = await stores.sites.appealsOf(siteId);
    if (!appeals.some((one) => sees(by, one))) throw noSite();
    return site;
  }

  private async openTask(site: SiteEntity, { appeal, stores, now }: ActContext): Promise<void> {
    const { rules } = this.office;
    const tasks = await stores.sites.tasksOf(site.id);
    const earlier = {
      open: tasks.some(({ state }) => state === 'open'),
      counted: new Set(tasks.flatMap(({ appealIds }) => appealIds)),
    };
    const day = dayOf(appeal.receivedAt);
    const { sourceControlDays: days } = rules;
    const near = await stores.sites.appealsBetween(site.id, addDays(day, -days), addDays(day, days));
    const opened = opensSourceControl(appeal.id, [...near, appeal], earlier, rules);
    if (!opened) return;
    await stores.sites.addTask({
      siteId: site.id,
      openedAt: now,
      appealIds: opened.map(({ id }) => id),
      unitId: appeal.unitId,
      dueOn: sourceControlDue(dayOf(now), rules),
      state: 'open',
      doneAt: null,
    });
  }
}

/** A site by its id, which must be known to the person; or by what it is called, made now where there is none. */
async function chosen(
  { siteId, name = '', address = '', street }: SiteChoice,
  { stores, by, now }: ActContext,
): Promise<SiteEntity> {
  if (siteId !== undefined) {
    const site = await stores.sites.hold(siteId);
    if (!(await stores.sites.appealsOf(siteId)).some((one) => sees(by, one))) throw noSite();
    return site;
  }
  const nameKey = siteKey(name, address);
  if (!nameKey) throw new Fault('invalid', 'site', '请写被反映对象的名称，或写地址。', '例如：某某饭店，长寿路 100 号。');
  return stores.sites.named({
    nameKey,
    placeKey: placeKey(address) || (placeKey(name) ? '' : nameKey),
    kind: placeKey(name) ? 'polluter' : 'address',
    name: name.trim() || address.trim(),
    address: address.trim(),
    street: street ?? null,
    createdAt: now,
  });
}
