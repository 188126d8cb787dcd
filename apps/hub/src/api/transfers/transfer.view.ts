import type { AttachmentView, TransferRow, TransferView } from '@hub/contract';
import {
  dayOf,
  departmentName,
  TRANSFER_STATE_WORDS,
  withOffset,
  type Day,
  type Instant,
  type Office,
  type TransferState,
} from '@hub/domain';
import type { AppealFile, AttachmentEntity, OutboxLetterEntity, TransferEntity, TransferWithAppeal } from '@hub/persistence';

type Letter = Pick<OutboxLetterEntity, 'state' | 'lastError'> | null | undefined;

/** It never went out, or it came back. */
const isLost = (letter: Letter): boolean => letter?.state === 'dead' || letter?.state === 'bounced';

const time = (at: Instant | null): string | null => at && withOffset(at);

/** A letter that the mail server refused has reached nobody, whatever its row says. */
function stateOf({ state }: TransferEntity, letter: Letter): { state: TransferState | 'undelivered'; stateName: string } {
  const shown = state === 'sent' && isLost(letter) ? 'undelivered' : state;
  return { state: shown, stateName: TRANSFER_STATE_WORDS[shown] };
}

export function transferView(
  transfer: TransferEntity,
  file: AppealFile,
  office: Office,
  today: Day,
  attachments: (of: (one: AttachmentEntity) => boolean) => AttachmentView[],
): TransferView {
  const letter = file.letters.find(({ id }) => id === transfer.outboxId);
  const { id, number, departmentId, reason, summary, delivery, designated, consent, objectBy, dueOn, linkUntil } = transfer;
  return {
    id,
    number,
    departmentId,
    department: departmentName(office, departmentId) ?? departmentId,
    reason,
    summary,
    delivery,
    designated,
    consent,
    objectBy,
    dueOn,
    sentAt: withOffset(transfer.sentAt),
    ...stateOf(transfer, letter),
    undelivered: isLost(letter) ? (letter?.lastError ?? '发不出') : null,
    linkUntil,
    linkExpired: linkUntil !== null && today > linkUntil,
    officer: transfer.officer,
    officerPhone: transfer.officerPhone,
    receivedAt: time(transfer.receivedAt),
    objection: transfer.objection,
    objectedAt: time(transfer.objectedAt),
    reply: transfer.reply,
    repliedAt: time(transfer.repliedAt),
    replyFiles: transfer.replyMessageId === null ? [] : attachments((one) => one.messageId === transfer.replyMessageId),
    answer: transfer.answer,
    answeredAt: time(transfer.answeredAt),
    files: file.transferMatter.files.filter((one) => one.transferId === id).map(({ name, size }) => ({ name, size })),
    reminders: file.transferMatter.reminders
      .filter((one) => one.transferId === id)
      .map(({ kind, day, at }) => ({ kind, day, at: withOffset(at) })),
  };
}

export function transferRow({ transfer, appeal, letter }: TransferWithAppeal, office: Office, today: Day): TransferRow {
  const { id, number, departmentId, delivery, sentAt, objectBy, dueOn, designated, repliedAt, state } = transfer;
  const still = state === 'sent' || state === 'received';
  return {
    id,
    number,
    appeal: appeal.number,
    subject: appeal.subject,
    departmentId,
    department: departmentName(office, departmentId) ?? departmentId,
    delivery,
    ...stateOf(transfer, letter),
    sentAt: withOffset(sentAt),
    objectBy,
    dueOn,
    late: repliedAt ? dayOf(repliedAt) > dueOn : still && today > dueOn,
    designated,
  };
}
