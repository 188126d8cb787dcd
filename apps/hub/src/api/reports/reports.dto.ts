import { Fault, isDay, readPeriod, type Day } from '@hub/domain';
import { thisMonth } from '@hub/insight';
import { OptionalText } from '../http/validation';

/** Some days: a month or a year by its name, or from one day to another; this month so far where nothing is said. */
export class ReportQueryDto {
  @OptionalText(7)
  period?: string;

  @OptionalText(10)
  from?: string;

  @OptionalText(10)
  to?: string;
}

export function daysOf({ period, from, to }: ReportQueryDto, today: Day): { from: Day; to: Day } {
  if (period) return readPeriod(period, today);
  const usual = thisMonth(today);
  const days = { from: from ?? usual.from, to: to ?? usual.to };
  for (const [name, day] of Object.entries(days))
    if (!isDay(day)) throw new Fault('invalid', name, `日期“${day}”看不懂。`, '请写成 2026-11-24。');
  if (days.from > days.to) throw new Fault('invalid', 'to', '结束的日子在开始以前。', '请把两个日期对调。');
  return days;
}
