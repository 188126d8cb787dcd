import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { SiteEvent, SiteRef, SiteView, SourceControlTaskView } from '@hub/contract';
import { dayOf, knowsOfTask, NotFound, placeKey, sees, sightOf, type Office, type Staff } from '@hub/domain';
import { GroupingQuery, type AppealEntity, type SiteEntity, type SourceControlTaskEntity } from '@hub/persistence';
import { appealRef, siteRef } from '../matters/appeal-ref';
import { sharedRecords } from '../matters/matters.reader';
import { measureView, taskView } from './site.view';

const KIND_WORDS = { polluter: '污染单位', address: '地址' } as const;

/** Sites and source control, as far as the person sees the appeals behind them. */
@Injectable()
export class SitesReader {
  constructor(
    private readonly groups: GroupingQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(q: string, limit: number, staff: Staff): Promise<SiteRef[]> {
    return (await this.groups.sites(sightOf(staff), placeKey(q), limit)).map(siteRef);
  }

  async show(id: number, staff: Staff): Promise<SiteView> {
    const site = await this.groups.site(id);
    const appeals = site ? (await this.groups.appealsOfSite(id)).filter((one) => sees(staff, one)) : [];
    const tasks = site ? await this.tasksOf(await this.groups.tasksOf(id), staff, [site]) : [];
    if (!site || (!appeals.length && !tasks.length))
      throw new NotFound('没有这个被反映对象，或您不在知悉范围。', '请按名称再查一次。');
    const measures = (await this.groups.measuresOf(id)).map(measureView);
    const records = sharedRecords(await this.groups.recordsOf(appeals.map((one) => one.id)), appeals);
    const events: SiteEvent[] = [
      ...appeals
        .map((one) => appealRef(one, this.office))
        .map((appeal) => ({ at: appeal.receivedAt, what: 'appeal' as const, appeal })),
      ...records.map(({ by: _by, ...record }) => ({ ...record, what: 'inspection' as const })),
      ...measures.flatMap((measure) => (measure.doneAt ? [{ at: measure.doneAt, what: 'measure' as const, measure }] : [])),
      ...tasks.map((task) => ({ at: `${task.openedOn}T23:59:59+08:00`, what: 'task' as const, task })),
    ];
    return {
      ...siteRef(site),
      kind: site.kind,
      kindName: KIND_WORDS[site.kind],
      events: events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      measures,
      tasks,
      sinceMeasure: sinceMeasure(appeals, measures),
    };
  }

  async tasks(state: 'open' | 'done', staff: Staff): Promise<SourceControlTaskView[]> {
    const tasks = await this.groups.tasks(state);
    return this.tasksOf(tasks, staff, await this.groups.sitesByIds(tasks.map(({ siteId }) => siteId)));
  }

  async task(id: number, staff: Staff): Promise<SourceControlTaskView> {
    const task = await this.groups.task(id);
    const [view] = task ? await this.tasksOf([task], staff, await this.groups.sitesByIds([task.siteId])) : [];
    if (!view) throw new NotFound('没有这项源头治理，或您不在知悉范围。');
    return view;
  }

  private async tasksOf(
    tasks: readonly SourceControlTaskEntity[],
    staff: Staff,
    sites: readonly SiteEntity[],
  ): Promise<SourceControlTaskView[]> {
    const rows = await this.groups.appealsByIds(tasks.flatMap(({ appealIds }) => appealIds));
    const byId = new Map(rows.map((one) => [one.id, one]));
    return tasks.flatMap((task) => {
      const appeals = task.appealIds.flatMap((id) => byId.get(id) ?? []);
      const site = sites.find(({ id }) => id === task.siteId);
      if (!site || !knowsOfTask(staff, task.unitId, appeals)) return [];
      const seen = appeals.filter((one) => sees(staff, one));
      return [taskView(task, site, seen, this.office, dayOf(this.clock()))];
    });
  }
}

/** Of the complaints that the person sees, how many came after the last measure was in place. */
function sinceMeasure(appeals: readonly AppealEntity[], measures: SiteView['measures']): number | null {
  const last = measures.flatMap(({ doneAt }) => doneAt ?? []).sort().at(-1); // prettier-ignore
  if (last === undefined) return null;
  const moment = new Date(last).toISOString();
  return appeals.filter(({ kind, receivedAt }) => (kind === 'complaint' || kind === 'report') && receivedAt > moment).length;
}
