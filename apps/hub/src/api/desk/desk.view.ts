import type { CallerView, DeskDraftView, DeskEntryView } from '@hub/contract';
import { detailWords, isOpen, KIND_WORDS, STATUS_WORDS, withOffset } from '@hub/domain';
import type { AppealEntity, DeskDraft, DeskEntryEntity } from '@hub/persistence';

/** Number and standing only: what they are about is read where every look is checked. */
export const callerView = ({ appeals, count }: { appeals: readonly AppealEntity[]; count: number }): CallerView => ({
  count,
  appeals: appeals.map(({ number, status, kind, receivedAt }) => ({
    number,
    status,
    statusName: STATUS_WORDS[status],
    kindName: KIND_WORDS[kind],
    receivedAt: withOffset(receivedAt),
    open: isOpen(status),
  })),
});

export const draftView = ({ key, startedAt, savedAt, form }: DeskDraft): DeskDraftView => ({
  key,
  startedAt: withOffset(startedAt),
  savedAt: withOffset(savedAt),
  form,
});

export const entryView = ({ byName, details, answerBy }: DeskEntryEntity, source: string): DeskEntryView => ({
  by: byName,
  facts: detailWords(source, details),
  answerBy,
});
