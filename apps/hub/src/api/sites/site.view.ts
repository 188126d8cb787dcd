import type { MeasureView, SourceControlTaskView } from '@hub/contract';
import { dayOf, unitName, withOffset, type Day, type Office } from '@hub/domain';
import type { AppealEntity, SiteEntity, SiteMeasureEntity, SourceControlTaskEntity } from '@hub/persistence';
import { appealRef, siteRef } from '../matters/appeal-ref';

export const measureView = ({ id, measure, owner, dueOn, proof, proofHash, doneAt }: SiteMeasureEntity): MeasureView => ({
  id,
  measure,
  owner,
  dueOn,
  proof,
  proofHash,
  doneAt: doneAt && withOffset(doneAt),
});

export const taskView = (
  task: SourceControlTaskEntity,
  site: SiteEntity,
  seen: readonly AppealEntity[],
  office: Office,
  today: Day,
): SourceControlTaskView => ({
  id: task.id,
  site: siteRef(site),
  openedOn: dayOf(task.openedAt),
  dueOn: task.dueOn,
  late: task.dueOn < (task.doneAt ? dayOf(task.doneAt) : today),
  unitId: task.unitId,
  unit: unitName(office, task.unitId),
  state: task.state,
  stateName: task.state === 'open' ? '待治理' : '已治理',
  doneOn: task.doneAt && dayOf(task.doneAt),
  appeals: seen.map((one) => appealRef(one, office)),
});
