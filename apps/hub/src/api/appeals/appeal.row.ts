import type { AppealRow, DueView, LampView } from '@hub/contract';
import {
  bounceReason,
  CHANNEL_WORDS,
  CLOCK_WORDS,
  clockState,
  daysBetween,
  daysWord,
  departmentName,
  endOfDay,
  KIND_WORDS,
  maskIdentityIn,
  MILESTONE_WORDS,
  readsRatings,
  milestones,
  NOBODY,
  RISK_LEVEL_WORDS,
  STATUS_WORDS,
  STEP_WORDS,
  unitName,
  withOffset,
  type Day,
  type MilestoneView,
  type Office,
  type Staff,
} from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';

/** What a list shows of an appeal; each field that leaves the hub is named here. */
export function appealRow(
  appeal: AppealEntity,
  office: Office,
  handler: string | null,
  today: Day,
  staff: Staff,
  glimpse: string | null = null,
): AppealRow {
  return {
    number: appeal.number,
    subject: appeal.subject,
    status: appeal.status,
    statusName: STATUS_WORDS[appeal.status],
    kind: appeal.kind,
    kindName: KIND_WORDS[appeal.kind],
    channel: appeal.channel,
    channelName: CHANNEL_WORDS[appeal.channel],
    source: appeal.source,
    secrecy: appeal.secrecy,
    street: appeal.street,
    place: appeal.place,
    unit: unitName(office, appeal.unitId),
    unitId: appeal.unitId,
    handler,
    department: departmentName(office, appeal.departmentId),
    receivedAt: withOffset(appeal.receivedAt),
    dueAt: appeal.step ? endOfDay(appeal.dueOn) : null,
    due: dueOf(appeal, office.rules.soonDays, today),
    lamps: milestones(appeal, today, office.rules.soonDays).map(lampOf),
    supervised: appeal.supervised,
    mailReturned: appeal.mailReturned === null ? null : bounceReason(appeal.mailReturned),
    satisfaction: readsRatings(staff.role) ? appeal.satisfaction : null,
    riskLevel: appeal.riskLevel,
    riskName: appeal.riskLevel && RISK_LEVEL_WORDS[appeal.riskLevel],
    changedAt: withOffset(appeal.changedAt),
    glimpse: glimpse && maskIdentityIn(glimpse, NOBODY),
  };
}

function dueOf({ step, dueOn }: AppealEntity, soonDays: number, today: Day): DueView | null {
  if (!step) return null;
  const days = daysBetween(today, dueOn);
  return { step, stepName: STEP_WORDS[step], on: dueOn, state: clockState(days, soonDays), word: daysWord(days), days };
}

function lampOf(lamp: MilestoneView): LampView {
  const word =
    lamp.state === 'done'
      ? lamp.doneOn!.slice(5)
      : lamp.state === 'waived'
        ? lamp.waiver?.startsWith('无需')
          ? '无需'
          : '免办'
        : daysWord(lamp.days);
  return {
    name: lamp.name,
    title: MILESTONE_WORDS[lamp.name],
    state: lamp.state,
    stateName: lamp.late && lamp.state === 'done' ? `已完成，迟了 ${lamp.days} 天` : CLOCK_WORDS[lamp.state],
    dueOn: lamp.dueOn,
    doneOn: lamp.doneOn,
    word,
    late: lamp.late,
    waiver: lamp.waiver,
  };
}
