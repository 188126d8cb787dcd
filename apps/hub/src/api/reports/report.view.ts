import type { ReportView } from '@hub/contract';
import { unitName, withOffset, type Office } from '@hub/domain';
import type { Report } from '@hub/insight';

export const reportView = (report: Report, office: Office): ReportView => ({
  from: report.from,
  to: report.to,
  countedAt: withOffset(report.countedAt),
  counts: report.counts,
  units: Object.entries(report.units)
    .map(([id, counts]) => ({ id, name: id ? (unitName(office, id) ?? id) : '还没有派单', counts }))
    .sort((a, b) => (b.counts.received ?? 0) - (a.counts.received ?? 0)),
  kind: report.tallies.kind,
  channel: report.tallies.channel,
  topic: report.tallies.topic,
  street: report.tallies.street,
  medianDays: report.medianDays,
  months: report.months,
});
