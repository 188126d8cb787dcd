import type { DeadlineView } from '@hub/contract';
import {
  CONTACT_RESULT_WORDS,
  contactSettled,
  EXTENSION_STATE_WORDS,
  lastExtensionDay,
  withOffset,
  type Office,
} from '@hub/domain';
import type { AppealFile } from '@hub/persistence';

/** What moved the promise, and how its first step was done. */
export function deadlineView({ appeal, contacts, extensions }: AppealFile, office: Office): DeadlineView {
  const settled = contactSettled(contacts);
  const finishExtended = extensions.some(({ state, statutory }) => state === 'approved' && statutory);
  return {
    extensions: extensions.map((one) => ({
      reason: one.reason,
      oldDueOn: one.oldDueOn,
      newDueOn: one.newDueOn,
      statutory: one.statutory,
      askedBy: one.askedBy,
      askedAt: withOffset(one.askedAt),
      state: one.state,
      stateName: EXTENSION_STATE_WORDS[one.state],
      decidedBy: one.decidedBy,
      decidedAt: one.decidedAt && withOffset(one.decidedAt),
      words: one.words,
    })),
    extensionUntil: lastExtensionDay(appeal, finishExtended, office.rules),
    contactResult: settled && { result: settled.result, name: CONTACT_RESULT_WORDS[settled.result] },
    waiting: appeal.status === 'awaiting-citizen' ? { until: appeal.waitDueOn, paused: appeal.waitSince !== null } : null,
  };
}
