import { AUTOMATION_WORDS, isOwnMail, OWN_MAIL, type Office, type Reading } from '@hub/domain';
import type { ReportOf } from '../bounces/take-report';
import type { Thread } from './thread-facts';

/** Mail that no citizen wrote at that moment: kept for a person, never an appeal, an answer or a ground to write back. */
export interface RobotMail {
  readonly reason: string;
  readonly appealId: number | null;
  readonly report: ReportOf | null;
}

/**
 * Automatic mail, and our own that comes back by another mailbox. A list may bring an appeal, but what it sends is no answer
 * to one. `proved` are the appeals whose mark it bears; a report tells of one of them, or of nothing.
 */
export function robotMail(
  reading: Reading,
  { proved, ourOwn }: Pick<Thread, 'proved' | 'ourOwn'>,
  office: Office,
): RobotMail | null {
  const appealId = proved[0] ?? null;
  const { automation, deliveryReport } = reading;
  if (automation && (automation !== 'bulk' || appealId !== null)) {
    const report = deliveryReport && appealId !== null ? reportOf(appealId, reading) : null;
    const whose = automation === 'bulk' ? '不作为反映人的答复' : '不作为来件登记';
    return { reason: `${AUTOMATION_WORDS[automation]}，${whose}。`, appealId, report };
  }
  const isOwn = ourOwn !== null || isOwnMail(reading, office.mail);
  return isOwn ? { reason: OWN_MAIL, appealId: ourOwn ?? appealId, report: null } : null;
}

const reportOf = (appealId: number, { deliveryReport, automation, answers }: Reading): ReportOf => ({
  appealId,
  report: deliveryReport!,
  answers,
  complaint: automation === 'complaint',
});
